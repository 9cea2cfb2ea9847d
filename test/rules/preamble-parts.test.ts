import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { changed } from '../unit/support/report.ts';

const LISTED = '其他需要报告的事项等六部分组成';

describe('a preamble', () => {
  const cases: readonly (readonly [instead: readonly [string, string], found: readonly string[]])[] = [
    [[LISTED, '其他需要报告的事项等五部分组成'], ['五部分']],
    [[LISTED, '其他需要报告的事项7个部分组成'], ['7个部分']],
    [['主动公开政府信息情况、收到', '收到'], ['六部分']],
    [[LISTED, '其他需要报告的事项和附件等七部分组成'], []],
    [['等六部分组成', '组成'], []],
    [[LISTED, '其他需要报告的事项六个部分构成'], []],
  ];
  for (const [[passage, instead], expected] of cases)
    it(`with ${instead}`, () => {
      const text = changed([passage, instead]);
      const found = analyze(text).findings.filter(({ rule }) => rule === 'preamble-parts');
      assert.deepEqual(
        found.map(({ span }) => text.slice(span.start, span.end)),
        expected,
      );
    });
});
