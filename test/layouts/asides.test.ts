/** Columns that the form does not have, and words that stand for nothing, in every layout. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import {
  isLineRow,
  numbersOf,
  type Renderer,
  type Rows,
  renderers,
  renderTables,
  valuesFrom,
} from '../unit/support/layouts.ts';
import { sound } from '../unit/support/report.ts';

/** With a column of running numbers in front of labels. */
function numbered(rows: Rows): Rows {
  let count = 0;
  return rows.map((row, at) => {
    const isNumbered = isLineRow(row) && valuesFrom(row) > 0;
    return [at === 0 ? '序号' : isNumbered ? String(++count) : '', ...row];
  });
}

/** With a column of remarks behind, some of them filled. */
function remarked(rows: Rows): Rows {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row, at) => {
    const remark = at === 0 ? '备注' : at % 4 === 3 && isLineRow(row) ? '已核对' : '';
    return [...row, ...Array.from({ length: width - row.length }, () => ''), remark];
  });
}

/** With a word for nothing in blank cells. */
const nothing = (word: string) => (rows: Rows) => rows.map((row) => row.map((cell) => cell || word));

const rowLayouts: readonly (readonly [string, Renderer])[] = [
  ['tabs', (rows) => rows.map((row) => row.join('\t')).join('\n')],
  ...Object.entries(renderers).filter(([name]) => /Markdown with a sep|without spaces|HTML cell/.test(name)),
];
const changes: Readonly<Record<string, (rows: Rows) => Rows>> = {
  'running numbers': numbered,
  remarks: remarked,
  'nan for nothing': nothing('nan'),
  'NULL for nothing': nothing('NULL'),
};

describe('in a table with', () => {
  for (const [what, change] of Object.entries(changes))
    for (const [name, render] of rowLayouts)
      it(`${what} every number is read: ${name}`, () => {
        const text = renderTables(sound, (rows) => render(change(rows)));
        assert.deepEqual(numbersOf(text), numbersOf(sound));
        const rules = analyze(text).findings.map(({ rule }) => rule);
        assert.deepEqual(rules, []);
      });

  it('running numbers no number is wrong in any layout', () => {
    for (const [name, render] of Object.entries(renderers).filter(([other]) => !/aligned|raw/.test(other))) {
      const text = renderTables(sound, (rows) => render(numbered(rows)));
      const right = numbersOf(sound);
      const wrong = numbersOf(text).filter((value, at) => value !== null && value !== right[at]);
      assert.deepEqual(wrong, [], name);
    }
  });
});
