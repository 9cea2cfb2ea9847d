/** The smallest sets of repair are as small as a mixed-integer solver's: highs, on the same equations. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import loadHighs from 'highs';
import { analyze } from '../../server/src/report/analyze.ts';
import type { Equation, ReportAnalysis, Table } from '../../server/src/report/model/index.ts';
import { readEquations } from '../../server/src/report/tables/binding/tableEquations.ts';
import { localize } from '../../server/src/report/tables/repair/localize.ts';
import { applyEdits } from '../unit/support/edits.ts';
import { seededRandom } from '../unit/support/random.ts';
import {
  cellSlips,
  makeSlips,
  randomReport,
  type Scale,
  type SlipKind,
  scales,
  setSlips,
} from '../unit/support/slips.ts';

const highs = await loadHighs();
const CASES = 12;
const MOST_CELLS = 3;
const random = seededRandom(711);
const known = cellSlips.filter((kind) => kind !== 'sign');

describe('the smallest set has the size that highs finds', () => {
  for (const count of [1, 2, 3]) {
    for (const scale of Object.keys(scales) as Scale[]) {
      it(`${count} slip(s), ${scale}`, () => {
        for (let number = 0; number < CASES; number++) compare(wrongReport(count, scale));
      });
    }
  }
});

function wrongReport(count: number, scale: Scale): ReportAnalysis {
  const kinds: readonly SlipKind[] = count === 1 ? [...known, ...setSlips] : known;
  for (;;) {
    const sound = analyze(randomReport(random, scale));
    const chosen = Array.from({ length: count }, () => kinds[random(kinds.length)]!);
    const edits = makeSlips(sound, chosen, random);
    if (edits !== null) return analyze(applyEdits(sound.source.text, edits));
  }
}

function compare({ tables }: ReportAnalysis): void {
  for (const table of tables) {
    const equations = readEquations(table);
    if (equations.every(({ holds }) => holds !== false)) continue;
    const faults = localize(equations);
    const sizes = faults.map(({ alternatives }) => alternatives[0]?.changes.length);
    const expected = solve(table, equations);
    if (expected > MOST_CELLS) assert.ok(!faults.every(({ isCertain }) => isCertain), String(expected));
    else
      assert.equal(
        sizes.reduce<number>((sum, size) => sum + (size ?? Number.NaN), 0),
        expected,
      );
  }
}

/**
 * The least count of cells to change: one binary a cell, and a bound that links it to the change. No cell of a smallest
 * set changes by more than all that is missing together: its amount is a sum of residuals, each taken once.
 */
function solve(table: Table, equations: readonly Equation[]): number {
  const known = equations.filter(({ holds }) => holds !== null);
  const { values } = table;
  const cells = [...new Set(known.flatMap(({ form }) => [...form.left, ...form.right]))];
  const most = known.reduce((sum, { left, right }) => sum + Math.abs(right! - left!), 0);
  const rows = known.map(({ form, left, right }) => {
    const side = (indices: readonly number[], sign: string): string =>
      indices.map((index) => `${sign} d${index}`).join(' ');
    return `${side(form.left, '+')} ${side(form.right, '-')} = ${right! - left!}`;
  });
  const links = cells.flatMap((cell) => [
    `d${cell} - ${most} z${cell} <= 0`,
    `d${cell} + ${Math.min(most, values[cell]!)} z${cell} >= 0`,
  ]);
  const bounds = cells.map((cell) => `-${values[cell]} <= d${cell} <= ${most}`);
  const problem = [
    'Minimize',
    cells.map((cell) => `+ z${cell}`).join(' '),
    'Subject To',
    ...rows,
    ...links,
    'Bounds',
    ...bounds,
    'General',
    cells.map((cell) => `d${cell}`).join(' '),
    'Binary',
    cells.map((cell) => `z${cell}`).join(' '),
    'End',
  ].join('\n');
  return Math.round(highs.solve(problem, { mip_feasibility_tolerance: 1e-9 }).ObjectiveValue);
}
