/**
 * Findings of `disclosure-report.json` files. VS Code checks the text of a JSON document while it is open, by the schema
 * this extension brings; the server's findings about the same text give way to its own then. Of a file that is not
 * open VS Code says nothing, and which reports there are it never knows.
 */
import { type Diagnostic, Disposable, languages, type TextDocument, Uri, workspace } from 'vscode';
import { planName } from './workspaceFiles.ts';

/** The code of findings that are about the file's text alone, whichever reports there are. */
const textFault = 'plan-text';

export class PlanFindings implements Disposable {
  readonly #shown = languages.createDiagnosticCollection('disclosure-report.plans');
  /** By URI: all that the server said last. */
  readonly #said = new Map<string, readonly Diagnostic[]>();
  readonly #listeners: Disposable;

  constructor() {
    const renew = ({ uri }: TextDocument): void => this.#show(uri);
    this.#listeners = Disposable.from(
      this.#shown,
      workspace.onDidOpenTextDocument(renew),
      workspace.onDidCloseTextDocument(renew),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('json.validate'))
          for (const uri of this.#said.keys()) this.#show(Uri.parse(uri));
      }),
    );
  }

  /** Takes what the server says of a file; tells whether that is such a file. */
  take(uri: Uri, diagnostics: readonly Diagnostic[]): boolean {
    if (!uri.path.endsWith(`/${planName}`)) return false;
    this.#said.set(uri.toString(), diagnostics);
    this.#show(uri);
    return true;
  }

  /** Forgets everything: the server that said it is gone. */
  clear(): void {
    this.#said.clear();
    this.#shown.clear();
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #show(uri: Uri): void {
    const said = this.#said.get(uri.toString());
    if (!said) return;
    const isChecked = isCheckedByVSCode(uri);
    this.#shown.set(
      uri,
      said.filter(({ code }) => !isChecked || code !== textFault),
    );
  }
}

function isCheckedByVSCode(uri: Uri): boolean {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  const isJson = document?.languageId === 'json' || document?.languageId === 'jsonc';
  return isJson && workspace.getConfiguration('json', uri).get('validate.enable', true);
}
