import type { Report } from '../report.ts';
import { type Breach, fix, insert, message, type Rule } from './rule.ts';
import { FEE_STATEMENT } from './section-missing.ts';

/** Says what was charged, in whatever words: 收取信息处理费, 未收取任何费用, 不存在收费情况. */
const STATEMENT = /信息处理费|收费|收取.{0,30}费/s;

/** The rules on these fees are in force from this year on; earlier reports had nothing to state. */
const IN_FORCE = 2021;

/** Section 六 reports the fees charged for processing information, also when there were none (国办函〔2020〕109号). */
export const feeStatement: Rule = {
  id: 'fee-statement',
  severity: 'warning',
  fix: 'offered',
  example: {
    right:
      '（一）收取信息处理费情况。2025年，我办依照《政府信息公开信息处理费管理办法》的规定办理申请，未发出收费通知，未收取信息处理费。',
    wrong: '无。',
  },
  *check(report: Report): Iterable<Breach> {
    const section = report.sections.find((candidate) => candidate.id === 'other');
    if (!section || (report.title?.year ?? IN_FORCE) < IN_FORCE) return;
    const body = report.source.text.slice(section.body.start, section.body.end);
    if (STATEMENT.test(body.replace(/\s+/g, ''))) return;
    const end = section.body.start + body.trimEnd().length;
    yield {
      span: section.span,
      message: message('finding.fee-statement'),
      fixes: [
        fix('fix.insert-fee-statement', { text: FEE_STATEMENT }, false, [
          insert(end, `\n\n${FEE_STATEMENT}`),
        ]),
      ],
    };
  },
};
