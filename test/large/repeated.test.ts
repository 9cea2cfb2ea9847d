/** Texts far larger than any report are answered; that it takes linear time is measured by the bench. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { renderers, renderTables } from '../unit/support/layouts.ts';
import { sound } from '../unit/support/report.ts';

const MEGABYTE = 1_000_000;

describe('a large text', () => {
  const lines: readonly (readonly [what: string, piece: string])[] = [
    ['digits', '1'],
    ['tabs', '\t'],
    ['cells', '0\t'],
    ['pipes', '| 0 '],
    ['headings', '一、总体情况'],
    ['spaces', ' '],
    ['open comments', '<!-- disclosure-report-disable '],
    ['open tags', '<td>'],
    ['open brackets', '（具体'],
    ['dates', '2025年1月1日至'],
    ['prose', '我办依法公开政府信息，'],
  ];
  for (const [what, piece] of lines) {
    it(`of one line of ${what} is answered`, () => {
      const text = piece.repeat(MEGABYTE / 5 / piece.length);
      assert.equal(analyze(text, { assumeReport: true }).source.lineCount, 1);
    });
  }

  it('of thirty reports one after the other is one report with its sections repeated', () => {
    const analysis = analyze(sound.repeat(30));
    assert.equal(analysis.sections.length, 180);
    assert.equal(analysis.tables.length, 90);
    assert.ok(analysis.findings.every((finding) => finding.related.length <= 100));
  });

  for (const name of [
    'one cell a line',
    'a cell and its pipe a line',
    'aligned text',
    'raw text',
    'HTML with merged cells',
  ]) {
    it(`of thirty reports one after the other has every number as ${name}`, () => {
      const one = renderTables(sound, renderers[name]!);
      const { tables } = analyze(one.repeat(30));
      assert.equal(tables.length, 90);
      for (const [index, { cells }] of tables.entries())
        assert.deepEqual(
          cells.map(({ value }) => value),
          soundTables[index % 3],
        );
    });

    it(`takes no longer for each of many reports than for one as ${name}`, () => {
      const one = renderTables(sound, renderers[name]!);
      for (let round = 0; round < 30; round++) analyze(one);
      const single = timeOf(() => Array.from({ length: 40 }, () => analyze(one)));
      const together = timeOf(() => analyze(one.repeat(40)));
      assert.ok(together < single * 4, `${together} ms for 40 at once, ${single} ms one by one`);
    });
  }
});

const soundTables = analyze(sound).tables.map(({ cells }) => cells.map(({ value }) => value));

function timeOf(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}
