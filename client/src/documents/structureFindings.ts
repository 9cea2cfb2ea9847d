/** Underlines what cannot be written back into a document while it is typed, not only when it is saved. */
import { Diagnostic, Disposable, l10n, languages, Range, type TextDocument, workspace } from 'vscode';
import type { DocumentFiles } from './documentFiles.ts';
import { documentScheme } from './documentUri.ts';
import { type StructureFault, structureFaults } from './structure.ts';

export function watchStructure(files: DocumentFiles): Disposable {
  const findings = languages.createDiagnosticCollection('disclosure-report.document');
  const check = (document: TextDocument): void => {
    if (document.uri.scheme !== documentScheme) return;
    const read = files.lastRead(document.uri);
    if (!read?.isWritable) return;
    const now = document.getText().split(/\r?\n/);
    const faults = structureFaults(read.text.split('\n'), now);
    findings.set(
      document.uri,
      faults.map((fault) => toDiagnostic(document, fault)),
    );
  };
  return Disposable.from(
    findings,
    workspace.onDidChangeTextDocument(({ document }) => check(document)),
    workspace.onDidCloseTextDocument(({ uri }) => findings.delete(uri)),
  );
}

function toDiagnostic(
  document: TextDocument,
  { from, to, kind, expected, found }: StructureFault,
): Diagnostic {
  const last = Math.min(to, document.lineCount) - 1;
  const range = new Range(Math.min(from, last), 0, last, document.lineAt(last).text.length);
  const message =
    kind === 'cells'
      ? l10n.t(
          'This row has {expected} cells in the document and {found} here: it cannot be saved. Cells are added and removed in Word.',
          { expected, found },
        )
      : l10n.t(
          'Here the document has {expected} paragraphs or rows, and the text {found}: it cannot be saved. They are added and removed in Word.',
          { expected, found },
        );
  const diagnostic = new Diagnostic(range, message);
  diagnostic.source = 'disclosure-report';
  return diagnostic;
}
