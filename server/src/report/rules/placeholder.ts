import { ownWords } from '../bodies/index.ts';
import type { Report } from '../model/index.ts';
import { matchesOf } from '../text/match.ts';
import { type Breach, message, type Rule } from './rule.ts';

/** 机关, 局, 县: what a template lets its user choose from. */
const UNIT = `(?:机关|单位|部门|${[...ownWords].sort((a, b) => b.length - a.length).join('|')})`;
/** What a template says to whoever fills it in. */
const TO_WRITER =
  '(?:此处|文字描述|请填|填写|待填|待补|选填|可选|二选一|据实填|请根据|请选择|请在此|(?:根据|按照?|视|按)?(?:实际)?情况.{0,6}[填写选]|[如若](?:有|无|没有)[，,]?(?:请|则|可|填)|示例|样例|模板|插入)';

/**
 * Leftovers of a template. What may stand before one is looked at afterwards: a pattern that begins with a look
 * behind is tried at every character.
 */
const LEFTOVER = new RegExp(
  [
    '[XxＸ×]{2,40}(?:-[XxＸ×]{2,40}){0,4}(?![A-Za-z0-9./@:_×-])',
    '20(?:[XxＸ×*＊]{2}|\\d[XxＸ×*＊])(?=\\s?年)',
    `[（(【［]${TO_WRITER}[^（）()【】\\n]{0,30}[）)】］]`,
    '[【［{｛](?:单位名称|年份|年度|数量|日期|名称)[】］}｝]',
    // 本机关（或本部门）, 我县（区）, 我局/办: one of them was to be chosen.
    `[本我]${UNIT}(?:[（(](?:或者?|[/／])?[本我]?${UNIT}(?:[、/／或][本我]?${UNIT}){0,4}[）)]|[/／][本我]?${UNIT})`,
    '有[/／]无|是[/／]否',
    '年[ \\u3000]{1,8}月[ \\u3000]{1,8}日',
    '[（(][ \\u3000_]{1,10}[）)](?=[件条次份人个元万场期篇宗%％])',
    '[XＸ×](?=[件条次份个月日元万场期篇宗])',
    '[（(](?:具体[^（）()\\n见看阅下为是：:，]{0,20}|(?:单位名称|网址)[：:]?\\s{0,5})[）)]',
    '[_＿]{3,}',
    '[ \\u3000]年(?=度|[，1一])',
    '[该本]部分以表格形式报告',
    '某某(?=[\\u4e00-\\u9fff])',
  ].join('|'),
  'g',
);
/** A line of nothing but _ is a rule across the page. */
const LINE_BREAK = /^[\r\n]?$/;
/** xxgk is a common part of addresses, 138××××1234 a masked number: no leftovers. */
const PART_OF_ADDRESS = /[A-Za-z0-9./@:_×-]/;
/** Longer than this, 年 and a gap of two spaces or more before it, stands for a year; only behind a word. */
const SHORTEST_GAP = 2;
const END_OF_WORD = /[\u4e00-\u9fff，。]/;

/** In front of 某某 or ×× in a person's name, which is no leftover: 李某某. */
const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚';
const MASKED_NAME = /^(?:某某|[XxＸ×]{1,2})$/;
/** 李某某 has none of these behind; 某某县, ××局 and XX件 do. */
const NO_PERSON = /[省市县区州旗镇乡村局厅委办处院部署所站街件条次个项份篇期场人名元万年月日号%％]/;

/** Nothing of the template is left in the text. */
export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  fix: 'none',
  example: { right: '没有其他需要报告的事项', wrong: '年度报告电子版见（具体网址）' },
  *check(report: Report): Iterable<Breach> {
    const text = report.shown.text;
    for (const match of matchesOf(LEFTOVER, text)) {
      const start = isGap(match[0]) ? gapStart(text, match.index) : match.index;
      const found = text.slice(start, match.index + match[0].length);
      if (!isLeftover(found, text[start - 1] ?? '', text[start + found.length] ?? '')) continue;
      const span = { start, end: start + found.length };
      const key = isGap(found) ? 'finding.placeholder.year' : 'finding.placeholder';
      yield { span, message: message(key, { found: found.trim() }) };
    }
  },
};

function isGap(found: string): boolean {
  return found.startsWith(' ') || found.startsWith('\u3000');
}

/** Where the spaces begin that end at a place; looked for backwards, lest every space be tried. */
function gapStart(text: string, last: number): number {
  let start = last;
  while (isGap(text.charAt(start - 1))) start--;
  return start;
}

function isLeftover(found: string, before: string, behind: string): boolean {
  if (MASKED_NAME.test(found) && before !== '' && SURNAMES.includes(before) && !NO_PERSON.test(behind))
    return false;
  if (/^[XxＸ×]/.test(found)) return !PART_OF_ADDRESS.test(before);
  if (/^[_＿]/.test(found)) return !LINE_BREAK.test(before) || !LINE_BREAK.test(behind);
  return isGap(found) ? found.length > SHORTEST_GAP && END_OF_WORD.test(before) : true;
}
