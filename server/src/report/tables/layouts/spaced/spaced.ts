/**
 * Tables whose cells are held apart by spaces: in columns, as a PDF's text with its layout has them (`aligned`),
 * or with single spaces, as its raw text has them (`raw`). Labels may be broken over lines and page footers stand
 * between rows; rows are found by the form's labels.
 */
import type { Vocabulary } from '../../../form/vocabulary.ts';
import type { Line } from '../../../text/lines.ts';
import type { Grid, Layout } from '../grid.ts';
import { GridReader } from './gridReader.ts';
import { type Piece, WIDE_GAP } from './line.ts';
import { measureOf } from './spacedColumns.ts';
import { type Label, LabelFinder, lineOf } from './spacedLabels.ts';
import { readTableLines, type TableLineText } from './spacedPage.ts';
import { readSpacedRows } from './spacedRows.ts';

const raw: Layout = {
  id: 'raw',
  isStream: true,
  writeCellBefore: (text) => `${text} `,
};

const aligned: Layout = {
  id: 'aligned',
  isStream: true,
  writeCellBefore: (text) => `${text}    `,
};

/** Fewer labels of the form are prose that mentions one. */
const FEWEST_LABELS = 2;

/** Reads lines as one grid; `null` if they hold no table of the form. */
export function readSpaced(lines: readonly Line[], text: string, vocabulary: Vocabulary): Grid | null {
  const tableLines = readTableLines(text, lines, vocabulary);
  const layout = areColumnsKept(tableLines) ? aligned : raw;
  const measure = layout === aligned ? measureOf(numbersOf(tableLines)) : null;
  const finder = new LabelFinder(vocabulary, measure);
  for (const line of tableLines) {
    if (line) for (const piece of line.words) finder.add(piece, line.index, line.page);
    else finder.interrupt();
  }
  const labels = finder.labels.filter((label) => !label.isPart);
  if (labels.length < FEWEST_LABELS) return null;
  const isKnown = (piece: Piece): boolean => finder.has(piece);
  const groups = groupsAsRows(labels, tableLines);
  const ofRow = (label: Label): boolean => lineOf(label) !== null || groups.has(label);
  const rows = readSpacedRows(tableLines, labels.filter(ofRow), isKnown, layout === aligned);
  const headers = labels.filter((label) => !ofRow(label));
  const unlabelled = vocabulary.form.tables.find((table) => table.lines[0]!.row === null);
  const reader = new GridReader(text, tableLines, measure, unlabelled);
  return { rows: reader.read(headers, rows, isKnown), layout };
}

function numbersOf(lines: readonly (TableLineText | null)[]): Piece[] {
  return lines.flatMap((line) => line?.numbers ?? []);
}

/** Labels of groups that stand in front of numbers, as rows do, with no row of theirs in the text. */
function groupsAsRows(
  labels: readonly Label[],
  lines: readonly (TableLineText | null)[],
): ReadonlySet<Label> {
  const present = new Set(labels.flatMap((label) => lineOf(label)?.groups ?? []));
  const numbered = new Set(lines.flatMap((line) => (line && line.numbers.length > 1 ? [line.index] : [])));
  return new Set(
    labels.filter(
      ({ words, last }) =>
        numbered.has(last) && words.some((word) => word.kind === 'group' && !present.has(word.label)),
    ),
  );
}

/** Whether most cells have more than a space in front of them. */
function areColumnsKept(lines: readonly (TableLineText | null)[]): boolean {
  let balance = 0;
  for (const line of lines) {
    if (!line) continue;
    const [, ...behind] = [...line.words, ...line.numbers];
    for (const { gap } of behind) balance += gap >= WIDE_GAP ? 1 : -1;
  }
  return balance > 0;
}
