/** What was read of a page, and what was not. */
import type { AccountItem, AccountKind } from '../model.ts';
import type { Cut } from './cut.ts';

/** What is left out, in the order in which it is said. */
const LEFT_OUT: readonly AccountKind[] = [
  'printCopies',
  'hiddenText',
  'deletions',
  'notes',
  'pictures',
  'frames',
  'embeddedObjects',
  'navigation',
  'scripts',
];

export function accountOfPage(
  { lines, before, after, copies }: Cut,
  counts: ReadonlyMap<AccountKind, number>,
  damaged: number,
): readonly AccountItem[] {
  const numberOf = (kind: (typeof lines)[number]['kind']): number =>
    lines.filter((line) => line.kind === kind).length;
  const tables = new Set(lines.flatMap((line) => (line.kind === 'row' ? [line.block] : [])));
  const countOf = (kind: AccountKind): number =>
    (counts.get(kind) ?? 0) +
    (kind === 'pictures' ? numberOf('picture') : kind === 'printCopies' ? copies : 0);
  const items: readonly AccountItem[] = [
    { kind: 'paragraphs', count: numberOf('paragraph'), isRead: true },
    { kind: 'tables', count: tables.size, isRead: true },
    { kind: 'layoutTables', count: countOf('layoutTables'), isRead: true },
    { kind: 'linesBefore', count: before, isRead: false },
    { kind: 'linesAfter', count: after, isRead: false },
    { kind: 'symbols', count: damaged, isRead: false },
    ...LEFT_OUT.map((kind) => ({ kind, count: countOf(kind), isRead: false })),
  ];
  return items.filter(({ count }) => count > 0);
}
