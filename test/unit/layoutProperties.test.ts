/** A report with any numbers says the same in whatever layout its tables are written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyze } from '../../server/src/report/analyze.ts';
import { numbersOf, renderers, renderTables } from './support/layouts.ts';
import { balancedReport, withNumberAt } from './support/numbers.ts';

const seed = 20_251_121;
const RUNS = 3;

/** Each finding by its rule, its cells and its fixes, wherever they stand in the text. */
function saidOf(text: string): readonly string[] {
  return analyze(text).findings.map(({ rule, message, fixes, related }) =>
    JSON.stringify([rule, message, related.map((place) => place.message), fixes.map((fix) => fix.title)]),
  );
}

describe('a report whose numbers obey the balance rules', () => {
  for (const [name, render] of Object.entries(renderers)) {
    it(`has the same numbers and no finding as ${name}`, () => {
      check(balancedReport, (report) => {
        const text = renderTables(report, render);
        assert.deepEqual(numbersOf(text), numbersOf(report));
        assert.deepEqual(saidOf(text), saidOf(report));
      });
    });

    it(`has the same findings as ${name} when one number is changed`, () => {
      const changed = fc.tuple(balancedReport, fc.nat({ max: 189 }), fc.nat({ max: 500 }));
      check(changed, ([report, index, value]) => {
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

function check<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, property), { seed, numRuns: RUNS });
}
