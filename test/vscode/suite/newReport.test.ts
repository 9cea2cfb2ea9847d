import { commands, type TextEditor, type Uri, window, workspace } from 'vscode';
import { cleanUp, fixture, open } from './editor.ts';
import { eventually, ok, same } from './expect.ts';

/** Sorts before any other body, so that it is the one offered first. */
const issuer = '一溪镇人民政府';
const year = new Date().getFullYear() - 1;
const title = `${issuer}${year}年政府信息公开工作年度报告`;

/** Runs the command and takes what each of its questions offers. */
async function acceptAll(folder?: Uri): Promise<TextEditor> {
  let isDone = false;
  const done = Promise.resolve(commands.executeCommand('disclosureReport.newReport', folder)).finally(() => {
    isDone = true;
  });
  await eventually(async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    ok(isDone, 'still asking');
  });
  await done;
  ok(window.activeTextEditor, 'no draft');
  return window.activeTextEditor;
}

/** Last year's report, open: its numbers count as soon as the server has read it. */
async function openLastYear(): Promise<void> {
  const bytes = await workspace.fs.readFile(fixture('桐溪镇2024年政府信息公开工作年度报告.txt'));
  const text = new TextDecoder()
    .decode(bytes)
    .replaceAll('2024', `${year - 1}`)
    .replace('桐溪镇人民政府', issuer);
  const file = fixture(`copy-${issuer}${year - 1}年政府信息公开工作年度报告.txt`);
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await open(file);
}

describe('a new report', () => {
  afterEach(cleanUp);

  it('is drafted from last year’s, with its name and its folder, and not saved', async () => {
    await openLastYear();
    const { document, selection } = await eventually(async () => {
      const editor = await acceptAll(fixture(''));
      const { fileName, lineCount } = editor.document;
      if (!fileName.endsWith(`${title}.txt`))
        await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      ok(fileName.endsWith(`${title}.txt`), `${fileName} of ${lineCount} lines`);
      return editor;
    }, 30_000);
    same([document.isUntitled, document.languageId], [true, 'disclosure-report']);
    same(document.uri.path, fixture(`${title}.txt`).path);
    same(document.lineAt(0).text, title);
    same(document.lineAt(selection.active.line - 1).text, '（一）主动公开');
    ok(/^二、上年结转.*\t\d/m.test(document.getText()), document.getText());
    const names = (await workspace.fs.readDirectory(fixture(''))).map(([name]) => name);
    ok(!names.includes(`${title}.txt`), 'written before it was saved');
    const again = await acceptAll(fixture(''));
    same(again.document.uri.path, fixture(`${title} 2.txt`).path, 'a draft that is open is left alone');
  });
});
