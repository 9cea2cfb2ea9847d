import type { Message, Report, WrongBreakdown } from '../model/index.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { partPlaces } from './support/partPlaces.ts';

/** Parts in a sentence that claim to be all there are, and do not add up to their whole, or that exceed it. */
export const breakdown: Rule = {
  id: 'breakdown',
  severity: 'warning',
  fix: 'none',
  example: {
    right: '县政府公报改为按季编发',
    wrong: '县政府公报共印发400册，其中村社区260册，学校90册，其他60册，改为按季编发',
  },
  *check({ narrative }: Report): Iterable<Breach> {
    for (const wrong of narrative.breakdowns)
      if (wrong.fault !== 'short') yield { ...partPlaces(wrong), message: messageOf(wrong) };
  },
};

function messageOf({ fault, whole, parts, sum }: WrongBreakdown): Message {
  const args = {
    found: whole.value,
    expected: sum,
    parts: parts.map(({ value }) => value).join(' + '),
    difference: Math.abs(whole.value - sum),
  };
  if (fault === 'unequal') return message('finding.breakdown', args);
  return message(parts.length === 1 ? 'finding.breakdown.part' : 'finding.breakdown.exceeding', args);
}
