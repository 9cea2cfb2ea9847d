import type { Report } from '../model/index.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { placeOfTitle } from './support/titlePlace.ts';

const MILLION = 1_000_000;

/** A text that is too large to be a report is not read: said once, and nothing else of it is judged (see `findings.ts`). */
export const textTooLarge: Rule = {
  id: 'text-too-large',
  severity: 'information',
  fix: 'none',
  example: {
    right: '（二）其他事项。我办没有其他需要报告的事项。',
    wrong: '（二）其他事项。附全部主动公开的文件。',
    times: 600_000,
  },
  *check(report: Report): Iterable<Breach> {
    if (!report.isTooLarge) return;
    const found = Math.ceil(report.source.text.length / MILLION);
    yield { span: placeOfTitle(report), message: message('finding.text-too-large', { expected: 10, found }) };
  },
};
