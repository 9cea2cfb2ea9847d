/** "New Report": asks whose and for which year, and shows the draft that the server makes. */
import { Uri, window, workspace } from 'vscode';
import { nameOf } from '../documents/documentUri.ts';
import {
  askForIssuer,
  askForLastYear,
  askForYear,
  type KnownIssuer,
  reportFile,
} from '../newReport/questions.ts';
import { type Draft, showDraft } from '../newReport/showDraft.ts';
import { plainNotice } from '../plainNotice.ts';
import type { ReportServer } from '../reportServer.ts';

interface KnownIssuers {
  readonly firstYear: number;
  readonly issuers: readonly KnownIssuer[];
}

interface NewReport extends Draft {
  /** What is to be looked at in last year's report. */
  readonly doubts: readonly string[];
}

/** @param chosen the folder of the menu that was used; without one the draft goes beside last year's report */
export async function newReport(server: ReportServer, chosen?: unknown): Promise<void> {
  try {
    await askAndDraft(server, chosen instanceof Uri ? chosen : undefined);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(plainNotice(reason));
  }
}

async function askAndDraft(server: ReportServer, folder: Uri | undefined): Promise<void> {
  const ask = async <Result>(method: string, params: object): Promise<Result> =>
    (await server.start()).sendRequest<Result>(`disclosureReport/${method}`, params);
  const known = ask<KnownIssuers>('knownIssuers', {});
  const issuer = await askForIssuer(known.then(({ issuers }) => issuers));
  if (issuer === undefined) return;
  const year = await askForYear((await known).firstYear);
  if (year === undefined) return;
  const { uris } = await ask<{ uris: readonly string[] }>('lastYearsReports', { issuer, year });
  const lastYear = await askForLastYear(uris);
  if (lastYear === undefined) return;
  const draft = await ask<NewReport>('newReport', { issuer, year, lastYear });
  await showDraft(draft, folder ?? folderFor(lastYear));
  for (const doubt of draft.doubts) tell(lastYear, doubt);
}

/** Beside last year's report, else in the first folder of the workspace. */
function folderFor(lastYear: string | null): Uri | undefined {
  const file = lastYear === null ? undefined : reportFile(lastYear);
  if (file && workspace.getWorkspaceFolder(file)) return Uri.joinPath(file, '..');
  return workspace.workspaceFolders?.[0]?.uri;
}

function tell(lastYear: string | null, doubt: string): void {
  const about = lastYear === null ? '' : `${nameOf(reportFile(lastYear))}: `;
  void window.showWarningMessage(plainNotice(about + doubt));
}
