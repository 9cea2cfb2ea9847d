/** The extension as it is everywhere: on the desktop, in a remote and in the browser. */
import { commands, type Disposable, type ExtensionContext, workspace } from 'vscode';
import { activeReport, followActiveReport } from './activeReport.ts';
import { BackgroundFindings } from './backgroundFindings.ts';
import { checkWorkspace } from './commands/checkWorkspace.ts';
import { registerExplainRule } from './commands/explainRule.ts';
import { exportDocument } from './commands/exportDocument.ts';
import { registerFixAll } from './commands/fixAll.ts';
import { importDocument } from './commands/importDocument.ts';
import { newReport } from './commands/newReport.ts';
import { openDocumentCommand } from './commands/openDocument.ts';
import { recomputeRow } from './commands/recomputeRow.ts';
import { rewriteTables } from './commands/rewriteTables.ts';
import { showAccount } from './commands/showAccount.ts';
import { registerShowChanges } from './commands/showChanges.ts';
import { registerDocumentEditor } from './documents/documentEditor.ts';
import { DocumentFiles } from './documents/documentFiles.ts';
import { documentScheme } from './documents/documentUri.ts';
import { watchStructure } from './documents/structureFindings.ts';
import { type CreateClient, ReportServer } from './reportServer.ts';
import { watchReports } from './reportWatch.ts';
import { showStatus } from './status.ts';
import { toggleAlignment } from './table/alignmentSetting.ts';
import { ReportTables } from './table/reportTables.ts';

/** What the extension tells other extensions, and its own tests. */
export interface ExtensionApi {
  /** Whether the language server has been started: not before a report is open. */
  isServerStarted(): boolean;
}

/** Registers everything; the server is started later, by the first report. */
export function activateExtension(context: ExtensionContext, createClient: CreateClient): ExtensionApi {
  const server = new ReportServer(createClient);
  const findings = new BackgroundFindings(server);
  const tables = new ReportTables();
  const files = new DocumentFiles(server);
  context.subscriptions.push(
    findings,
    server,
    ...registerCommands(server, findings),
    ...registerExplainRule(context.extension),
    ...registerDocuments(files),
    ...registerShowChanges(server, files),
    ...registerFixAll(server),
    tables,
    ...watchReports(() => {
      startQuietly(server);
      void tables.start();
    }),
    ...showStatus(),
    ...keepContextKey(),
  );
  return { isServerStarted: () => server.isStarted };
}

function registerCommands(server: ReportServer, findings: BackgroundFindings): Disposable[] {
  return [
    commands.registerCommand('disclosureReport.newReport', (folder?: unknown) => newReport(server, folder)),
    commands.registerCommand('disclosureReport.checkWorkspace', () => checkWorkspace(findings)),
    commands.registerCommand('disclosureReport.rewriteAsTabs', () => rewriteTables(server, 'tabs')),
    commands.registerCommand('disclosureReport.rewriteAsMarkdown', () => rewriteTables(server, 'markdown')),
    commands.registerCommand('disclosureReport.rewriteAsHtml', () => rewriteTables(server, 'html')),
    commands.registerCommand('disclosureReport.tidyTables', () => rewriteTables(server, 'tidy')),
    commands.registerCommand('disclosureReport.exportDocument', (file?: unknown) =>
      exportDocument(server, file),
    ),
    commands.registerCommand('disclosureReport.recomputeRow', () => recomputeRow(server)),
    commands.registerCommand('disclosureReport.toggleAlignment', () => toggleAlignment()),
    commands.registerCommand('disclosureReport.showOutput', () => server.showOutput()),
    commands.registerCommand('disclosureReport.restartServer', () => server.restart()),
  ];
}

/** Reports that are no text are shown as texts of a file system of their own. */
function registerDocuments(files: DocumentFiles): Disposable[] {
  return [
    files,
    workspace.registerFileSystemProvider(documentScheme, files, { isCaseSensitive: true }),
    workspace.onDidCloseTextDocument(({ uri }) => files.forget(uri)),
    registerDocumentEditor(),
    commands.registerCommand('disclosureReport.openDocument', openDocumentCommand),
    commands.registerCommand('disclosureReport.importDocument', (file?: unknown) =>
      importDocument(files, file),
    ),
    watchStructure(files),
    commands.registerCommand('disclosureReport.showAccount', () => showAccount(files)),
  ];
}

/** The client reports a failed start itself, in its output and as a message. */
function startQuietly(server: ReportServer): void {
  server.start().catch(() => undefined);
}

/** Keeps the context key that menus and the command palette ask for. */
function keepContextKey(): Disposable[] {
  return followActiveReport(() => {
    void commands.executeCommand('setContext', 'disclosureReport.active', activeReport() !== undefined);
  });
}
