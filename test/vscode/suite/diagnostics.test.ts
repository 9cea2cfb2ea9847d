import { DiagnosticSeverity } from 'vscode';
import {
  cleanUp,
  findingOf,
  findings,
  fixture,
  noFindingOf,
  open,
  openCopy,
  placeOf,
  settled,
} from './editor.ts';
import { eventually, ok, same } from './expect.ts';

const feeStatement = '本年度未发出收费通知，未收取信息处理费。';

describe('diagnostics', () => {
  afterEach(cleanUp);

  it('stand on the very characters concerned', async () => {
    const { document } = await open(fixture('faulty.disclosure.txt'));
    await eventually(() =>
      same(findings(document), [
        { rule: 'cell-number', severity: 'error', line: 25, text: '３６' },
        { rule: 'row-label', severity: 'hint', line: 44, text: '2.其他法律法规禁止公开' },
        { rule: 'proceedings-total', severity: 'error', line: 70, text: '2' },
      ]),
    );
  });

  it('say what was expected, what was found, and name the addends', async () => {
    const { document } = await open(fixture('faulty.disclosure.txt'));
    const { message, relatedInformation, severity } = await findingOf(document, 'proceedings-total');
    same(severity, DiagnosticSeverity.Error);
    ok(/\b2\b/.test(message) && /\b1\b/.test(message), `both numbers expected in: ${message}`);
    const addends = (relatedInformation ?? []).map(({ location }) => document.getText(location.range));
    same(addends.slice(0, 4), ['1', '0', '0', '0']);
  });

  it('are silent on a sound report', async () => {
    const faulty = await open(fixture('faulty.disclosure.txt'));
    await findingOf(faulty.document, 'cell-number');
    const { document } = await open(fixture('桐溪镇2024年政府信息公开工作年度报告.txt'));
    await eventually(() => same(document.languageId, 'disclosure-report'));
    await settled();
    same(findings(document), []);
  });

  it('follow the typing', async () => {
    const editor = await openCopy('faulty.disclosure.txt');
    const { document } = editor;
    await findingOf(document, 'cell-number');
    ok(await editor.edit((change) => change.replace(placeOf(document, '３６'), '36')), 'not typed');
    await noFindingOf(document, 'cell-number');
    ok(
      await editor.edit((change) => change.replace(placeOf(document, feeStatement), '无其他事项。')),
      'not typed',
    );
    await findingOf(document, 'fee-statement');
  });
});
