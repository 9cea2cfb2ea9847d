/** What the client knows about open documents without asking the server. */
import { languages, Range, type TextDocument, type TextDocumentContentChangeEvent } from 'vscode';
import { hasReportName, headLines, languageId, looksLikeReport } from './recognition.ts';

/** Schemes whose plain texts nobody reads as documents of their own. */
const foreignSchemes: ReadonlySet<string> = new Set([
  'output',
  'git',
  'debug',
  'disclosure-report-rule',
  'disclosure-report-before',
  'disclosure-report-changes',
]);

/** Documents that were given their language once already: a reader who takes it back is not overruled. */
const switches = new WeakMap<TextDocument, Promise<unknown>>();

/** Whether the document is a report as far as one can tell from its language, name and first lines. */
export function isReport(document: TextDocument): boolean {
  return document.languageId === languageId || (document.languageId === 'markdown' && seemsReport(document));
}

/** Gives a plain text that seems to be a report the report's language; resolves when it has it. */
export async function switchLanguage(document: TextDocument): Promise<void> {
  if (!switches.has(document) && document.languageId === 'plaintext' && seemsReport(document)) {
    switches.set(document, Promise.resolve(languages.setTextDocumentLanguage(document, languageId)));
  }
  await switches.get(document);
}

/** Whether a change can alter what `isReport` says. */
export function touchesHead(changes: readonly TextDocumentContentChangeEvent[]): boolean {
  return changes.some((change) => change.range.start.line < headLines);
}

function seemsReport(document: TextDocument): boolean {
  if (foreignSchemes.has(document.uri.scheme)) return false;
  return hasReportName(document.uri.path) || looksLikeReport(document.getText(new Range(0, 0, headLines, 0)));
}
