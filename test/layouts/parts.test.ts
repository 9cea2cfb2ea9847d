/** The table without row labels in parts, and labels that stand apart from their numbers: right or unknown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { numbersOf } from '../unit/support/layouts.ts';
import { cellOf, parts, reportOf, rulesIn, sound } from '../unit/support/report.ts';

const HEADING = parts.proceedings.slice(0, parts.proceedings.indexOf('\n'));
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const NUMBERS = numbersOf(sound).slice(-15).map(String);
const GROUPS = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'].map((name, at) => ({
  name,
  numbers: NUMBERS.slice(at * 5, at * 5 + 5),
}));

const pipes = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const tabs = (cells: readonly string[]): string => cells.join('\t');
const html = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

describe('proceedings in parts are read whole', () => {
  const written: Readonly<Record<string, string>> = {
    'three Markdown tables': GROUPS.map(
      ({ name, numbers }) => `### ${name}\n\n${pipes(OUTCOMES)}\n|---|---|---|---|---|\n${pipes(numbers)}\n`,
    ).join('\n'),
    'three tables apart by tabs, in another order': GROUPS.toReversed()
      .map(({ name, numbers }) => `${name}\n${tabs(OUTCOMES)}\n${tabs(numbers)}\n`)
      .join('\n'),
    'three HTML tables': GROUPS.map(
      ({ name, numbers }) => `<p>${name}</p>\n${html([OUTCOMES, numbers])}`,
    ).join('\n'),
    'three labelled rows': [['类别', ...OUTCOMES], ...GROUPS.map(({ name, numbers }) => [name, ...numbers])]
      .map(pipes)
      .join('\n'),
    'three labelled rows apart by tabs': [
      ['', ...OUTCOMES],
      ...GROUPS.map(({ name, numbers }) => [name.replace(/^行政诉讼（|）$/g, ''), ...numbers]),
    ]
      .map(tabs)
      .join('\n'),
    'one row below a header in ruins': `${pipes(['维持', '纠正', '结果', '', '', '总'])}\n${pipes(NUMBERS)}`,
  };
  for (const [what, table] of Object.entries(written))
    it(what, () => {
      const text = reportOf({ proceedings: `${HEADING}\n\n${table}\n\n` });
      assert.deepEqual(numbersOf(text), numbersOf(sound));
      assert.deepEqual(
        rulesIn(text).filter((rule) => rule !== 'table-header'),
        [],
      );
    });

  it('but not where nothing says which part is which', () => {
    const table = GROUPS.map(({ numbers }) => `${pipes(OUTCOMES)}\n${pipes(numbers)}\n`).join('\n');
    const text = reportOf({ proceedings: `${HEADING}\n\n${table}\n` });
    assert.ok(
      numbersOf(text)
        .slice(-15)
        .every((value) => value === null),
    );
  });
});

describe('labels apart from their numbers', () => {
  const applications = (rows: string): string =>
    `${parts.applications.slice(0, parts.applications.indexOf('\n'))}\n\n${rows}\n`;
  const totals = (text: string, ...rows: string[]): (number | null)[] =>
    rows.map((row) => cellOf(analyze(text), 'applications', row, 'total').value);

  it('stacked in front of rows are given to none', () => {
    const text = reportOf({
      applications: applications(
        '1.属于国家秘密 0 0 0 0 0 0 0\n2.其他法律行政法规禁止公开\n3.危及“三安全一稳定”\n2 0 0 0 0 0 2\n5 0 0 0 0 0 5\n4.保护第三方合法权益 1 0 0 0 0 0 1',
      ),
    });
    assert.deepEqual(
      totals(text, 'refused.prohibitedByLaw', 'refused.safetyAndStability', 'refused.thirdPartyRights'),
      [null, null, 1],
    );
  });

  it('in columns below one another are said to be unclear, once', () => {
    const labels = ['1.信访举报投诉类申请', '2.重复申请', '3.要求提供公开出版物'].join('\n');
    const columns = ['3\n0\n1', '0\n0\n0', '0\n0\n0', '0\n0\n0', '0\n0\n0', '0\n0\n0', '3\n0\n1'].join(
      '\n\n',
    );
    const text = reportOf({ applications: applications(`（五）不予处理\n\n${labels}\n\n${columns}`) });
    assert.deepEqual(totals(text, 'notProcessed.petition', 'notProcessed.publication'), [null, null]);
    assert.deepEqual(
      rulesIn(text).filter((rule) => rule !== 'claim'),
      ['layout-unclear'],
    );
    const before = analyze(text);
    const moved = `\n${text}`;
    assert.deepEqual(
      analyze(moved, { previous: before }).tables.map(({ cells }) => cells),
      analyze(moved).tables.map(({ cells }) => cells),
    );
  });
});
