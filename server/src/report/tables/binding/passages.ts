/**
 * The tables of a text, passage by passage: a passage stands between two section headings. One that an earlier
 * reading of the document had with the same words is not read again, its tables are only moved to where they stand
 * now; a keystroke leaves most tables as they were.
 */
import type { Vocabulary } from '../../form/vocabulary.ts';
import type { Table, TableForm } from '../../model/index.ts';
import type { Line } from '../../text/lines.ts';
import { readGrids } from '../layouts/index.ts';
import type { Page } from '../layouts/page.ts';
import { moveTable } from './move.ts';
import type { TableRows } from './row.ts';
import { hasEnded, readRows } from './rows.ts';
import { bindTable } from './table.ts';

/** A passage as it was read, with its tables where they stood then; later readings keep it as long as it stays. */
export interface Passage {
  readonly start: number;
  readonly text: string;
  /** As its page says. */
  readonly indents: boolean;
  readonly vocabulary: Vocabulary;
  readonly tables: readonly Table[];
  /** The form of its first table, which may be the rest of one that began in a passage before. */
  readonly first: TableForm | null;
  /** The form of its last table, if that can go on in a passage behind. */
  readonly open: TableForm | null;
}

/** The tables of a text in order, and the passages that a later reading of the document can take over. */
export interface Passages {
  readonly tables: readonly Table[];
  /** By place among the passages of the text; `null` for one that shares a table with another. */
  readonly passages: readonly (Passage | null)[];
}

/** A passage's rows or, where an earlier reading knew it, its tables. */
interface Draft {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly TableRows[];
  readonly known: Passage | null;
  readonly first: TableForm | null;
  readonly open: TableForm | null;
}

/**
 * Reads every passage of a page.
 *
 * @param headings the lines that end a passage, in order
 * @param known passages of an earlier reading of the same document; the outcome is the same without them
 */
export function readPassages(
  page: Page,
  headings: readonly Line[],
  vocabulary: Vocabulary,
  known: Passages['passages'],
): Passages {
  if (page.grids.length > 0) return readAsOne(page, headings, vocabulary);
  const count = headings.length + 1;
  const drafts = new Array<Draft>(count);
  for (let index = 0; index < count; index++) {
    const from = index === 0 ? 0 : headings[index - 1]!.index + 1;
    const to = headings[index]?.index ?? page.lines.length;
    // What was typed made the number of passages differ, if at all, before or behind this one.
    drafts[index] = readDraft(page, from, to, vocabulary, known[index], known[known.length - count + index]);
  }
  return bind(drafts, page, vocabulary) ?? readPassages(page, headings, vocabulary, []);
}

/** The rows of HTML tables come from tags, not from the lines of a passage. */
function readAsOne(page: Page, headings: readonly Line[], vocabulary: Vocabulary): Passages {
  const boundaries = new Set(headings);
  const grids = readGrids(page, vocabulary, (line) => boundaries.has(line));
  const tables = readRows(grids, vocabulary).map((rows) => bindTable(rows, vocabulary));
  return { tables, passages: [] };
}

function readDraft(
  { text, lines, indents }: Page,
  from: number,
  to: number,
  vocabulary: Vocabulary,
  ...candidates: readonly (Passage | null | undefined)[]
): Draft {
  const start = lines[from]?.raw.start ?? text.length;
  const end = Math.max(start, lines[to]?.raw.start ?? text.length);
  const known = candidates.find(
    (passage) => passage?.indents === indents && isSame(passage, text, start, end, vocabulary),
  );
  if (known) return { start, end, rows: [], known, first: known.first, open: known.open };
  const own = { text, lines: lines.slice(from, to), indents, grids: [] };
  const rows = readRows(readGrids(own, vocabulary, isNoHeading), vocabulary);
  const last = rows.at(-1);
  const open = last && !hasEnded(last) ? last.table : null;
  return { start, end, rows, known: null, first: rows[0]?.table ?? null, open };
}

const isNoHeading = (): boolean => false;

function isSame(passage: Passage, text: string, start: number, end: number, vocabulary: Vocabulary): boolean {
  if (passage.vocabulary !== vocabulary || passage.text.length !== end - start) return false;
  return passage.text === text.slice(start, end);
}

/** The tables of all drafts; `null` where one goes on in a passage whose rows are not at hand. */
function bind(drafts: readonly Draft[], page: Page, vocabulary: Vocabulary): Passages | null {
  const tables: Table[] = [];
  const passages: (Passage | null)[] = [];
  let next = 0;
  while (next < drafts.length) {
    const from = next;
    next = endOfRun(drafts, from);
    if (next - from === 1) {
      const draft = drafts[from]!;
      const passage = draft.known ?? toPassage(draft, page, vocabulary);
      passages.push(passage);
      for (const table of tablesAt(draft.start, passage)) tables.push(table);
    } else {
      const run = drafts.slice(from, next);
      if (run.some(({ known }) => known)) return null;
      for (const _ of run) passages.push(null);
      for (const rows of joined(run)) tables.push(bindTable(rows, vocabulary));
    }
  }
  return { tables, passages };
}

/** Behind the drafts that share a table: it goes on in a further passage as long as no other has begun. */
function endOfRun(drafts: readonly Draft[], from: number): number {
  let end = from + 1;
  let { open } = drafts[from]!;
  for (let next = end; open !== null && next < drafts.length; next++) {
    const draft = drafts[next]!;
    if (draft.first === null) continue;
    if (draft.first !== open) break;
    end = next + 1;
    open = draft.open;
  }
  return end;
}

function joined(run: readonly Draft[]): TableRows[] {
  const tables: TableRows[] = [];
  for (const { rows } of run) {
    const [first, ...others] = rows;
    if (!first) continue;
    const last = tables.at(-1);
    if (last) last.rows.push(...first.rows);
    else tables.push({ table: first.table, rows: [...first.rows] });
    tables.push(...others);
  }
  return tables;
}

function toPassage({ start, end, rows, first, open }: Draft, page: Page, vocabulary: Vocabulary): Passage {
  const tables = rows.map((each) => bindTable(each, vocabulary));
  const text = page.text.slice(start, end);
  return { start, text, indents: page.indents, vocabulary, tables, first, open };
}

/** The tables of a passage that begins at `start` now. */
function tablesAt(start: number, passage: Passage): readonly Table[] {
  if (passage.start === start) return passage.tables;
  return passage.tables.map((table) => moveTable(table, start - passage.start));
}
