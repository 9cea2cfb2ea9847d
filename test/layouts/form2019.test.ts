/** The form of 2019 in every layout: signed numbers, blocks of two columns, one row of 其他处理. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { fixed, onlyFinding } from '../unit/support/edits.ts';
import { numbersOf, type Renderer, renderers } from '../unit/support/layouts.ts';
import { sound } from '../unit/support/report.ts';

const PROACTIVE = `第二十条第（一）项\t\t\t
信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t0\t0\t0
规范性文件\t5\t4\t31
第二十条第（五）项\t\t\t
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政许可\t12\t+3\t1486
其他对外管理服务事项\t4\t-1\t20
第二十条第（六）项\t\t\t
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政处罚\t7\t0\t273
行政强制\t2\t0\t64
第二十条第（八）项\t\t\t
信息内容\t上一年项目数量\t本年增/减\t
行政事业性收费\t3\t0\t
第二十条第（九）项\t\t\t
信息内容\t采购项目数量\t采购总金额\t
政府集中采购\t6\t251.5\t`;

const [before, , between, applications, after] = sound
  .replaceAll('2025', '2020')
  .replace('〔2021〕30号', '〔2019〕60号')
  .replace(/关于印发〈[^〉]*〉的通知/, '关于政府信息公开工作年度报告有关事项的通知')
  .split(/(第二十条第（一）项[\s\S]*?318\.42[^\n]*|（本列数据[\s\S]*?四、结转下年度[^\n]*)/) as [
  string,
  string,
  string,
  string,
  string,
];

/** The three rows of 其他处理 as the one that the form has. */
const ONE_ROW = /\t（六）其他处理\t1\.[\s\S]*?\t3\.其他[^\n]*/;
const SUM = '\t（六）其他处理\t\t6\t0\t0\t0\t1\t1\t8';

function reportIn(render: Renderer): string {
  const write = (table: string): string => `\n${render(table.split('\n').map((line) => line.split('\t')))}\n`;
  return [before, write(PROACTIVE), between, write(applications.replace(ONE_ROW, SUM)), after].join('');
}

describe('the form of 2019', () => {
  const tabs = reportIn((rows) => rows.map((row) => row.join('\t')).join('\n'));

  it('is sound with tabs', () => {
    const { form, findings } = analyze(tabs);
    assert.equal(form.id, '2019');
    assert.deepEqual(findings, []);
    assert.ok(numbersOf(tabs).every((number) => number !== null));
  });

  for (const [name, render] of Object.entries(renderers))
    it(`has the same numbers and no finding as ${name}`, () => {
      const text = reportIn(render);
      assert.deepEqual(analyze(text).findings, []);
      assert.deepEqual(numbersOf(text), numbersOf(tabs));
    });

  const change = (written: string): string => tabs.replace('事项\t4\t-1\t', `事项\t4\t${written}\t`);
  const changeOf = (text: string): number | null | undefined =>
    analyze(text).tables[0]!.cells.find(
      ({ form }) => form.row === 'otherServices' && form.column === 'change',
    )?.value;

  for (const [written, value] of [
    ['+3', 3],
    ['增3', 3],
    ['增加3', 3],
    ['↑3', 3],
    ['－1', -1],
    ['—1', -1],
    ['减少1', -1],
    ['↓1', -1],
  ] as const)
    it(`reads the change ${written}`, () => {
      assert.deepEqual(analyze(change(written)).findings, []);
      assert.equal(changeOf(change(written)), value);
    });

  for (const [written, right] of [
    ['+3项', '+3'],
    ['持平', '0'],
  ] as const)
    it(`asks for ${right} where the change is ${written}`, () => {
      const { message } = onlyFinding(change(written), 'cell-number');
      assert.equal(message.key, 'finding.cell-number.signed');
      assert.equal(fixed(change(written), 'cell-number'), change(right));
    });

  it('prescribes no unit for purchases', () => {
    assert.deepEqual(analyze(tabs.replace('采购总金额', '采购总金额（单位：元）')).findings, []);
  });
});
