/**
 * A line of a table: cells held apart by tabs, or by Markdown's pipes. Pure: no VS Code.
 *
 * Positions are UTF-16 offsets in the line.
 */
import { add, characters, columnsOf, isAmbiguous, nothing, type Width, widthOf } from './width.ts';

export type RowKind = 'tabs' | 'pipes';

export interface Row {
  readonly kind: RowKind;
  readonly cells: readonly Cell[];
  /** Of the line, in UTF-16 units. */
  readonly length: number;
  /** Whether it is Markdown's line of dashes below the header. */
  readonly isRule: boolean;
  /** Where characters stand whose width is up to the font. */
  readonly ambiguous: readonly number[];
}

export interface Cell {
  readonly kind: 'number' | 'text' | 'blank';
  /** The cell with its white space: from behind its delimiter to the next one or the end of the line. */
  readonly from: number;
  readonly to: number;
  /** What stands in it, without white space; in a blank cell where it would be written. */
  readonly start: number;
  readonly end: number;
  /** Widths as the line is shown: of the delimiter before the cell, of white space, of what stands in it, of white space. */
  readonly delimiter: Width;
  readonly lead: Width;
  readonly width: Width;
  readonly trail: Width;
}

/** Digits with separators, perhaps a sign in front and a unit behind; or a mark for nothing. */
const number =
  /^(?:[-+−增减]?[\d０-９]+(?:[.,．，][\d０-９]+){0,9} ?(?:万元|[件条次项个宗份元人%％])?|[/／\-−—－]{1,2})$/u;
const dashes = /^:?-+:?$/;

/** The line as a row; `null` where it has no delimiter. */
export function readRow(line: string, tabSize: number): Row | null {
  const delimiters = line.includes('|') ? pipesOf(line) : [];
  if (delimiters.length > 1 || (delimiters.length === 1 && delimiters[0]?.start === 0)) {
    return rowOf('pipes', line, pipeCells(line, delimiters), tabSize);
  }
  return line.includes('\t') ? rowOf('tabs', line, tabCells(line), tabSize) : null;
}

/** A cell's delimiter and the cell behind it. */
interface Piece {
  readonly delimiter: number;
  readonly from: number;
  readonly to: number;
}

interface Pipe {
  /** Where the pipe stands, with white space before it at the beginning of the line. */
  readonly start: number;
  readonly end: number;
}

function pipesOf(line: string): Pipe[] {
  const pipes: Pipe[] = [];
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) {
    if (line[at - 1] === '\\') continue;
    const isFirst = pipes.length === 0 && line.slice(0, at).trim() === '';
    pipes.push({ start: isFirst ? 0 : at, end: at + 1 });
  }
  return pipes;
}

function pipeCells(line: string, pipes: readonly Pipe[]): Piece[] {
  const [first] = pipes;
  const pieces: Piece[] = first && first.start > 0 ? [{ delimiter: 0, from: 0, to: first.start }] : [];
  pipes.forEach(({ start, end }, index) => {
    const to = pipes[index + 1]?.start ?? line.length;
    if (index + 1 < pipes.length || line.slice(end).trim() !== '')
      pieces.push({ delimiter: start, from: end, to });
  });
  return pieces;
}

function tabCells(line: string): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; ; ) {
    const tab = line.indexOf('\t', from);
    const to = tab < 0 ? line.length : tab;
    pieces.push({ delimiter: Math.max(0, from - 1), from, to });
    if (tab < 0) return pieces;
    from = tab + 1;
  }
}

function rowOf(kind: RowKind, line: string, pieces: readonly Piece[], tabSize: number): Row {
  const measure = measurer(line, tabSize);
  const cells = pieces.map((piece) => cellOf(kind, line, piece, measure));
  const isRule = kind === 'pipes' && cells.every(({ start, end }) => dashes.test(line.slice(start, end)));
  return { kind, cells, length: line.length, isRule, ambiguous: ambiguousIn(line) };
}

type Measure = (from: number, to: number) => Width;

function cellOf(kind: RowKind, line: string, { delimiter, from, to }: Piece, measure: Measure): Cell {
  const text = line.slice(from, to);
  const content = text.trim();
  // In a blank cell between pipes one space stays before what will be written.
  const start =
    content === '' ? from + (kind === 'pipes' ? Math.min(1, text.length) : 0) : from + text.search(/\S/);
  const end = start + content.length;
  return {
    kind: content === '' ? 'blank' : number.test(content) ? 'number' : 'text',
    ...{ from, to, start, end },
    // In this order: where a tab ends depends on all that stands before it.
    delimiter: measure(delimiter, from),
    lead: measure(from, start),
    width: measure(start, end),
    trail: measure(end, to),
  };
}

/** Measures a line piece by piece, from its beginning: the editor sets its tab stops by the columns it counts. */
function measurer(line: string, tabSize: number): Measure {
  let column = 0;
  return (from, to) => {
    let width = nothing;
    for (const part of line.slice(from, to).split(/(\t)/)) {
      const reach = tabSize - (column % tabSize);
      width = add(width, part === '\t' ? characters(reach) : widthOf(part));
      if (part === '\t') column += reach;
      else for (let at = 0; at < part.length; at++) column += columnsOf(part.charCodeAt(at));
    }
    return width;
  };
}

function ambiguousIn(line: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < line.length; at++) if (isAmbiguous(line.charCodeAt(at))) places.push(at);
  return places;
}
