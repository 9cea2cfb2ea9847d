import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerpt } from '../../server/src/cli/check/reporters/excerpt.ts';
import { displayWidth } from '../../server/src/report/text/width.ts';

test('Chinese characters are two columns wide', () => {
  assert.equal(displayWidth('总计 12'), 7);
  assert.equal(displayWidth('（一）'), 6);
  assert.equal(displayWidth('１２'), 4);
  assert.equal(displayWidth('e\u0301'), 1);
  assert.equal(displayWidth('𠮷'), 2);
});

test('the mark stands under the cell', () => {
  assert.deepEqual(excerpt('总计\t12\t3', 3, 5, 80), { line: '总计  12  3', indent: 6, width: 2 });
  assert.deepEqual(excerpt('总计\t\t3', 3, 3, 80), { line: '总计    3', indent: 6, width: 1 });
});

test('a long line is shown around the mark', () => {
  const line = `${'字'.repeat(100)}12${'尾'.repeat(100)}`;
  const shown = excerpt(line, 100, 102, 40);
  assert.match(shown.line, /^…字+12尾+…$/);
  assert.ok(displayWidth(shown.line) <= 40);
});

test('an excerpt never is too wide and its mark never lies outside', () => {
  const texts = fc.array(fc.constantFrom('字', 'a', '\t', '１', '😀', '\u001b', '\ud800'), { maxLength: 80 });
  fc.assert(
    fc.property(
      texts,
      fc.nat(80),
      fc.nat(80),
      fc.integer({ min: 8, max: 60 }),
      (characters, a, b, columns) => {
        const line = characters.join('');
        const [start, end] = [Math.min(a, b, line.length), Math.min(Math.max(a, b), line.length)];
        const shown = excerpt(line, start, end, columns);
        assert.ok(displayWidth(shown.line) <= columns);
        assert.ok(shown.indent >= 0 && shown.indent + shown.width <= Math.max(columns, 1) + 1);
      },
    ),
  );
});
