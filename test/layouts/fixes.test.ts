/** What a fix adds to a report is written like the rest of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { fixed } from '../unit/support/edits.ts';
import { renderers, renderTables } from '../unit/support/layouts.ts';
import { reportOf, rulesIn } from '../unit/support/report.ts';

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
});
