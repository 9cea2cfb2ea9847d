/** Random reports with slips of the hand in them: what can be restored is, and every explanation holds. Seeded. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bestFixes } from '../../server/src/lsp/features/fixAll.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import type { BalanceFault } from '../../server/src/report/model/index.ts';
import { readEquations } from '../../server/src/report/tables/binding/tableEquations.ts';
import { localize } from '../../server/src/report/tables/repair/localize.ts';
import { sumAt } from '../../server/src/report/text/sums.ts';
import { applyEdits, withBestFixes } from '../unit/support/edits.ts';
import { seededRandom } from '../unit/support/random.ts';
import { balanceRules } from '../unit/support/report.ts';
import {
  cellSlips,
  makeSlip,
  makeSlips,
  randomReport,
  type Scale,
  scales,
  setSlips,
} from '../unit/support/slips.ts';

function faultsIn(text: string): BalanceFault[] {
  return analyze(text).tables.flatMap((table) => localize(readEquations(table)));
}

describe('random reports', () => {
  it('have no faults while they balance', () => {
    const random = seededRandom(1);
    for (const scale of Object.keys(scales) as Scale[])
      assert.deepEqual(faultsIn(randomReport(random, scale)), []);
  });

  it('with a slip are restored, wherever two or three equations see it', () => {
    const random = seededRandom(2);
    for (const kind of [...cellSlips, ...setSlips]) {
      const report = analyze(randomReport(random, 'city'));
      for (let number = 0; number < 30; number++) {
        const edits = makeSlip(report, kind, random)!;
        const wrong = applyEdits(report.source.text, edits);
        const faults = faultsIn(wrong);
        if (faults.length === 0 || faults.some(({ best }) => best === null)) continue;
        const balance = analyze(wrong).findings.filter(({ rule }) => balanceRules.has(rule));
        assert.equal(withBestFixes(wrong, balance), report.source.text, kind);
      }
    }
  });

  it('get explanations that make every equation hold with counts', () => {
    const random = seededRandom(3);
    for (let number = 0; number < 150; number++) {
      const report = analyze(randomReport(random, 'township'));
      const edits = makeSlips(report, ['digit', 'doubled', 'digit'], random);
      if (edits !== null) faultsIn(applyEdits(report.source.text, edits)).forEach(verify);
    }
  });

  it('with many slips get each broken equation explained once', () => {
    const random = seededRandom(4);
    for (let number = 0; number < 60; number++) {
      const report = analyze(randomReport(random, 'city'));
      const edits = makeSlips(report, ['digit', 'doubled', 'digit', 'dropped', 'digit', 'doubled'], random);
      if (edits === null) continue;
      const { tables } = analyze(applyEdits(report.source.text, edits));
      for (const table of tables) {
        const equations = readEquations(table);
        const told = localize(equations).flatMap((fault) => fault.equations);
        assert.equal(new Set(told).size, told.length);
        assert.deepEqual(new Set(told), new Set(equations.filter(({ holds }) => holds === false)));
      }
    }
  });

  it('get no best fix that makes a total fail which held', () => {
    const random = seededRandom(4);
    for (const kinds of [
      ['digit'],
      ['digit', 'doubled'],
      ['digit', 'doubled', 'digit'],
      manySlips,
    ] as const) {
      for (let number = 0; number < 100; number++) {
        const report = analyze(randomReport(random, 'township'));
        const edits = makeSlips(report, kinds, random);
        if (edits === null) continue;
        const wrong = analyze(applyEdits(report.source.text, edits));
        const held = wrong.tables.map((table) => readEquations(table).map(({ holds }) => holds === true));
        for (const fix of bestFixes(wrong.findings.filter(({ rule }) => balanceRules.has(rule)))) {
          const { tables } = analyze(applyEdits(wrong.source.text, fix.edits));
          tables.forEach((table, at) => {
            const failing = readEquations(table).filter(({ holds }, index) => held[at]![index] && !holds);
            assert.equal(failing.length, 0, JSON.stringify([kinds, fix.title]));
          });
        }
      }
    }
  });
});

const manySlips = ['digit', 'doubled', 'digit', 'transposed', 'digit', 'dropped', 'digit'] as const;

/** Each explanation mends its fault and breaks nothing. */
function verify({ table, equations, alternatives }: BalanceFault): void {
  for (const { changes } of alternatives) {
    const values = table.cells.map(({ value }) => value ?? 0);
    for (const { cell, to } of changes) {
      assert.ok(Number.isInteger(to) && to >= 0);
      values[cell.form.index] = to;
    }
    for (const equation of readEquations(table)) {
      const { form } = equation;
      const isMended = equations.some((mended) => mended.form === form);
      if (equation.holds || isMended) assert.equal(sumAt(form.left, values), sumAt(form.right, values));
    }
  }
}
