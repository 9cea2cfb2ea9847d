/** All that understands reports, as one module: what a server loads once it has answered `initialize`. */

export { clientFiles } from '../workspace/reports/clientFiles.ts';
export { locatorOf } from '../workspace/reports/reportFiles.ts';
export { ReportIndex } from '../workspace/reports/reportIndex.ts';
export { SettingsStore } from '../workspace/settings.ts';
export { TokenHistory } from '../workspace/tokenHistory.ts';
export { type OpenReport, Workspace } from '../workspace/workspace.ts';
export { executeCommand } from './commands.ts';
export { serveDocuments } from './documents.ts';
export { serveExports } from './exports.ts';
export { codeActions } from './features/codeActions.ts';
export { noDiagnostics, pullDiagnostics } from './features/diagnostics.ts';
export { documentSymbols } from './features/documentSymbols.ts';
export { foldingRanges } from './features/folding.ts';
export { hover } from './features/hover.ts';
export { definition, highlights, references } from './features/relations.ts';
export { selectionRanges } from './features/selectionRanges.ts';
export { changedTokens, fullTokens, tokensInRange } from './features/semanticTokens.ts';
export { serveChanges } from './listChanges.ts';
export { serveNewReports } from './newReports.ts';
export { OtherReports } from './otherReports.ts';
export { Publisher } from './publisher.ts';
