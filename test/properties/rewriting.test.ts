/** Any report with its tables written anew says what it said before, and has every word. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { RewriteTarget } from '../../server/src/report/rewrite/rewrite.ts';
import { applyEdits } from '../unit/support/edits.ts';
import { numbersOf, renderers, renderTables } from '../unit/support/layouts.ts';
import { damaged } from '../unit/support/mutations.ts';
import { balancedReport } from '../unit/support/numbers.ts';
import { sound } from '../unit/support/report.ts';
import { layouts, read, rewriting, rewritten, said, targets } from '../unit/support/rewriting.ts';
import { check } from './check.ts';

describe('any report', () => {
  const originals = [sound, ...Object.values(renderers).map((render) => renderTables(sound, render))];

  it('says the same after a rewriting, damaged or not', () => {
    const arbitrary = fc.tuple(damaged(originals), fc.constantFrom(...targets));
    check(arbitrary, 250, ([text, target]) => {
      const { edits, refused, done } = rewriting(text, target);
      const after = applyEdits(text, edits);
      assert.equal(done + refused.length, read(text).tables.length);
      assert.deepEqual(numbersOf(after), numbersOf(text));
      assertWordsSurvive(text, after, target);
      if (target !== 'tidy') assert.deepEqual(said(after), said(text));
    });
  });

  it('with other numbers goes from layout to layout and back', () => {
    const arbitrary = fc.tuple(balancedReport, fc.array(fc.constantFrom(...layouts), { maxLength: 4 }));
    check(arbitrary, 60, ([text, path]) => {
      const there = path.reduce(rewritten, text);
      assert.deepEqual(numbersOf(there), numbersOf(text));
      assert.equal(rewritten(there, 'tabs'), text);
    });
  });
});

/** Every word of a text is in the other, on its own or joined; page footers may go, reworded labels too where tidied. */
function assertWordsSurvive(before: string, after: string, target: RewriteTarget): void {
  const labels =
    target === 'tidy'
      ? read(before).tables.flatMap(({ lines }) => lines.map(({ labelText }) => labelText))
      : [];
  const now = bare(plain(after) + labels.join(''));
  for (const word of plain(before).split(/[\s|]+/)) {
    if (/^[-—–:]*\d{0,4}[-—–:]*$/.test(word)) continue;
    assert.ok(now.includes(bare(word)), `“${word}” is gone`);
  }
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '');
}

function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replaceAll('\\|', '|');
}
