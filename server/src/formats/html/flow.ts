/** A page's elements as the lines that its reader sees. */
import { gapBetween } from '../../report/text/number.ts';
import type { AccountKind } from '../model.ts';
import { blocks } from './elements.ts';
import { type Cell, cellElements, inColumns, placeIn, rowElements, type SourceCell } from './htmlRows.ts';
import { listNumber } from './lists.ts';
import type { Element, Node, Run } from './tree.ts';
import { collapse } from './whiteSpace.ts';

/** A paragraph, a row of a table, or a picture, with the block in which it stands. */
export type Line =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly block: Element }
  | { readonly kind: 'row'; readonly cells: readonly Cell[]; readonly row: number; readonly block: Element }
  | { readonly kind: 'picture'; readonly block: Element };

export interface Shown {
  readonly lines: readonly Line[];
  /** What was left out or unfolded, and how many of them. */
  readonly counts: ReadonlyMap<AccountKind, number>;
}

/** Reads what is shown of a page, from top to bottom. */
export function readFlow(body: Element): Shown {
  const counts = new Map<AccountKind, number>();
  return { lines: linesIn(body, counts), counts };
}

function linesIn(element: Element, counts: Map<AccountKind, number>): readonly Line[] {
  const flow = new Flow(counts, element);
  flow.block(element);
  return flow.lines;
}

/** [1], ①, * and the like: raised behind a word they are the mark of a note. */
const NOTE_MARK = /^\s?[[［(（〔【]?(?:\d{1,2}|[①-⓿*＊※†‡]|注\d{0,2})[\]］)）〕】]?\s?$/;
/** m², km³. */
const UNIT = /[a-zA-Zμ]$/;
/** Longer text in a cell is a page's column, not a table's. */
const LONGEST_CELL = 400;

interface ShownCell extends SourceCell {
  readonly lines: readonly Line[];
}

class Flow {
  readonly lines: Line[] = [];
  readonly #counts: Map<AccountKind, number>;
  #runs: Run[] = [];
  #block: Element;

  constructor(counts: Map<AccountKind, number>, block: Element) {
    this.#counts = counts;
    this.#block = block;
  }

  block(element: Element): void {
    this.#endLine();
    const outer = this.#block;
    this.#block = element;
    const number = listNumber(element);
    if (number !== '') this.#runs.push({ kind: 'run', text: number, source: null });
    this.#children(element);
    this.#endLine();
    this.#block = outer;
  }

  #children({ name, children }: Element): void {
    for (const child of children) {
      if (name === 'pre' && child.kind === 'run') this.#verbatim(child);
      else this.#node(child);
    }
  }

  #node(node: Node): void {
    if (node.kind === 'run') this.#runs.push(node);
    else if (node.kind === 'element') this.#element(node);
    else if (node.kind === 'break') this.#endLine();
    else this.lines.push({ kind: 'picture', block: this.#block });
  }

  #element(element: Element): void {
    if (element.unseen !== null) this.#leaveOut(element);
    else if (element.name === 'table') this.#table(element);
    else if (element.name === 'sup') this.#raised(element);
    else if (blocks.has(element.name)) this.block(element);
    else this.#children(element);
  }

  #leaveOut({ unseen, hidesText }: Element): void {
    const isSaid = hidesText || unseen === 'frames' || unseen === 'embeddedObjects';
    if (unseen !== null && isSaid) this.#count(unseen);
  }

  #count(kind: AccountKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  #raised(element: Element): void {
    const text = element.children.map((child) => (child.kind === 'run' ? child.text : '  ')).join('');
    const before = this.#runs.findLast((run) => run.text.trim() !== '')?.text.trimEnd() ?? '';
    if (NOTE_MARK.test(text) && before !== '' && !UNIT.test(before)) this.#count('notes');
    else this.#children(element);
  }

  /** Each line of the source is one. */
  #verbatim({ text, source }: Run): void {
    const { start } = source ?? { start: 0 };
    for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
      this.#endLine();
      this.#runs.push({
        kind: 'run',
        text: line,
        source: { start: start + index, end: start + index + line.length },
      });
    }
    if (text.endsWith('\n')) this.#endLine();
  }

  #endLine(): void {
    const runs = collapse(this.#runs);
    this.#runs = [];
    if (runs.length > 0) this.lines.push({ kind: 'paragraph', runs, block: this.#block });
  }

  #table(table: Element): void {
    this.#endLine();
    const rows = rowElements(table).wanted.map((row) => this.#cells(row));
    for (const node of rowElements(table).others) this.#node(node);
    this.#endLine();
    if (isForLayout(table, rows)) this.#unfold(rows);
    else this.#rows(table, rows);
  }

  #cells(row: Element): ShownCell[] {
    const { wanted, others } = cellElements(row);
    for (const node of others) this.#node(node);
    return wanted.map((element) => {
      const lines = linesIn(element, this.#counts);
      return { element, lines, runs: joinedParagraphs(lines), place: placeIn(element) };
    });
  }

  #unfold(rows: readonly (readonly ShownCell[])[]): void {
    this.#count('layoutTables');
    for (const { lines } of rows.flat()) for (const line of lines) this.lines.push(line);
  }

  #rows(table: Element, rows: readonly (readonly ShownCell[])[]): void {
    const placed = inColumns(rows);
    rows.forEach((cells, index) => {
      this.lines.push({ kind: 'row', cells: placed[index] ?? [], row: index + 1, block: table });
      for (const line of cells.flatMap(({ lines }) => lines))
        if (line.kind === 'picture') this.lines.push(line);
    });
  }
}

/** Whether a table only puts things beside each other: it holds tables, a whole text, or one thing. */
function isForLayout({ attributes }: Element, rows: readonly (readonly ShownCell[])[]): boolean {
  const cells = rows.flat();
  const isNamed = /^(?:none|presentation)$/i.test(attributes.role ?? '');
  const holdsMore = ({ lines, runs }: ShownCell): boolean =>
    lines.some(({ kind }) => kind === 'row') || shownLength(runs) > LONGEST_CELL;
  return isNamed || cells.length <= 1 || cells.some(holdsMore);
}

function shownLength(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/** The paragraphs of a cell as one line. Two numbers on two lines stay two. */
function joinedParagraphs(lines: readonly Line[]): readonly Run[] {
  const all: Run[] = [];
  for (const line of lines) {
    if (line.kind === 'picture') continue;
    const runs = line.kind === 'paragraph' ? line.runs : line.cells.flatMap((cell) => cell.runs);
    const gap = gapBetween(all.at(-1)?.text ?? '', runs[0]?.text ?? '');
    if (gap !== '') all.push({ kind: 'run', text: gap, source: null });
    for (const run of runs) all.push(run);
  }
  return all;
}
