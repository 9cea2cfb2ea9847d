/** Rows out of labels and the lines of numbers beside them. */

import type { Piece } from './line.ts';
import { pairUp } from './pairs.ts';
import type { Label } from './spacedLabels.ts';
import type { TableLineText } from './spacedPage.ts';
import type { SpacedRow } from './spacedRow.ts';

/** Numbers and the next row's label: 273行政强制, 0 0 13.其他. What stands behind them is not the first row's. */
const RUN_TOGETHER = /^\d[\d .]*[、]?[\u4e00-\u9fff（(]/;

/**
 * Gives the numbers of each line their label: the one on whose lines they stand, else one right above or below.
 *
 * @param isKnown whether a piece is a part of a label
 * @param keepsColumns whether columns are held apart, so that what stands on a line belongs together
 */
export function readSpacedRows(
  lines: readonly (TableLineText | null)[],
  labels: readonly Label[],
  isKnown: (piece: Piece) => boolean,
  keepsColumns: boolean,
): SpacedRow[] {
  const ofLine = labelsByLine(labels);
  const withNumbers = new Set(lines.flatMap((line) => (line && line.numbers.length > 0 ? [line.index] : [])));
  const claimed = new Set<Label>();
  const rows: SpacedRow[] = [];
  for (const line of lines) {
    if (!line) continue;
    const free = ofLine.get(line.index)?.filter((candidate) => !claimed.has(candidate)) ?? [];
    const label = lowest(isAlone(line) ? free.filter((one) => !hasOther(one, line, withNumbers)) : free);
    const others = line.words.filter((piece) => !isKnown(piece));
    const behind = label ? wordsBehind(label, others) : [];
    const numbers = keepsColumns ? [...behind, ...line.numbers] : line.numbers;
    const isRunTogether = behind.some(({ text }) => RUN_TOGETHER.test(text));
    if (label && (numbers.length > 0 || isRunTogether)) claimed.add(label);
    if (numbers.length === 0) continue;
    if (isRunTogether) {
      rows.push({ label: null, unknown: line.words, numbers, line: line.index, page: line.page });
      continue;
    }
    rows.push({ label, unknown: label ? [] : others, numbers, line: line.index, page: line.page });
  }
  return pairUp(
    rows,
    labels.filter((label) => !claimed.has(label)),
    keepsColumns,
  );
}

/** Nothing but one number: rather a page's than a row's whose label goes over it. */
function isAlone({ words, numbers }: TableLineText): boolean {
  return words.length === 0 && numbers.length === 1;
}

/** Whether a label has numbers on another of its lines. */
function hasOther(
  { first, last }: Label,
  { index }: TableLineText,
  withNumbers: ReadonlySet<number>,
): boolean {
  for (let at = first; at <= last; at++) if (at !== index && withNumbers.has(at)) return true;
  return false;
}

/** The label on the fewest lines, which goes over others the least; of several the last. */
function lowest(labels: readonly Label[]): Label | null {
  let best: Label | null = null;
  for (const label of labels) if (!best || heightOf(label) <= heightOf(best)) best = label;
  return best;
}

function heightOf({ first, last }: Label): number {
  return last - first;
}

function labelsByLine(labels: readonly Label[]): Map<number, Label[]> {
  const ofLine = new Map<number, Label[]>();
  for (const label of labels) {
    for (let at = label.first; at <= label.last; at++) {
      const present = ofLine.get(at);
      if (present) present.push(label);
      else ofLine.set(at, [label]);
    }
  }
  return ofLine;
}

/** Words behind a row's label stand where a number belongs. */
function wordsBehind(label: Label, others: readonly Piece[]): readonly Piece[] {
  const end = Math.max(...label.pieces.map((piece) => piece.to));
  return others.filter((piece) => piece.from > end);
}
