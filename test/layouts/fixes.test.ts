/** What a fix adds to a report is written like the rest of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { fixed } from '../unit/support/edits.ts';
import { renderers, renderTables } from '../unit/support/layouts.ts';
import { reportOf, rulesIn, sound } from '../unit/support/report.ts';

describe('what a fix inserts', () => {
  const without = reportOf({ proceedings: '四、政府信息公开行政复议、行政诉讼情况\n\n' });

  for (const [name, render] of Object.entries(renderers)) {
    it(`is written like the report’s other tables, ${name}`, () => {
      const text = renderTables(without, render);
      const [own] = analyze(text).tables;
      const expected = own!.layout === 'pipes' || own!.layout === 'html' ? own!.layout : 'tabs';
      for (const [rule, report] of [
        ['table-missing', text],
        ['section-missing', text.replace('四、政府信息公开行政复议、行政诉讼情况', '')],
      ] as const) {
        const inserted = analyze(fixed(report, rule)).tables;
        assert.deepEqual(
          inserted.map(({ layout }) => layout),
          [own!.layout, own!.layout, expected],
        );
        assert.ok(inserted[2]!.cells.every(({ state }) => state === 'blank'));
        assert.ok(!rulesIn(fixed(report, rule)).includes('table-header'));
      }
    });
  }

  it('stands in a page between its paragraphs, not within them', () => {
    const page = renderTables(sound, renderers['HTML with merged cells']!).replace(
      /^(?!<table).+$/gm,
      '<p><b>$&</b></p>',
    );
    const table = page.match(/<table>.*<\/table>/g)![2]!;
    const statement = /<p><b>（一）收取信息处理费情况[^\n]*/.exec(page)![0];
    const faults = [
      ['section-missing', `<p><b>四、政府信息公开行政复议、行政诉讼情况</b></p>\n\n\n${table}\n`],
      ['section-missing', '<p><b>六、其他需要报告的事项</b></p>'],
      ['table-missing', table],
      ['fee-statement', statement],
      ['topic-missing', /<p><b>（三）政府信息管理情况[^\n]*/.exec(page)![0]],
    ] as const;
    for (const [rule, passage] of faults) {
      assert.ok(page.includes(passage), rule);
      const after = fixed(page.replace(passage, ''), rule);
      assert.ok(!rulesIn(after).includes(rule), rule);
      const tags = after
        .match(/<\/?(?:p|b|table)>/g)!
        .join('')
        .replaceAll('<b></b>', '');
      assert.equal(tags.replaceAll('<p></p>', '').replaceAll('<table></table>', ''), '', rule);
      assert.doesNotMatch(after, /(?:^|>)[^<>\n]*[一-龥]+[^<>\n]*$/m, rule);
    }
  });
});
