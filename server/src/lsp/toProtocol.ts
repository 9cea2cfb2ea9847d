/** The one place where spans and messages become LSP ranges, edits and texts. */
import type {
  Diagnostic,
  DiagnosticSeverity,
  Location,
  TextEdit as LspTextEdit,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { hasText, translate } from '../l10n.ts';
import type {
  Finding,
  Message,
  MessageArguments,
  OtherPlace,
  Severity,
  Span,
  TextEdit,
  TextKey,
} from '../report/model/index.ts';
import type { Position, SourceText } from '../report/text/text.ts';
import { shownAs } from '../workspace/reports/documentUri.ts';
import type { Context } from './features/feature.ts';
import { smallestEdit } from './features/smallestEdit.ts';

const SOURCE = 'disclosure-report';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

/** The LSP range of a span of the report. */
export function toRange({ report }: Context, span: Span): Range {
  const { source } = report.analysis;
  return { start: source.positionAt(span.start), end: source.positionAt(span.end) };
}

/** The offset of an LSP position; one outside the text is moved inside. */
export function toOffset({ report }: Context, position: Position): number {
  return report.analysis.source.offsetAt(position);
}

/** The span of an LSP range. */
export function toSpan(context: Context, range: Range): Span {
  return { start: toOffset(context, range.start), end: toOffset(context, range.end) };
}

/** A place in the report itself. */
export function toLocation(context: Context, span: Span): Location {
  return { uri: context.report.uri, range: toRange(context, span) };
}

/** A place in another document, whose name is its URI. */
export function toOtherLocation({ client }: Context, { document, start, end }: OtherPlace): Location {
  return { uri: client.showsDocuments ? shownAs(document) : document, range: { start, end } };
}

/** The text for a key of `l10n/` in the client's language. */
export function say({ client }: Context, key: TextKey, args: MessageArguments = {}): string {
  return translate({ key, args }, client.locale);
}

/** The text for a key if there is one: a form that is not this project's own has none. */
export function sayIfKnown(context: Context, key: string): string | undefined {
  return hasText(key) ? say(context, key) : undefined;
}

/** A message in the client's language. */
export function sayMessage({ client }: Context, message: Message): string {
  return translate(message, client.locale);
}

/** A finding as a diagnostic; the related places only where the client shows them. */
export function toDiagnostic(context: Context, finding: Finding): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(context, finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: sayMessage(context, finding.message),
  };
  if (finding.related.length > 0 && context.client.showsRelatedInformation) {
    diagnostic.relatedInformation = finding.related.map(({ span, message, elsewhere }) => ({
      location: elsewhere ? toOtherLocation(context, elsewhere) : toLocation(context, span),
      message: sayMessage(context, message),
    }));
  }
  return diagnostic;
}

/** An error at a place of a text that is no report. */
export function toPlainDiagnostic(source: SourceText, span: Span, code: string, text: string): Diagnostic {
  const range = { start: source.positionAt(span.start), end: source.positionAt(span.end) };
  return { range, severity: severities.error, code, source: SOURCE, message: text };
}

/** An edit of the report, each change as small as it can be, for the version the report was read at. */
export function toWorkspaceEdit(context: Context, edits: readonly TextEdit[]): WorkspaceEdit {
  const { report, client } = context;
  const changes = toTextEdits(context, edits);
  if (!client.versionsEdits) return { changes: { [report.uri]: changes } };
  return {
    documentChanges: [{ textDocument: { uri: report.uri, version: report.version }, edits: changes }],
  };
}

function toTextEdits(context: Context, edits: readonly TextEdit[]): LspTextEdit[] {
  const { text } = context.report.analysis.source;
  return edits
    .map((edit) => smallestEdit(text, edit))
    .filter((edit) => edit !== null)
    .map(({ span, newText }) => ({ range: toRange(context, span), newText }));
}
