/**
 * What whoever keeps the master copy has to do: the changes that were made in an open text since it was read, and those that
 * its findings ask for. A request of a client that shows documents.
 */
import { listEdits, listFixes } from '../changes.ts';
import { narrow } from '../formats/narrow.ts';
import { type Locale, translate } from '../l10n.ts';
import { analyze } from '../report/analyze.ts';
import type { ReportAnalysis, TextKey } from '../report/model/index.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { smallestEdit } from './features/smallestEdit.ts';
import type { OwnRequests } from './ownRequests.ts';

const LIST_CHANGES = 'disclosureReport/listChanges';

export interface ChangesRequest {
  /** Of the open text. */
  readonly uri: string;
  /** The text as it was read from its document; left out where it is no document's. */
  readonly was?: string;
}

/** Answers with the list, a line a change; what is no report has none. */
export function serveChanges({ connection, locale }: OwnRequests, workspace: Workspace): void {
  connection.onRequest(LIST_CHANGES, async ({ uri, was }: ChangesRequest): Promise<{ text: string }> => {
    const report = await workspace.open(uri);
    if (!report?.analysis.isReport) return { text: '' };
    const { analysis } = report;
    const made = was === undefined ? [] : madeChanges(was, analysis, locale);
    const lines = [
      ...sayGroup('changes.made', made, locale),
      ...sayGroup('changes.open', listFixes({ analysis }, locale), locale),
    ];
    if (lines.length === 0) lines.push(translate({ key: 'changes.none', args: {} }, locale));
    return { text: `${lines.join('\n')}\n` };
  });
}

function madeChanges(was: string, { source }: ReportAnalysis, locale: Locale): readonly string[] {
  const now = source.text.replaceAll('\r\n', '\n');
  if (was === now) return [];
  const whole = { span: { start: 0, end: was.length }, newText: now };
  const rest = smallestEdit(was, whole);
  const edits = narrow(was, whole) ?? (rest ? [rest] : []);
  return listEdits({ analysis: analyze(was, { assumeReport: true }) }, edits, locale);
}

function sayGroup(key: TextKey, changes: readonly string[], locale: Locale): readonly string[] {
  if (changes.length === 0) return [];
  const heading = translate({ key, args: { count: changes.length } }, locale);
  return [heading, ...changes.map((line) => `  ${line}`)];
}
