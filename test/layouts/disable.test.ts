/** "Disable for this line" silences one rule at one line and changes nothing that is read, in every layout. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import type { Finding, ReportAnalysis } from '../../server/src/report/model/index.ts';
import { disableForLine } from '../../server/src/report/suppression/writeSuppressions.ts';
import { applyEdits } from '../unit/support/edits.ts';
import { renderers, renderTables } from '../unit/support/layouts.ts';
import { changed, sound } from '../unit/support/report.ts';

/** A fault on a row, in a cell, in a header, on a heading and in prose. */
const faulty = changed(
  ['（一）予以公开\t\t41\t6\t1\t2\t3\t4\t57', '（一）予以公开\t\t41\t6\t1\t2\t3\t4\t75'],
  ['行政强制\t64', '行政强制\t６４'],
  ['2.其他法律行政法规禁止公开', '2.其他法律法规禁止公开'],
  ['六、其他需要报告的事项', '六、其他报告事项'],
  ['2025年1月1日至2025年12月31日', '2025年1月1日至2025年11月30日'],
);

describe('a rule is silenced at a line, and there only', () => {
  for (const [layout, render] of Object.entries({ tabs: null, ...renderers })) {
    it(layout, () => {
      const text = render ? renderTables(faulty, render) : faulty;
      const before = analyze(text);
      assert.ok(before.findings.length >= 5);
      for (const finding of before.findings) {
        const edit = disableForLine(before.source, finding.span.start, finding.rule);
        const after = analyze(applyEdits(text, [edit]));
        const others = before.findings.filter((other) => other !== finding);
        assert.deepEqual(after.findings.map(nameOf), others.map(nameOf), finding.rule);
        assert.deepEqual(numbersIn(after), numbersIn(before));
      }
    });
  }
});

it('a second rule goes into the comment that is there', () => {
  const text = sound.replace('行政强制\t64', '行政强制\t-64');
  const silence = (report: string, rule: string): string => {
    const edit = disableForLine(analyze(report).source, report.indexOf('-64'), rule);
    return applyEdits(report, [edit]);
  };
  const once = silence(text, 'cell-number');
  assert.ok(silence(once, 'cell-empty').includes('disable-next-line cell-number cell-empty -->\n行政强制'));
});

it('a tab row with a pipe in a cell is no row between pipes', () => {
  const text = sound.replace('行政强制\t64', '行政强制\t6|4');
  const edit = disableForLine(analyze(text).source, text.indexOf('6|4'), 'cell-number');
  assert.match(edit.newText, /disable-next-line cell-number -->\n$/);
});

function nameOf({ rule, message }: Finding): string {
  return `${rule} ${JSON.stringify(message)}`;
}

function numbersIn({ tables }: ReportAnalysis): unknown[] {
  return tables.flatMap(({ cells }) => cells.map(({ state, value }) => [state, value]));
}
