import {
  commands,
  languages,
  Position,
  type TextEditor,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { open as openDocument } from '../../../server/src/formats/open.ts';
import { documentFixture } from '../report.ts';
import { apply, cleanUp, findingOf, fixture, noFindingOf, preferredFix } from './editor.ts';
import { eventually, ok, same } from './expect.ts';

let copies = 0;

/** A copy of the Word document, opened as a person opens it: by a click in the explorer. */
async function openCopy(): Promise<{ readonly file: Uri; readonly editor: TextEditor }> {
  const file = fixture(`copy-${++copies}-${documentFixture}`);
  await workspace.fs.copy(fixture(documentFixture), file, { overwrite: true });
  await commands.executeCommand('vscode.open', file);
  const editor = await eventually(() => {
    const active = window.activeTextEditor;
    ok(active, 'no editor');
    ok(active.document.uri.path.startsWith(file.path), `${active.document.uri} is not the document's text`);
    return active;
  });
  return { file, editor };
}

async function textIn(file: Uri): Promise<string> {
  return (await openDocument(await workspace.fs.readFile(file), documentFixture)).text;
}

const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);

describe('a Word document', () => {
  afterEach(cleanUp);

  it('is opened as its text, in one tab, and checked', async () => {
    const { file, editor } = await openCopy();
    same(editor.document.languageId, 'disclosure-report');
    same(editor.document.getText(), await textIn(file));
    await ruleOfTotal(editor);
    await eventually(() => same(tabs().length, 1));
    await commands.executeCommand('vscode.open', file);
    await eventually(() => same(tabs().length, 1));
  });

  it('is mended in place: the fix is saved into the document, and nothing else', async () => {
    const { file, editor } = await openCopy();
    const { document } = editor;
    const before = await textIn(file);
    const rule = await ruleOfTotal(editor);
    await apply(await preferredFix(document, await findingOf(document, rule)));
    await noFindingOf(document, rule);
    ok(await document.save(), 'not saved');
    same(await textIn(file), before.replace('\t75', '\t57'));
    same(document.isDirty, false);
  });

  it('tells while one types what cannot be written back, and keeps what was typed', async () => {
    const { file, editor } = await openCopy();
    const { document } = editor;
    const before = await workspace.fs.readFile(file);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(3, 0), '新的一段\n');
    ok(await workspace.applyEdit(edit), 'not typed');
    await eventually(() => {
      const own = languages.getDiagnostics(document.uri).filter(({ code }) => code === undefined);
      same(
        own.map(({ range }) => range.start.line),
        [3],
      );
    });
    same(
      await document.save().then(
        (saved) => saved,
        () => false,
      ),
      false,
    );
    same(document.isDirty, true);
    same(await workspace.fs.readFile(file), before);
  });

  it('has its changes listed when they are saved, and those that are still to be made', async () => {
    const { editor } = await openCopy();
    const { document } = editor;
    const rule = await ruleOfTotal(editor);
    await apply(await preferredFix(document, await findingOf(document, rule)));
    await noFindingOf(document, rule);
    ok(await document.save(), 'not saved');
    await commands.executeCommand('disclosureReport.showChanges');
    const list = window.activeTextEditor?.document;
    same(list?.uri.scheme, 'disclosure-report-changes');
    same(list?.languageId, 'plaintext');
    ok(/表三 · .* · 总计.*75 → 57/.test(list?.getText() ?? ''), list?.getText() ?? '');
  });

  it('is exported as a web page and imported as a text that say the same', async () => {
    const { file, editor } = await openCopy();
    const page = fixture(`copy-${copies}.html`);
    await ruleOfTotal(editor);
    await commands.executeCommand('disclosureReport.exportDocument', page);
    const exported = await openDocument(await workspace.fs.readFile(page), 'copy.html');
    ok(exported.text.includes('\t75'), exported.text);
    await commands.executeCommand('disclosureReport.importDocument', file);
    const imported = window.activeTextEditor?.document;
    same(imported?.isUntitled, true);
    same(imported?.languageId, 'disclosure-report');
    same(imported?.getText(), await textIn(file));
  });
});

/** The rule by which the wrong total is told. */
async function ruleOfTotal({ document }: TextEditor): Promise<string> {
  return eventually(() => {
    const codes = languages
      .getDiagnostics(document.uri)
      .map(({ code }) => String(typeof code === 'object' ? code.value : code));
    const rule = codes.find((code) => code.endsWith('-total'));
    ok(rule, `no wrong total among ${codes}`);
    return rule;
  });
}
