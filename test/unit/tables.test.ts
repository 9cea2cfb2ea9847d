/** Where tables begin and end: what belongs to one, what stands twice, where a missing one goes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { fixed, onlyFinding } from './support/edits.ts';
import { changed, parts, reportOf, rulesIn, sound } from './support/report.ts';

describe('a table that is missing', () => {
  it('is put behind what its section says', () => {
    const text = reportOf({ proceedings: '四、政府信息公开行政复议、行政诉讼情况\n\n全年没有发生。\n\n' });
    const after = fixed(text, 'table-missing');
    assert.match(after, /全年没有发生。\n\n行政复议\t/);
  });
});

describe('a table that stands twice', () => {
  const { applications } = parts;
  const table = applications.slice(applications.indexOf('（本列')).trimEnd();
  const apart =
    '本表一式两份，一份报送主管部门，另一份由本机关存档备查，两份内容完全相同，请各科室仔细核对，如有出入以存档的一份为准。';

  it('is two tables, whatever stands between', () => {
    const { tables } = analyze(changed([table, `${table}\n\n${apart}\n\n${table}`]));
    assert.deepEqual(
      tables.map(({ form, duplicates }) => [form.id, duplicates.length]),
      [
        ['proactive', 0],
        ['applications', 0],
        ['applications', 0],
        ['proceedings', 0],
      ],
    );
  });

  it('is one table cut in two where its last row is not there yet', () => {
    const row = table.slice(table.indexOf('\t（七）总计'));
    const { tables } = analyze(changed([row, `\n${apart}\n\n${row}`]));
    assert.equal(tables.length, 3);
    assert.ok(tables.every(({ isFlawless }) => isFlawless));
  });
});

describe('a row that stands twice', () => {
  const second = (text: string): string => {
    const { message, related } = onlyFinding(text, 'row-duplicate');
    const [first] = related;
    return `${message.args.row} ${text.slice(first!.span.start, first!.span.end).trim().slice(0, 6)}`;
  };

  it('is told by its name, with the first of them', () => {
    const row = '\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5';
    assert.equal(second(changed([row, `${row}\n${row}`])), '重复申请 2.重复申请');
  });

  it('is told by its groups where it has no label', () => {
    const row = '6\t2\t1\t3\t12\t3\t1\t0\t2\t6\t2\t0\t1\t1\t4';
    assert.equal(second(changed([row, `${row}\n${row}`])), '行政复议、行政诉讼 6\t2\t1\t');
  });
});

describe('rows in front of the first that names its table', () => {
  it('belong to it: the upper half of a label', () => {
    const header = sound.slice(sound.indexOf('（本列'), sound.indexOf('一、本年新收'));
    const text = changed(
      [header, ''],
      ['一、本年新收政府信息公开申请数量\t', '一、本年新收\t\t\t\t\t\t\t\t\t\n政府信息公开申请数量\t'],
    );
    assert.deepEqual(rulesIn(text), []);
    assert.equal(analyze(text).tables[1]!.lines[0]!.labelText, '一、本年新收政府信息公开申请数量');
  });
});

describe('columns under the header of another block', () => {
  it('are read all the same', () => {
    const text = changed(['第二十条第（八）项\t\t\t\n', '']);
    assert.deepEqual(rulesIn(text), []);
    assert.ok(analyze(text).tables[0]!.cells.every(({ state }) => state === 'number'));
  });
});
