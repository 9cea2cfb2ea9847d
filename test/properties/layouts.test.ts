/** A report with any numbers says the same in whatever layout its tables are written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyze } from '../../server/src/report/analyze.ts';
import { numbersOf, renderers, renderTables, tablesOf } from '../unit/support/layouts.ts';
import { balancedReport, withNumberAt } from '../unit/support/numbers.ts';
import { sound } from '../unit/support/report.ts';
import { check } from './check.ts';

const RUNS = 12;

/** Each finding by its rule, its cells and its fixes, wherever they stand in the text. */
function saidOf(text: string): readonly string[] {
  return analyze(text).findings.map(({ rule, message, fixes, related }) =>
    JSON.stringify([rule, message, related.map((place) => place.message), fixes.map((fix) => fix.title)]),
  );
}

describe('a report whose numbers obey the balance rules', () => {
  for (const [name, render] of Object.entries(renderers)) {
    it(`has the same numbers and no finding as ${name}`, () => {
      check(balancedReport, RUNS, (report) => {
        const text = renderTables(report, render);
        assert.deepEqual(numbersOf(text), numbersOf(report));
        assert.deepEqual(saidOf(text), saidOf(report));
      });
    });

    it(`has the same findings as ${name} when one number is changed`, () => {
      const changed = fc.tuple(balancedReport, fc.nat({ max: 189 }), fc.nat({ max: 500 }));
      check(changed, RUNS, ([report, index, value]) => {
        const analysis = analyze(report);
        const cell = analysis.tables.slice(1).flatMap((table) => table.cells)[index]!;
        const wrong = withNumberAt(analysis, cell, value);
        const text = renderTables(wrong, render);
        assert.deepEqual(numbersOf(text), numbersOf(wrong));
        assert.deepEqual(saidOf(text), saidOf(wrong));
      });
    });
  }
});

describe('numbers left out', () => {
  const rows = sound.split('\n').filter((line) => /^(?!行政复议).*\t.*(?:\t\d+){7}$/.test(line));

  /** The sound report with the numbers at some places of table `applications` taken away. */
  function blanked(places: readonly number[]): string {
    const cells = rows.map((row) => row.split('\t'));
    for (const place of places) {
      const row = cells[Math.floor(place / 7)]!;
      row[row.length - 7 + (place % 7)] = '';
    }
    return rows.reduce((text, row, index) => text.replace(row, () => cells[index]!.join('\t')), sound);
  }

  /** What a report with all its cells says, by row and column; '' for a blank. */
  function truthOf(report: string): readonly string[] {
    return report
      .split('\n')
      .filter((line) => line.split('\t').length === 10)
      .filter((line) => /^[一二三四]、|^\t{1,2}[（\d]/.test(line))
      .flatMap((line) => line.split('\t').slice(-7));
  }

  for (const [name, render] of Object.entries(renderers)) {
    it(`never put another in a wrong column as ${name}`, () => {
      const somePlaces = fc.uniqueArray(fc.nat(rows.length * 7 - 1), { minLength: 1, maxLength: 90 });
      check(somePlaces, 3 * RUNS, (places) => {
        const report = blanked(places);
        const truth = truthOf(report);
        assert.equal(truth.length, 175);
        const table = tablesOf(renderTables(report, render)).find(({ form }) => form.id === 'applications');
        for (const [index, { state, value }] of (table?.cells ?? []).entries()) {
          if (state === 'unknown') continue;
          const expected = truth[index]!;
          assert.equal(
            value ?? '',
            state === 'derived' && expected === '' ? 0 : expected && Number(expected),
          );
        }
      });
    });
  }
});

describe('pieces of every layout in any order', () => {
  const pieces = [
    '<table>',
    '</table>',
    '<tr>',
    '<td colspan="2">',
    '<td rowspan=3>',
    '</td>',
    '</tr>',
    '<p>',
    '</p>',
    '<br>',
    '<!--',
    '-->',
    '&nbsp;',
    '&#99999999999;',
    '&amp',
    '<',
    '>',
    '|',
    '||',
    '\\|',
    ' | ',
    '\n',
    '\r\n',
    '\n\n',
    '\t',
    ' ',
    '0',
    '7',
    '12 ',
    '/',
    '一、总体情况',
    '三、收到和处理政府信息公开申请情况',
    '第二十条第（一）项',
    '信息内容',
    '规章',
    '行政规范性文件',
    '自然人',
    '总计',
    '三、本年度办理结果',
    '（一）予以公开',
    '（三）不予公开',
    '1.属于国家秘密',
    '结果维持',
    '商业',
    '企业',
    '说明',
    '---',
  ];

  it('are read without an error, every place inside the text', () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join(''));
    check(texts, 500, (text) => {
      for (const { cells, span, header } of tablesOf(text)) {
        for (const place of [span, ...cells.map((cell) => cell.span), ...header.map((label) => label.span)])
          assert.ok(0 <= place.start && place.start <= place.end && place.end <= text.length);
      }
    });
  });
});
