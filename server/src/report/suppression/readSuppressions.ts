/** What comments silence: where each begins and ends, and which of them silence a rule at a place. */

import type { Report, Span } from '../model/index.ts';
import { firstPlace } from '../text/search.ts';
import { SUPPRESSION } from './writeSuppressions.ts';

export interface Suppression {
  readonly rule: string;
  /** The id in the comment, or the whole comment where it names none. */
  readonly span: Span;
  /** What to take away to undo it: the id, or the comment if it names no other. */
  readonly removal: Span;
  readonly firstLine: number;
  lastLine: number;
  used: boolean;
}

/** Suppressions while they are read. */
interface Draft extends Suppressions {
  readonly all: Suppression[];
  readonly ofLine: Map<string, Suppression>;
  readonly blocks: Map<string, Suppression[]>;
}

/** The comments of a text. */
export interface Suppressions {
  readonly all: readonly Suppression[];
  /** By rule and line. */
  readonly ofLine: ReadonlyMap<string, Suppression>;
  /** By rule, in order, none inside another. */
  readonly blocks: ReadonlyMap<string, readonly Suppression[]>;
}

/** Stands for the rule of a comment that names none. */
export const EVERY_RULE = '*';

/** Tells whether a comment silences a rule at a place; from then on it counts as used. */
export function silencer(
  suppressions: Suppressions,
  { source }: Report,
  rule: string,
): (place: Span) => boolean {
  return ({ start }) => {
    const line = source.lineAt(start);
    let isSilenced = false;
    for (const id of [rule, EVERY_RULE]) {
      for (const suppression of [suppressions.ofLine.get(`${id} ${line}`), blockAt(suppressions, id, line)]) {
        if (!suppression) continue;
        suppression.used = true;
        isSilenced = true;
      }
    }
    return isSilenced;
  };
}

/** The block of a rule that a line lies in; blocks of one rule follow each other. */
function blockAt({ blocks }: Suppressions, rule: string, line: number): Suppression | undefined {
  const own = blocks.get(rule) ?? [];
  const last = own[firstPlace(own.length, (place) => own[place]!.firstLine > line) - 1];
  return last && line <= last.lastLine ? last : undefined;
}

/** All suppressions in order, `null` without any comment; one that repeats another's lines is never used. */
export function readSuppressions({ source }: Pick<Report, 'source'>): Suppressions | null {
  if (!source.text.includes('<!--')) return null;
  const found: Draft = { all: [], ofLine: new Map(), blocks: new Map() };
  const open = new Map<string, Suppression>();
  for (const match of source.text.matchAll(SUPPRESSION)) {
    const comment = { start: match.index, end: match.index + match[0].length };
    const line = source.lineAt(comment.start);
    const ids = readIds(match, comment);
    if (match[1] === 'enable') {
      for (const { id } of ids) close(open, id, line);
      continue;
    }
    const [firstLine, lastLine] = reach(match[1]!, line);
    for (const { id, span } of ids) {
      const removal = ids.length > 1 ? span : comment;
      const suppression: Suppression = { rule: id, span, removal, firstLine, lastLine, used: false };
      found.all.push(suppression);
      if (match[1] === 'disable') begin(found, open, suppression);
      else addOnce(found.ofLine, `${id} ${firstLine}`, suppression);
    }
  }
  return found;
}

function begin(found: Draft, open: Map<string, Suppression>, suppression: Suppression): void {
  const { rule } = suppression;
  if (open.has(rule)) return;
  open.set(rule, suppression);
  const own = found.blocks.get(rule);
  if (own) own.push(suppression);
  else found.blocks.set(rule, [suppression]);
}

function addOnce(map: Map<string, Suppression>, key: string, suppression: Suppression): void {
  if (!map.has(key)) map.set(key, suppression);
}

function close(open: Map<string, Suppression>, rule: string, line: number): void {
  const closed = rule === EVERY_RULE ? [...open.values()] : [open.get(rule)];
  for (const suppression of closed) {
    if (!suppression) continue;
    suppression.lastLine = line;
    open.delete(suppression.rule);
  }
}

function reach(kind: string, line: number): [number, number] {
  if (kind === 'disable') return [line, Number.POSITIVE_INFINITY];
  return kind === 'disable-line' ? [line, line] : [line + 1, line + 1];
}

function readIds(match: RegExpExecArray, comment: Span): { id: string; span: Span }[] {
  const start = comment.start + match[0].indexOf(match[2]!, match[0].indexOf(match[1]!) + match[1]!.length);
  const ids = [...match[2]!.matchAll(/[\w-]+/g)].map((found) => {
    const at = start + found.index;
    return { id: found[0], span: { start: at, end: at + found[0].length } };
  });
  return ids.length === 0 ? [{ id: EVERY_RULE, span: comment }] : ids;
}
