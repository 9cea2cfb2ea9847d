import type { Report } from '../report.ts';
import { type Breach, message, type Rule } from './rule.ts';

/**
 * Leftovers of a template. What may stand before one is looked at afterwards: a pattern that begins with a look
 * behind is tried at every character.
 */
const LEFTOVER = new RegExp(
  [
    '[XxＸ×]{2,}(?![A-Za-z0-9./@:_×-])',
    '20[XxＸ×*＊]{2}(?=\\s?年)',
    '[（(](?:具体|此处|文字描述|请填|填写|单位名称|网址|待补)[^（）()\\n]{0,30}[）)]',
    '[_＿]{3,}',
    '[ \\u3000]{2,}年(?=度|[，1一])',
    '某某(?=[\\u4e00-\\u9fff])',
  ].join('|'),
  'g',
);
/** xxgk is a common part of addresses, 138××××1234 a masked number: no leftovers. */
const PART_OF_ADDRESS = /[A-Za-z0-9./@:_×-]/;
/** A gap before 年 stands for a year only behind a word. */
const END_OF_WORD = /[\u4e00-\u9fff，。]/;

/** Nothing of the template is left in the text. */
export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  fix: 'none',
  example: { right: '没有其他需要报告的事项', wrong: '年度报告电子版见（具体网址）' },
  *check(report: Report): Iterable<Breach> {
    const text = report.unified;
    for (const match of text.matchAll(LEFTOVER)) {
      if (!isLeftover(match[0], text[match.index - 1] ?? '')) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      yield { span, message: message('finding.placeholder', { found: match[0].trim() }) };
    }
  },
};

function isLeftover(found: string, before: string): boolean {
  if (/^[XxＸ×]/.test(found)) return !PART_OF_ADDRESS.test(before);
  return /^[ \u3000]/.test(found) ? END_OF_WORD.test(before) : true;
}
