/** The text of the report on a page. */
import { type Composed, compose, type TextLine } from '../compose.ts';
import type { Line } from './flow.ts';

export interface PageText extends Composed {
  /** By the offset of a blank cell in the text: where in the source its value would be written. */
  readonly blanks: ReadonlyMap<number, number>;
}

export function textOfLines(lines: readonly Line[]): PageText {
  const written = lines.filter((line) => line.kind !== 'picture');
  const composed = compose(withPlaces(written));
  const blanks = new Map<number, number>();
  written.forEach((line, index) => {
    if (line.kind !== 'row') return;
    line.cells.forEach(({ runs, place }, column) => {
      const start = composed.starts[index]?.[column];
      if (runs.length === 0 && place !== null && start !== undefined) blanks.set(start, place);
    });
  });
  return { ...composed, blanks };
}

/** Paragraphs and tables are counted as they come. */
function withPlaces(lines: readonly Line[]): TextLine[] {
  let paragraph = 0;
  let table = 0;
  let block: unknown = null;
  return lines.flatMap((line): TextLine[] => {
    if (line.kind === 'picture') return [];
    if (line.kind === 'paragraph')
      return [{ place: { paragraph: ++paragraph }, isRow: false, cells: [line.runs] }];
    if (line.block !== block) table++;
    block = line.block;
    return [{ place: { table, row: line.row }, isRow: true, cells: line.cells.map(({ runs }) => runs) }];
  });
}
