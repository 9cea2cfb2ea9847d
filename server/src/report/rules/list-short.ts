import type { Report } from '../model/index.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { partPlaces } from './support/partPlaces.ts';

/** A list of four or more that looks complete and lacks one or two of its whole. */
export const listShort: Rule = {
  id: 'list-short',
  severity: 'information',
  fix: 'none',
  example: {
    right: '县政府公报改为按季编发',
    wrong: '县政府公报共印发400册，其中村社区260册、学校90册、图书馆30册、档案馆19册，改为按季编发',
  },
  *check({ narrative }: Report): Iterable<Breach> {
    for (const wrong of narrative.breakdowns) {
      if (wrong.fault !== 'short') continue;
      const { whole, parts, sum } = wrong;
      const args = {
        expected: whole.value,
        found: sum,
        parts: parts.map(({ value }) => value).join(' + '),
        difference: whole.value - sum,
      };
      yield { ...partPlaces(wrong), message: message('finding.list-short', args) };
    }
  },
};
