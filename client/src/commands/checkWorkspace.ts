/** "Check all reports of the workspace": finds them by name and by content and has each one checked. */
import {
  type CancellationToken,
  commands,
  type Diagnostic,
  l10n,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BackgroundFindings } from '../backgroundFindings.ts';
import { shownAs } from '../documents/documentUri.ts';
import { plainNotice } from '../plainNotice.ts';
import { countDiagnostics, summary } from '../status.ts';
import { candidates, excluded, isReportFile } from '../workspaceFiles.ts';

/** Files are read and checked side by side, but not so many that the editor feels it. */
const atOnce = 8;

interface Outcome {
  readonly reports: number;
  readonly findings: readonly Diagnostic[];
  readonly unreadable: readonly Uri[];
}

type ReportProgress = (done: number, total: number) => void;

/** Runs the command with a progress notification; cancelling keeps what has been checked so far. */
export async function checkWorkspace(findings: BackgroundFindings): Promise<void> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Checking the reports of the workspace'),
    cancellable: true,
  };
  const outcome = await window.withProgress(options, (progress, token) =>
    checkAll(findings, token, (done, total) => {
      progress.report({ message: `${done} / ${total}`, increment: 100 / total });
    }),
  );
  await tell(outcome);
}

async function checkAll(
  findings: BackgroundFindings,
  token: CancellationToken,
  report: ReportProgress,
): Promise<Outcome> {
  const files = await workspace.findFiles(candidates, excluded, undefined, token);
  const found: Diagnostic[] = [];
  const unreadable: Uri[] = [];
  let reports = 0;
  let done = 0;
  findings.clear();
  await forEachAtOnce(files, token, async (file) => {
    try {
      const checked = (await isReportFile(file)) ? await findings.check(shownAs(file), token) : undefined;
      if (checked !== undefined) reports += 1;
      found.push(...(checked ?? []));
    } catch {
      if (!token.isCancellationRequested) unreadable.push(file);
    }
    done += 1;
    report(done, files.length);
  });
  return { reports, findings: found, unreadable };
}

/** Runs `work` for every file, a few at a time, until the user cancels. */
async function forEachAtOnce(
  files: readonly Uri[],
  token: CancellationToken,
  work: (file: Uri) => Promise<void>,
): Promise<void> {
  const queue = files.values();
  const worker = async (): Promise<void> => {
    for (const file of queue) {
      if (token.isCancellationRequested) return;
      await work(file);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function tell({ reports, findings, unreadable }: Outcome): Promise<void> {
  if (unreadable.length > 0) {
    const names = unreadable.map((file) => workspace.asRelativePath(file)).join(', ');
    window.showWarningMessage(plainNotice(l10n.t('Could not be read: {files}', { files: names })));
  }
  const text = l10n.t('Reports checked: {reports}. {summary}', {
    reports,
    summary: summary(countDiagnostics(findings)),
  });
  const show = l10n.t('Show Problems');
  const choice = await window.showInformationMessage(text, ...(findings.length > 0 ? [show] : []));
  if (choice === show) await commands.executeCommand('workbench.actions.view.problems');
}
