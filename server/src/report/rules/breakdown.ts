import type { Report } from '../model/index.ts';
import { type Breach, message, type Rule } from './rule.ts';

/** Parts in a sentence that claim to be all there are, and do not add up to their whole. */
export const breakdown: Rule = {
  id: 'breakdown',
  severity: 'warning',
  fix: 'none',
  example: {
    right: '县政府公报改为按季编发',
    wrong: '县政府公报共印发400册，其中村社区260册，学校90册，其他60册，改为按季编发',
  },
  *check({ narrative }: Report): Iterable<Breach> {
    for (const { whole, parts, sum } of narrative.breakdowns) {
      const args = {
        found: whole.value,
        expected: sum,
        parts: parts.map(({ value }) => value).join(' + '),
        difference: Math.abs(whole.value - sum),
      };
      yield {
        span: whole.span,
        message: message('finding.breakdown', args),
        related: parts.map(({ span, value }) => ({ span, message: message('related.part', { value }) })),
      };
    }
  },
};
