import { window, workspace } from 'vscode';
import { cleanUp, findingOf, findings, fixture, open, settled } from './editor.ts';
import { eventually, ok, same } from './expect.ts';

/** 青石镇人民政府2025年政府信息公开工作年度报告, a line break and 一、总体情况, as Windows in Chinese writes them. */
const inGbk =
  'c7e0caafd5f2c8cbc3f1d5feb8ae32303235c4ead5feb8aed0c5cfa2b9abbfaab9a4d7f7c4eab6c8b1a8b8e60ad2bba1a2d7dccce5c7e9bff60a';

describe('recognition', () => {
  afterEach(cleanUp);

  for (const [why, name] of [
    ['its name', '桐溪镇2024年政府信息公开工作年度报告.txt'],
    ['the ending .disclosure.txt', 'faulty.disclosure.txt'],
    ['its first lines', 'recognised-by-content.txt'],
  ] as const) {
    it(`takes a plain text for a report by ${why}`, async () => {
      const { document } = await open(fixture(name));
      await eventually(() => same(document.languageId, 'disclosure-report'));
    });
  }

  it('reads a report by its name in GBK', async () => {
    const file = fixture('copy-青石镇2025年政府信息公开工作年度报告.txt');
    const bytes = inGbk.match(/../g)!.map((byte) => Number.parseInt(byte, 16));
    await workspace.fs.writeFile(file, Uint8Array.from(bytes));
    const { document } = await open(file);
    same(document.lineAt(1).text, '一、总体情况');
    await findingOf(document, 'section-missing');
  });

  it('leaves other plain texts alone', async () => {
    await open(fixture('faulty.disclosure.txt'));
    const { document } = await open(fixture('notes.txt'));
    await settled();
    same(document.languageId, 'plaintext');
    same(findings(document), []);
  });

  it('serves a Markdown report, which stays Markdown', async () => {
    const { document } = await open(fixture('markdown.disclosure.md'));
    const { range } = await findingOf(document, 'cell-number');
    same(document.getText(range), '３６');
    same(document.languageId, 'markdown');
    ok(findings(document).length === 1, `one finding expected: ${JSON.stringify(findings(document))}`);
  });

  it('takes an untitled document for a report as soon as its text says so', async () => {
    const { document } = await window.showTextDocument(await workspace.openTextDocument());
    const report = await workspace.fs.readFile(fixture('faulty.disclosure.txt'));
    const text = new TextDecoder().decode(report);
    ok(await window.activeTextEditor?.edit((edit) => edit.insert(document.positionAt(0), text)), 'not typed');
    const current = () => window.activeTextEditor!.document;
    await eventually(() => same(current().languageId, 'disclosure-report'));
    const { range } = await findingOf(current(), 'cell-number');
    same(current().getText(range), '３６');
  });
});
