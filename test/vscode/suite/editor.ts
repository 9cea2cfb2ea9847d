/** What a person does in the editor, and sees there. */
import {
  CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { eventually, ok } from './expect.ts';

const root = workspace.workspaceFolders![0]!.uri;
let copies = 0;

export function fixture(name: string): Uri {
  return Uri.joinPath(root, name);
}

export async function open(uri: Uri): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
}

/** A copy of a fixture that a test may change and save, opened. */
export async function openCopy(name: string): Promise<TextEditor> {
  const copy = fixture(`copy-${++copies}-${name}`);
  await workspace.fs.copy(fixture(name), copy, { overwrite: true });
  return open(copy);
}

/** Closes every editor and deletes the copies, whatever state they are in. */
export async function cleanUp(): Promise<void> {
  while (window.activeTextEditor?.document.isDirty) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
  for (const [name] of await workspace.fs.readDirectory(root)) {
    if (name.startsWith('copy-')) await workspace.fs.delete(fixture(name));
  }
}

/** One finding, as short as it can be told: rule, severity, the text it stands on. */
export interface SeenFinding {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly text: string;
}

const severities = ['error', 'warning', 'information', 'hint'];

export function findings(document: TextDocument): SeenFinding[] {
  return ownDiagnostics(document)
    .map((diagnostic) => ({
      rule: ruleOf(diagnostic),
      severity: severities[diagnostic.severity]!,
      line: diagnostic.range.start.line + 1,
      text: document.getText(diagnostic.range),
    }))
    .sort((one, other) => one.line - other.line);
}

function ownDiagnostics(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === 'disclosure-report');
}

function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The diagnostic of a rule, once it is there. */
export function findingOf(document: TextDocument, rule: string): Promise<Diagnostic> {
  return eventually(() => {
    const found = ownDiagnostics(document).find((diagnostic) => ruleOf(diagnostic) === rule);
    ok(found, `no ${rule} among ${JSON.stringify(findings(document))}`);
    return found;
  });
}

export function noFindingOf(document: TextDocument, rule: string): Promise<void> {
  return eventually(() => {
    const rules = ownDiagnostics(document).map(ruleOf);
    ok(!rules.includes(rule), `${rule} is still there`);
  });
}

/** Waits until the server has answered what is opened only now: what it had to say of everything before is said. */
export async function settled(): Promise<void> {
  const { document } = await openCopy('faulty.disclosure.txt');
  await findingOf(document, 'cell-number');
}

export async function codeActions(document: TextDocument, range: Range, kind: CodeActionKind) {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
  );
  return actions.filter((action): action is CodeAction => action instanceof CodeAction || 'kind' in action);
}

/** The quick fix a person gets with one key: the preferred one at the finding. */
export async function preferredFix(document: TextDocument, diagnostic: Diagnostic): Promise<CodeAction> {
  return eventually(async () => {
    const actions = await codeActions(document, diagnostic.range, CodeActionKind.QuickFix);
    const found = actions.find(({ isPreferred }) => isPreferred);
    ok(found, `no preferred quick fix among ${JSON.stringify(actions.map(({ title }) => title))}`);
    return found;
  });
}

export async function apply({ title, edit, command }: CodeAction): Promise<void> {
  ok(edit || command, `“${title}” does nothing`);
  if (edit) ok(await workspace.applyEdit(edit), `“${title}” could not be applied`);
  if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** The place of `text`, which occurs once in the document. */
export function placeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  ok(start >= 0, `“${text}” is not in the document`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}
