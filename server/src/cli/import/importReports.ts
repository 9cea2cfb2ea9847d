/** `import`: documents of other kinds as text that can be edited and checked. */
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shownPath } from '../../files/paths.ts';
import { type Document, readDocument } from '../../files/readDocument.ts';
import type { AccountItem } from '../../formats/model.ts';
import { analyze } from '../../report/analyze.ts';
import { applyEdits } from '../../report/edit/fixes.ts';
import type { ReportAnalysis } from '../../report/model/index.ts';
import { rewriteTables } from '../../report/rewrite/rewrite.ts';
import { complainOf } from '../complaint.ts';
import { ExitCode, UsageError } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { createFile } from '../output.ts';
import { translate } from '../texts.ts';

export const IMPORT_FORMATS = ['text', 'markdown'] as const;

export interface ImportOptions {
  readonly files: readonly string[];
  readonly output?: string;
  readonly format: (typeof IMPORT_FORMATS)[number];
}

/**
 * Prints a document's text, or writes each document's into a file; says on standard error what was read and what was not.
 *
 * @returns `findings` where a table is missing or a page has no text
 * @throws UsageError for several documents that are to be printed, or written into one file
 */
export async function importReports(options: ImportOptions, invocation: Invocation): Promise<ExitCode> {
  const isFolder = options.output !== undefined && isExistingFolder(options.output);
  if (options.files.length > 1 && !isFolder)
    throw new UsageError({ key: 'cli.usage.importFolder', args: {} });
  let worst: ExitCode = ExitCode.fine;
  for (const file of options.files) {
    const code = await importOne(file, isFolder, options, invocation);
    worst = code > worst ? code : worst;
  }
  return worst;
}

async function importOne(
  path: string,
  isFolder: boolean,
  { output, format }: ImportOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const reading = await readDocument({ shown: shownPath(path), path, isCertain: true });
  if ('failure' in reading) {
    complainOf(reading.failure, invocation);
    return ExitCode.trouble;
  }
  const { document } = reading;
  const analysis = analyze(document.text, { assumeReport: true });
  const text = format === 'markdown' ? asMarkdown(analysis) : document.text;
  const target = output !== undefined && isFolder ? join(output, nameFor(path, format)) : output;
  const isWhole = sayAccount(document, analysis, invocation);
  if (target !== undefined) {
    const code = await createFile(target, text, invocation);
    if (code !== ExitCode.fine) return code;
  } else await invocation.console.write(text);
  return isWhole ? ExitCode.fine : ExitCode.findings;
}

/** Tables that cannot be written so stay tab-separated, which Markdown lets stand. */
function asMarkdown(analysis: ReportAnalysis): string {
  const read = (text: string): ReportAnalysis => analyze(text, { assumeReport: true });
  const { edits } = rewriteTables(analysis, analysis.tables, 'pipes', read);
  return applyEdits(analysis.source.text, edits);
}

function nameFor(path: string, format: ImportOptions['format']): string {
  return basename(path).replace(/\.[^.]*$/, '') + (format === 'markdown' ? '.md' : '.txt');
}

/** Whether nothing is missing that a report has. */
function sayAccount({ shown, opened }: Document, analysis: ReportAnalysis, invocation: Invocation): boolean {
  const { console, locale } = invocation;
  const account = opened?.account ?? [];
  const say = (items: readonly AccountItem[]): string =>
    items
      .map(({ kind, count }) => `${translate({ key: `format.account.${kind}`, args: {} }, locale)} ${count}`)
      .join(locale === 'zh-cn' ? '，' : ', ');
  const read = account.filter(({ isRead }) => isRead);
  const left = account.filter(({ isRead }) => !isRead);
  if (read.length > 0)
    console.complain(`${shown}: ${translate({ key: 'cli.import.read', args: { list: say(read) } }, locale)}`);
  if (left.length > 0)
    console.complain(`${shown}: ${translate({ key: 'cli.import.left', args: { list: say(left) } }, locale)}`);
  const missing = analysis.form.tables.length - analysis.tables.length;
  if (missing > 0)
    console.complain(
      `${shown}: ${translate({ key: 'cli.import.missing', args: { count: missing } }, locale)}`,
    );
  return missing <= 0 && !left.some(({ kind }) => kind === 'pagesWithoutText' || kind === 'unplacedTables');
}

function isExistingFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
