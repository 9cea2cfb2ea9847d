/** `new`: the draft of a report in the statutory form. */
import type { Failure } from '../../files/collect.ts';
import { shownPath } from '../../files/paths.ts';
import { publishReport } from '../../publishReport.ts';
import { checkedDraft } from '../../report/checkedDraft.ts';
import { complainOf } from '../complaint.ts';
import { ExitCode, UsageError } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { createFile } from '../output.ts';
import { readLastYear } from './lastYear.ts';
import { type NewOptions, readRequest } from './request.ts';

const DOCX_NAME = /\.docx$/i;

/**
 * Drafts a report; prints it, or writes it to a file that is not there yet.
 *
 * @throws UsageError for a body or year that no report can have
 */
export async function newReport(options: NewOptions, invocation: Invocation): Promise<ExitCode> {
  const { from, output } = options;
  const { issuer, year, isMarkdown } = readRequest(options);
  const last = from === undefined ? { facts: null, doubt: null } : await readLastYear(from, year);
  if ('failure' in last) return fail(last.failure, invocation);
  if (last.doubt) fail(last.doubt, invocation);
  const draft = checkedDraft({ issuer, year, isMarkdown, lastYear: last.facts });
  if (draft === null) throw new UsageError({ key: 'cli.usage.issuer', args: { found: issuer } });
  const { text, doubts } = draft;
  for (const reason of doubts) fail({ shown: shownPath(from!), reason }, invocation);
  if (output === undefined) return print(text, invocation);
  const content = DOCX_NAME.test(output) ? await publishReport(text, 'docx') : text;
  return typeof content === 'string' || content instanceof Uint8Array
    ? createFile(output, content, invocation)
    : fail({ shown: shownPath(output), reason: content }, invocation);
}

async function print(text: string, { console }: Invocation): Promise<ExitCode> {
  await console.write(text);
  return ExitCode.fine;
}

function fail(failure: Failure, invocation: Invocation): ExitCode {
  complainOf(failure, invocation);
  return ExitCode.trouble;
}
