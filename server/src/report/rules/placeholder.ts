import type { Report } from '../report.ts';
import { type Breach, message, type Rule } from './rule.ts';

/**
 * Leftovers of a template. XX counts only where no letter, digit or mark of an address stands beside it (xxgk is a
 * common part of addresses, 138××××1234 a masked number); a gap before 年 only where nothing but it stands for a year.
 */
const LEFTOVER = new RegExp(
  [
    '(?<![A-Za-z0-9./@:_×-])[XxＸ×]{2,}(?![A-Za-z0-9./@:_×-])',
    '20[XxＸ×*＊]{2}(?=\\s?年)',
    '[（(](?:具体|此处|文字描述|请填|填写|单位名称|网址|待补)[^（）()\\n]{0,30}[）)]',
    '[_＿]{3,}',
    '(?<=[\\u4e00-\\u9fff，。])[ \\u3000]{2,}年(?=度|[，1一])',
    '某某(?=[\\u4e00-\\u9fff])',
  ].join('|'),
  'g',
);

/** Nothing of the template is left in the text. */
export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  fix: 'none',
  example: { right: '没有其他需要报告的事项', wrong: '年度报告电子版见（具体网址）' },
  *check(report: Report): Iterable<Breach> {
    for (const match of report.source.text.matchAll(LEFTOVER)) {
      const span = { start: match.index, end: match.index + match[0].length };
      yield { span, message: message('finding.placeholder', { found: match[0].trim() }) };
    }
  },
};
