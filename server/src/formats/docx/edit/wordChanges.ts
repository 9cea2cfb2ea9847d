/** From edits of the text to changes of the document's own characters, or why they cannot be. */
import type { Span, TextEdit } from '../../../report/model/index.ts';
import { lastAtOrBefore } from '../../compose.ts';
import { narrow } from '../../narrow.ts';
import type { ParagraphSource, WrittenText } from '../wordModel.ts';
import type { DocumentText, Placed } from '../wordText.ts';

/** Characters of a `w:t`, counted in what it reads as, that become others. */
export interface Rewriting {
  readonly kind: 'rewriting';
  readonly written: WrittenText;
  readonly span: Span;
  readonly newText: string;
}

/** Text for a paragraph that has none. */
export interface Filling {
  readonly kind: 'filling';
  readonly source: ParagraphSource;
  readonly newText: string;
}

export type Change = Rewriting | Filling;

/** Why an edit cannot be written. Its words are `format.edit.REASON` in `l10n/`. */
export type EditReason =
  | 'structure'
  | 'notText'
  | 'number'
  | 'protected'
  | 'signed'
  | 'readsDifferently'
  | NonNullable<WrittenText['lock']>;

/** @param isWhole whether numbers are to be replaced as a whole, as somebody who follows the changes wants to see them */
export function changesOf(
  edit: TextEdit,
  content: DocumentText,
  isWhole: boolean,
): readonly Change[] | EditReason {
  const parts = narrow(content.text, edit);
  if (parts === null) return 'structure';
  const changes: Change[] = [];
  for (const part of parts) {
    const own = changesOfPart(isWhole ? widened(part, content.text) : part, content);
    if (typeof own === 'string') return own;
    changes.push(...own);
  }
  return changes;
}

const FIGURE = /[\d０-９.,，．]/;

/** The edit, with the figures around it that belong to the same number. */
function widened({ span, newText }: TextEdit, text: string): TextEdit {
  let { start, end } = span;
  while (start > 0 && FIGURE.test(text.charAt(start - 1))) start--;
  while (end < text.length && FIGURE.test(text.charAt(end))) end++;
  return {
    span: { start, end },
    newText: text.slice(start, span.start) + newText + text.slice(span.end, end),
  };
}

function changesOfPart({ span, newText }: TextEdit, content: DocumentText): readonly Change[] | EditReason {
  return span.start === span.end
    ? insertion(span.start, newText, content)
    : replacement(span, newText, content);
}

function insertion(at: number, newText: string, content: DocumentText): readonly Change[] | EditReason {
  const slot = content.slots[lastAtOrBefore(content.slots, (each) => each.at, at)];
  if (slot?.at === at) return slot.source.lock ?? [{ kind: 'filling', source: slot.source, newText }];
  const index = lastAtOrBefore(content.placed, ({ start }) => start, at);
  // Behind the character in front, else in front of the one behind.
  const beside = [content.placed[index - 1], content.placed[index]].filter(
    (each) => each !== undefined && each.start <= at && at <= endOf(each),
  );
  const found = beside.find((each) => each?.piece.kind === 'written' && each.piece.written.lock === null);
  if (found === undefined) return reasonOf(beside[0]);
  return rewritingOf(found, { start: at, end: at }, newText);
}

/** The first piece takes the new text; of the others the characters concerned are taken away. */
function replacement(
  { start, end }: Span,
  newText: string,
  content: DocumentText,
): readonly Change[] | EditReason {
  const changes: Change[] = [];
  let index = Math.max(
    0,
    lastAtOrBefore(content.placed, (each) => each.start, start),
  );
  for (let at = start; at < end; index++) {
    const placed = content.placed[index];
    if (placed === undefined || placed.start > at || endOf(placed) <= at) return 'notText';
    const to = Math.min(end, endOf(placed));
    const own = rewritingOf(placed, { start: at, end: to }, changes.length === 0 ? newText : '');
    if (typeof own === 'string') return own;
    changes.push(...own);
    at = to;
  }
  return changes;
}

function rewritingOf(placed: Placed, { start, end }: Span, newText: string): readonly Change[] | EditReason {
  const { piece } = placed;
  if (piece.kind !== 'written' || piece.written.lock !== null) return reasonOf(placed);
  const span = { start: start - placed.start, end: end - placed.start };
  return [{ kind: 'rewriting', written: piece.written, span, newText }];
}

function reasonOf(placed: Placed | undefined): EditReason {
  if (placed?.piece.kind === 'written') return placed.piece.written.lock ?? 'notText';
  return placed?.piece.kind === 'number' ? 'number' : 'notText';
}

function endOf({ start, piece }: Placed): number {
  return start + piece.text.length;
}
