/** `new`: the draft of a report in the statutory form. */
import type { Failure } from '../../files/collect.ts';
import { shownPath } from '../../files/paths.ts';
import { type DraftRequest, writeDraft } from '../../report/draft.ts';
import type { Message } from '../../report/model/index.ts';
import { issuerKey } from '../../report/others/issuer.ts';
import { complainOf } from '../complaint.ts';
import { ExitCode } from '../exit.ts';
import { publishReport } from '../export/publishReport.ts';
import type { Invocation } from '../invocation.ts';
import { createFile } from '../output.ts';
import { readLastYear } from './lastYear.ts';
import { type NewOptions, readRequest, refuseUnreadable } from './request.ts';

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
  const request = { issuer, year, isMarkdown, lastYear: last.facts };
  const { text, missing } = writeDraft(request);
  refuseUnreadable(text, request);
  for (const reason of doubtsAbout(request, missing)) fail({ shown: shownPath(from!), reason }, invocation);
  if (output === undefined) return print(text, invocation);
  const content = DOCX_NAME.test(output) ? await publishReport(text, 'docx') : text;
  return typeof content === 'string' || content instanceof Uint8Array
    ? createFile(output, content, invocation)
    : fail({ shown: shownPath(output), reason: content }, invocation);
}

/** What is to be looked at, though the draft can be written. */
function doubtsAbout({ issuer, lastYear }: DraftRequest, missing: number): Message[] {
  const doubts: Message[] = [];
  if (lastYear && issuerKey(lastYear.issuer) !== issuerKey(issuer))
    doubts.push({ key: 'cli.new.otherIssuer', args: { expected: issuer, found: lastYear.issuer } });
  if (missing > 0) doubts.push({ key: 'cli.new.missing', args: { count: missing } });
  return doubts;
}

async function print(text: string, { console }: Invocation): Promise<ExitCode> {
  await console.write(text);
  return ExitCode.fine;
}

function fail(failure: Failure, invocation: Invocation): ExitCode {
  complainOf(failure, invocation);
  return ExitCode.trouble;
}
