/** Comments in tables written anew go with their rows, and silence the same rows and no other. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { numbersOf, renderers, renderTables } from '../unit/support/layouts.ts';
import { changed, rulesIn, sound } from '../unit/support/report.ts';
import { layouts, read, rewriting, rewritten, said, targets } from '../unit/support/rewriting.ts';

describe('a comment on a row', () => {
  const quiet = changed(
    ['行政强制\t64', '<!-- disclosure-report-disable-next-line cell-empty -->\n行政强制\t/'],
    [
      '1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1',
      '1.属于国家秘密\t1\t-\t0\t0\t0\t0\t1 <!-- disclosure-report-disable-line cell-empty -->',
    ],
    [
      '6\t2\t1\t3\t12\t3\t1\t0\t2\t6\t2\t0\t1\t1\t4',
      '6\t2\t1\t3\t12\t3\t1\t0\t2\t6\t2\t0\t1\t1\t- <!-- disclosure-report-disable-line cell-empty -->',
    ],
  );

  for (const first of targets) {
    for (const second of layouts) {
      it(`goes with it, ${first} and ${second}`, () => {
        const text = rewritten(rewritten(quiet, first), second);
        assert.equal(text.match(/<!-- disclosure-report-disable-line cell-empty -->$/gm)!.length, 3);
        assert.deepEqual(said(text), said(quiet));
        assert.ok(!rulesIn(text).includes('cell-empty') && !rulesIn(text).includes('unused-suppression'));
        if (second === 'pipes') assert.doesNotMatch(text, /^(?!\|).*\n\| ---/m);
      });
    }
  }
});

describe('comments around rows', () => {
  const comment = (what: string): string => `<!-- disclosure-report-${what} -->\n`;
  /** A text in the cell of every total of the table of applications and of the numbers above it. */
  const wrong = sound.replace(/^(?=\D)(.*\t)(\d+)(\t*)$/gm, '$1$2件$3');
  const around = (...comments: readonly (readonly [row: string, what: string])[]): string =>
    comments.reduce((text, [row, what]) => {
      assert.equal(text.split(row).length, 2, row);
      return text.replace(row, comment(what) + row);
    }, wrong);

  /** The rows at which nothing is said of what stands in a number's cell. */
  function silencedRows(text: string): string[] {
    const { tables, findings } = read(text);
    const told = findings
      .filter(({ rule }) => rule === 'cell-number')
      .flatMap(({ span, related }) => [span.start, ...related.map((place) => place.span.start)]);
    const cells = tables.flatMap((table) => table.cells).filter(({ text }) => text.endsWith('件'));
    return cells.filter(({ span }) => !told.includes(span.start)).map(({ form }) => form.row!);
  }

  const refusals = '\t\t2.其他法律行政';
  const publications = '\t\t3.要求提供公开出版物';
  for (const [what, text, count] of [
    ['begin and end', around([refusals, 'disable cell-number'], [publications, 'enable cell-number']), 12],
    ['take in every rule', around([refusals, 'disable'], [publications, 'enable']), 12],
    ['take in one row', around([refusals, 'disable cell-number'], ['\t\t3.危及', 'enable']), 1],
    [
      'begin in one table and end in the next',
      around([publications, 'disable'], ['6\t2\t1\t3\t12', 'enable']),
      8,
    ],
    ['begin and do not end', around([publications, 'disable cell-number']), 8],
    ['end only', comment('disable cell-number') + around([publications, 'enable cell-number']), 22],
    [
      'reach over each other',
      around(
        [refusals, 'disable cell-number'],
        ['\t\t4.保护', 'disable row-total'],
        [publications, 'enable'],
      ),
      12,
    ],
    [
      'begin at a header',
      around(['第二十条第（六）项', 'disable cell-number'], ['第二十条第（八）项', 'enable']),
      2,
    ],
    [
      'stand behind a row, where one ends and another begins',
      around([refusals, 'disable cell-number']).replace(
        /^(\t\t6\.属于四类.*)$/m,
        '$1 <!-- disclosure-report-enable --> <!-- disclosure-report-disable cell-number -->',
      ),
      20,
    ],
  ] as const) {
    it(`that ${what} silence the same rows in every layout`, () => {
      const quiet = silencedRows(text);
      assert.equal(quiet.length, count, quiet.join());
      for (const first of targets) {
        for (const second of layouts) {
          const after = rewritten(rewritten(text, first), second);
          assert.deepEqual(silencedRows(after), quiet, `${first}, ${second}`);
          assert.deepEqual(said(after), said(text), `${first}, ${second}`);
          assert.deepEqual(numbersOf(after), numbersOf(text));
          assert.equal(after.split('<!--').length, text.split('<!--').length);
        }
      }
    });
  }
});

describe('what no comment in the new table could say is refused', () => {
  it('a comment that silences a part of a row', () => {
    const lines = renderTables(sound, renderers['one cell a line']!);
    const comment = '<!-- disclosure-report-disable cell-empty -->';
    const text = lines.replace('（二）部分公开', `${comment}\n（二）部分公开`);
    assert.deepEqual(rewriting(text, 'pipes').refused, []);
    const inside = lines.replace(/(（二）部分公开.*\n)/, `$1${comment}\n`);
    assert.deepEqual(rewriting(inside, 'pipes').refused[0]?.reason, {
      key: 'rewrite.refused.comment',
      args: { comment },
    });
  });

  it('comments around no row', () => {
    const [begin, end] = ['disable', 'enable'].map(
      (what) => `<!-- disclosure-report-${what} cell-empty -->\n`,
    );
    const text = changed(['\t（五）不予处理', `${begin}${end}\t（五）不予处理`]);
    // Written behind rows the second would come before the first, which would go on to the end.
    assert.deepEqual(
      rewriting(text, 'tabs').refused.map(({ reason }) => reason.key),
      ['rewrite.refused.changed'],
    );
  });
});
