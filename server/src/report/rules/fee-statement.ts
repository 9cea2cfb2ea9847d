import type { Report, Section, StatementForm } from '../model/index.ts';
import { insertParts } from '../rewrite/insertion.ts';
import { formatChineseOrdinal } from '../text/chineseNumerals.ts';
import { simplify } from '../text/normal.ts';
import { type Breach, fix, message, type Rule } from './rule.ts';
import { plainText } from './support/plainText.ts';

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
    for (const { id, statement } of report.form.sections) {
      const section = statement && report.sections.find((candidate) => candidate.id === id);
      if (section && (report.title?.year ?? statement.since) >= statement.since)
        yield* unstated(report, section, statement);
    }
  },
};

function* unstated(report: Report, section: Section, { spoken, text }: StatementForm): Iterable<Breach> {
  const { start, end: bodyEnd } = section.body;
  // Mostly it stands there in plain words.
  if (spoken.test(report.shown.text.slice(start, bodyEnd))) return;
  if (spoken.test(simplify(plainText(report, section.body)).replace(/\s+/g, ''))) return;
  const end = start + report.source.text.slice(start, bodyEnd).trimEnd().length;
  yield {
    span: section.span,
    message: message('finding.fee-statement', { ordinal: formatChineseOrdinal(section.ordinal) }),
    fixes: [
      fix('fix.insert-fee-statement', { text }, false, [
        insertParts(report, end, [{ paragraph: text }], section.span),
      ]),
    ],
  };
}
