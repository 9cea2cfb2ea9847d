/**
 * Writes tables anew in another layout, or tidily in their own. Nothing is taken on trust: the text that comes out is
 * read again, and a table that would say anything else than before is left as it is.
 */

import { applyEdits } from '../edit/fixes.ts';
import type { LayoutId, Message, ReportAnalysis, Span, Table, TextEdit } from '../model/index.ts';
import { message } from '../model/message.ts';
import { SUPPRESSION } from '../suppression/writeSuppressions.ts';
import { readRowComments } from './comments.ts';
import { contentOf } from './content.ts';
import { TablePlaces } from './place.ts';
import { setApart } from './setApart.ts';
import { sheetsOf } from './sheetsOf.ts';
import { unreadIn } from './unread.ts';
import { tidyWording, writtenWording } from './wording.ts';
import { findFormWords } from './wordReader.ts';
import { type WrittenLayout, writeSheet } from './writeSheet.ts';

/** A layout, or `tidy`: each table in its own, with the form's wording. */
export type RewriteTarget = WrittenLayout | 'tidy';

export interface Rewriting {
  /** In order of their place; none for a table that is so already. */
  readonly edits: readonly TextEdit[];
  /** How many tables are or have become what was asked for. */
  readonly done: number;
  /** Tables that stay as they are, and why. */
  readonly refused: readonly { readonly table: Table; readonly reason: Message }[];
}

interface Task {
  readonly table: Table;
  readonly place: Span;
  /** Texts to try, the best first. */
  readonly candidates: string[];
}

/** One for the form's shape, one for rows as they stand, one to see that what is left still says the same. */
const MOST_READINGS = 3;

/**
 * @param tables some of the analysis's tables
 * @param read reads a whole text as the analysis was read
 */
export function rewriteTables(
  analysis: ReportAnalysis,
  tables: readonly Table[],
  target: RewriteTarget,
  read: (text: string) => ReportAnalysis,
): Rewriting {
  const refused: { table: Table; reason: Message }[] = [];
  const places = new TablePlaces(analysis);
  let tasks: Task[] = [];
  for (const table of tables) {
    const task = taskFor(analysis, table, target, places);
    if ('key' in task) refused.push({ table, reason: task });
    else tasks.push(task);
  }
  const findChanged = comparison(analysis, target, read);
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const changed = findChanged(tasks);
    if (changed.length === 0) return { edits: editsFor(analysis, tasks), done: tasks.length, refused };
    for (const { table, candidates } of changed) {
      candidates.shift();
      if (candidates.length === 0) refused.push({ table, reason: changedReading(table) });
    }
    tasks = tasks.filter(({ candidates }) => candidates.length > 0);
  }
  for (const { table } of tasks) refused.push({ table, reason: changedReading(table) });
  return { edits: [], done: 0, refused };
}

/** Tells which tables would say anything else than before. */
function comparison(
  analysis: ReportAnalysis,
  target: RewriteTarget,
  read: (text: string) => ReportAnalysis,
): (tasks: readonly Task[]) => readonly Task[] {
  const isTidied = target === 'tidy';
  const before = contentOf(analysis, isTidied);
  const indexes = new Map(analysis.tables.map((table, index) => [table, index]));
  return (tasks) => {
    const edits = editsFor(analysis, tasks);
    if (edits.length === 0) return [];
    const after = contentOf(read(applyEdits(analysis.source.text, edits)), isTidied);
    if (after.tables.length !== before.tables.length || after.beside !== before.beside) return tasks;
    return tasks.filter(({ table }) => {
      const index = indexes.get(table)!;
      return after.tables[index] !== before.tables[index];
    });
  };
}

/** The layout that `tidy` writes a table in; `null` for one that nobody writes by hand. */
function layoutFor(layout: LayoutId, target: RewriteTarget): WrittenLayout | null {
  if (target !== 'tidy') return target;
  return layout === 'tabs' || layout === 'pipes' || layout === 'html' ? layout : null;
}

function taskFor(
  analysis: ReportAnalysis,
  table: Table,
  target: RewriteTarget,
  places: TablePlaces,
): Task | Message {
  const layout = layoutFor(table.layout, target);
  if (layout === null) return message('rewrite.refused.layout');
  const place = places.placeOf(table);
  if (place === null) return message('rewrite.refused.unclosed');
  const unread = unreadIn(analysis.source.text, table, place, places.hasMarkup);
  if (unread !== null) return notCarried([unread]);
  const comments = readRowComments(analysis.source, table, place);
  const between = places.wordsBetween(table, place, comments.spans);
  const words = findFormWords(between, table.form, analysis.form);
  const lost = between.filter((_, index) => !words.places.has(index));
  if (lost.length > 0) return notCarried(lost);
  const wording = target === 'tidy' ? tidyWording(analysis.form) : writtenWording;
  const looks = places.looksOf(table, place);
  const candidates = sheetsOf(table, analysis.form, wording, { words, comments }).map((sheet) => {
    const written = writeSheet({ ...sheet, looks }, layout);
    return setApart(analysis.source, place, written, breaksAround[layout]);
  });
  return candidates.length > 0 ? { table, place, candidates } : notCarried(between);
}

/** Tab-separated rows stand on lines of their own; a Markdown table and an HTML block end at a blank line. */
const breaksAround: Readonly<Record<WrittenLayout, 1 | 2>> = { tabs: 1, pipes: 2, html: 2 };

function editsFor({ source }: ReportAnalysis, tasks: readonly Task[]): TextEdit[] {
  return tasks.flatMap(({ place, candidates }) => {
    const newText = candidates[0]!.replaceAll('\n', source.lineBreak);
    return newText === source.text.slice(place.start, place.end) ? [] : [{ span: place, newText }];
  });
}

function changedReading(table: Table): Message {
  const present = table.lines.flatMap(({ cells }) => cells);
  const unknown = present.filter(({ state }) => state === 'unknown').length;
  if (unknown > 0) return message('rewrite.refused.unknown', { count: unknown });
  return message('rewrite.refused.changed');
}

const LONGEST_EXCERPT = 20;

/** Words between the rows for which the new table has no place. */
function notCarried([first]: readonly string[]): Message {
  const comment = first!.match(SUPPRESSION)?.[0];
  if (comment !== undefined) return message('rewrite.refused.comment', { comment });
  const words = first!.length > LONGEST_EXCERPT ? `${first!.slice(0, LONGEST_EXCERPT)}…` : first!;
  return message('rewrite.refused.between', { words });
}
