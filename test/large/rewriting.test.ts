/** Tables of texts far larger than any report are written anew: the text is read as often as for a small one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import type { ReportAnalysis } from '../../server/src/report/model/index.ts';
import {
  type RewriteTarget,
  type Rewriting,
  rewriteTables,
} from '../../server/src/report/rewrite/rewrite.ts';
import { applyEdits } from '../unit/support/edits.ts';
import { numbersOf } from '../unit/support/layouts.ts';
import { changed, sound } from '../unit/support/report.ts';

const targets: readonly RewriteTarget[] = ['tabs', 'pipes', 'html', 'tidy'];
/** Once for the form's shape, once for rows as they stand, once to see that the rest still says the same. */
const MOST_READINGS = 3;

function rewrite(text: string, target: RewriteTarget): Rewriting {
  const analysis = analyze(text, { assumeReport: true });
  let readings = 0;
  const read = (changedText: string): ReportAnalysis => {
    readings++;
    return analyze(changedText, { assumeReport: true });
  };
  const rewriting = rewriteTables(analysis, analysis.tables, target, read);
  assert.ok(readings <= MOST_READINGS, `${readings} readings`);
  assert.equal(rewriting.done + rewriting.refused.length, analysis.tables.length);
  return rewriting;
}

describe('rewriting', () => {
  for (const target of targets) {
    it(`of thirty reports, one after the other: ${target}`, () => {
      const text = sound.repeat(30);
      const { edits, done } = rewrite(text, target);
      assert.equal(done, 90);
      assert.deepEqual(numbersOf(applyEdits(text, edits)), numbersOf(text));
    });
  }

  const licences = '行政许可\t1486\t\t\n';
  const odd: readonly (readonly [what: string, text: string])[] = [
    ['a cell of half a megabyte', changed([licences, `行政许可\t${'长'.repeat(250_000)}\t\t\n`])],
    ['many rows of its own', changed([licences, `${licences}${'其他事项\t1\t2\t3\n'.repeat(10_000)}`])],
    ['a row of many cells', changed([licences, `${licences}其他事项${'\t1'.repeat(100_000)}\n`])],
    [
      'a comment on each row, of a rule of its own',
      changed([
        licences,
        `${licences}${Array.from({ length: 10_000 }, (_, index) => `其他事项\t1\t2\t3\n<!-- disclosure-report-disable x${index} -->\n`).join('')}`,
      ]),
    ],
    ['pieces of words', changed([licences, `${licences}${'第\t本\t二\n'.repeat(10_000)}`])],
    ['one row again and again', '规章\t1\t2\t3\n'.repeat(10_000)],
    [
      'HTML cells that reach far',
      `<table>${'<tr><td rowspan=999>规章<td>1<td>2<td>3'.repeat(2_000)}</table>`,
    ],
    ['HTML tables', '<table><tr><td>规章<td>1<td>2<td>3</table>'.repeat(2_000)],
    ['blank lines behind it', `${sound.slice(0, sound.indexOf('三、收到'))}${'\n|'.repeat(100_000)}`],
  ];
  for (const [what, text] of odd)
    it(`of a table with ${what} is answered`, () => {
      for (const target of targets) rewrite(text, target);
    });
});
