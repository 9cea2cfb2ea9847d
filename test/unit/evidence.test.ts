/** Where several changes explain a fault equally, what another place says of a number decides. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import type { BalanceFault, Evidence } from '../../server/src/report/model/index.ts';
import { readEquations } from '../../server/src/report/tables/binding/tableEquations.ts';
import { localize } from '../../server/src/report/tables/repair/localize.ts';
import { cellOf, changed } from './support/report.ts';

const wrong = analyze(changed(['6\t2\t1\t3\t12', '6\t2\t1\t3\t21']));

/** The one fault of the wrong report where these numbers of 行政复议 are said elsewhere. */
function faultWith(said: Readonly<Record<string, number>>): BalanceFault {
  const evidence = Object.entries(said).map(([column, expected]): Evidence => {
    const cell = cellOf(wrong, 'proceedings', 'review', column);
    return {
      cell,
      expected,
      source: { span: cell.span, message: { key: 'related.prose', args: { column } } },
    };
  });
  const [fault, ...others] = localize(readEquations(wrong.tables[2]!), evidence);
  assert.deepEqual(others, []);
  return fault!;
}

function bestIn({ best }: BalanceFault): string | undefined {
  return best?.changes.map(({ cell, from, to }) => `${cell.form.column} ${from} → ${to}`).join('; ');
}

describe('evidence', () => {
  it('is not needed to find the alternatives', () => {
    const fault = faultWith({});
    assert.equal(bestIn(fault), undefined);
    assert.equal(fault.alternatives.length, 5);
    assert.deepEqual(fault.supported, fault.alternatives);
  });

  it('decides for the change to what it says', () => {
    for (const [column, expected] of Object.entries({ total: 12, upheld: 15, pending: 12 })) {
      const fault = faultWith({ [column]: expected });
      assert.match(bestIn(fault) ?? '', new RegExp(`^${column} \\d+ → ${expected}$`));
      assert.deepEqual(
        fault.evidence.map(({ source }) => source.message.args.column),
        [column],
      );
    }
  });

  it('decides for the one number that nothing confirms', () => {
    const fault = faultWith({ total: 21, upheld: 6, otherResult: 1, pending: 3 });
    assert.equal(bestIn(fault), 'corrected 2 → 11');
    assert.equal(fault.evidence.length, 4);
  });

  it('puts what it contradicts behind the rest', () => {
    const fault = faultWith({ total: 21 });
    assert.equal(bestIn(fault), undefined);
    assert.equal(fault.alternatives.at(-1)!.changes[0]!.cell.form.column, 'total');
    assert.equal(fault.supported.length, 4);
  });

  it('that fits no explanation changes nothing', () => {
    assert.equal(bestIn(faultWith({ total: 99 })), undefined);
  });

  it('that contradicts itself changes nothing', () => {
    assert.equal(bestIn(faultWith({ total: 12, upheld: 15 })), undefined);
  });
});
