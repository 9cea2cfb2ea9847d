/** What safe fixes and rewriting promise, on reports that met with accidents; `npm run fuzz` tries many more. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { accident, accidents, damagedReports } from '../unit/support/accidents.ts';
import { assertRewritable, assertSafe } from '../unit/support/guarantee.ts';
import { renderers, renderTables } from '../unit/support/layouts.ts';
import { seededRandom } from '../unit/support/random.ts';
import { sound } from '../unit/support/report.ts';

const TEXTS = 500;
const REWRITTEN = 100;
const OF_EACH = 4;

/** So many texts of a seed. */
function* some(count: number, seed: number): Iterable<{ readonly name: string; readonly text: string }> {
  let left = count;
  for (const damaged of damagedReports(seededRandom(seed))) {
    if (left-- === 0) return;
    yield damaged;
  }
}

describe('a report that met with accidents', () => {
  it('keeps every word, number and line in all safe fixes, which have an end', () => {
    let changed = 0;
    for (const { name, text } of some(TEXTS, 1)) {
      try {
        changed += assertSafe(text).count;
      } catch (error) {
        assert.fail(`${name}: ${(error as Error).message}`);
      }
    }
    assert.ok(changed > TEXTS / 10, 'too few have anything to fix');
  });

  it('keeps them where its tables are written anew', () => {
    const random = seededRandom(2);
    for (const { name, text } of some(REWRITTEN, 3)) {
      try {
        assertRewritable(text, random);
      } catch (error) {
        assert.fail(`${name}: ${(error as Error).message}`);
      }
    }
  });
});

/** Accidents after which every number that is still read is the one that stood there. */
const harmless = ['lostTab', 'lostPipe', 'lostCell', 'strayLine', 'note', 'quotes'];

describe('a sound report with one accident', () => {
  const truth = analyze(sound).tables.map(({ form, values }) => ({ id: form.id, values }));

  for (const kind of harmless) {
    it(`${kind} has no number read wrong, whatever its layout`, () => {
      assert.ok(accidents.includes(kind));
      const random = seededRandom(4);
      for (const [name, render] of Object.entries(renderers)) {
        const whole = renderTables(sound, render);
        for (let count = 0; count < OF_EACH; count++) {
          const text = accident(kind, whole, random);
          // Two numbers that ran into one are nobody's to tell apart.
          if (countNumbers(text) < countNumbers(whole)) continue;
          for (const { form, cells } of analyze(text).tables) {
            const own = truth.find(({ id }) => id === form.id)!;
            const wrong = cells.filter(
              ({ value, form: { index } }) => value !== null && value !== own.values[index],
            );
            assert.deepEqual(
              wrong.map(({ form: { row, column }, value }) => `${row}.${column} ${value}`),
              [],
              name,
            );
          }
        }
      }
    });
  }
});

function countNumbers(text: string): number {
  return text.match(/\d+/g)!.length;
}
