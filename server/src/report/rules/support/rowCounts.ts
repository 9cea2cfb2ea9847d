/** Rows of a table whose numbers are not as many as the form's columns, as one finding. */

import type { Span, TableLine, TextKey } from '../../model/index.ts';
import { nameOfRow } from '../../model/names.ts';
import { type Breach, message } from '../rule.ts';
import { otherPlaces } from './repeated.ts';

/**
 * The finding on the first of the rows.
 *
 * @param key the message for one row; with `.many` behind it the one for several
 */
export function rowsWithCounts(
  key: Extract<
    TextKey,
    `finding.${'row-cells' | 'row-cells.separator' | 'layout-unclear' | 'layout-unclear.none'}`
  >,
  lines: readonly [TableLine, ...TableLine[]],
): Breach {
  const [first] = lines;
  const args = countsIn(first);
  return {
    span: placeOfRow(first),
    message: message(lines.length === 1 ? key : `${key}.many`, {
      ...args,
      difference: Math.abs(args.found - args.expected),
      count: lines.length,
    }),
    related: otherPlaces(lines, placeOfRow, (line) => message('related.row-cells', countsIn(line))),
  };
}

function countsIn(line: TableLine): { row: string; found: number; expected: number } {
  const expected = line.form.cells.length;
  // Numbers that lost the separator between them stand in one cell.
  const found = line.hasLostSeparators ? expected - line.repair.length : line.numbers.length;
  return { row: nameOfRow(line), found, expected };
}

/** Where a finding about a row stands. */
export function placeOfRow(line: TableLine): Span {
  return line.label[0] ?? line.span;
}
