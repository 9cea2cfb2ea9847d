import { CodeActionKind, commands, type TextDocument } from 'vscode';
import { apply, cleanUp, codeActions, findingOf, findings, openCopy, placeOf } from './editor.ts';
import { contains, eventually, ok, same } from './expect.ts';

const rewrite = CodeActionKind.RefactorRewrite.append('disclosureReport');

async function openFaulty(): Promise<TextDocument> {
  const { document } = await openCopy('faulty.disclosure.txt');
  await findingOf(document, 'proceedings-total');
  return document;
}

/** Rules and the texts they stand on: their lines may be others. */
function found(document: TextDocument): string[] {
  return findings(document)
    .map(({ rule, text }) => `${rule}: ${text}`)
    .sort();
}

describe('rewriting tables', () => {
  afterEach(cleanUp);

  it('is a refactoring of the table at the cursor', async () => {
    const document = await openFaulty();
    const before = found(document);
    const actions = await codeActions(document, placeOf(document, '行政复议\t'), rewrite.append('table'));
    const action = actions.find(({ kind }) => kind?.value.endsWith('.markdown'));
    ok(action, `no rewriting in Markdown among ${actions.map(({ title }) => title).join(', ')}`);
    await apply(action);
    contains(document.getText(), '\n| ---', '| 行政复议 ', '信息内容\t本年制发件数');
    await eventually(() => same(found(document), before));
  });

  it('is a command for the whole report, and back', async () => {
    const document = await openFaulty();
    const [text, before] = [document.getText(), found(document)];
    await commands.executeCommand('disclosureReport.rewriteAsHtml');
    contains(document.getText(), '<td rowspan="3" colspan="3">', '<td colspan="5">行政复议</td>');
    await eventually(() => same(found(document), before));
    await commands.executeCommand('disclosureReport.rewriteAsTabs');
    same(document.getText(), text);
  });

  it('tidies labels', async () => {
    const document = await openFaulty();
    await findingOf(document, 'row-label');
    await commands.executeCommand('disclosureReport.tidyTables');
    await eventually(() =>
      ok(!found(document).some((each) => each.startsWith('row-label')), 'row-label is still there'),
    );
  });
});
