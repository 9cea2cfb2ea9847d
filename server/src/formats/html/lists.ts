/** The numbers that a browser puts in front of a list's items. */
import { formatChineseOrdinal } from '../../report/text/chineseNumerals.ts';
import type { Element } from './tree.ts';

const CHINESE =
  /list-style(?:-type)?\s{0,9}:[^;]{0,40}(?:cjk-ideographic|simp-chinese-informal|trad-chinese-informal)/i;
const NOT_DECIMAL =
  /list-style(?:-type)?\s{0,9}:[^;]{0,40}(?:none|alpha|latin|roman|greek|disc|circle|square)/i;

/** No report counts so far. */
const LONGEST_LIST = 99;

/** `1. ` or `一、` of an item of a numbered list; empty for whatever else. */
export function listNumber(element: Element): string {
  const list = element.parent;
  if (element.name !== 'li' || list?.name !== 'ol' || list.children.length > 2 * LONGEST_LIST) return '';
  const { style = '', type = '1', start } = list.attributes;
  const number = itemNumber(list, element, Number.parseInt(start ?? '1', 10));
  if (CHINESE.test(style)) return `${formatChineseOrdinal(number)}、`;
  return type === '1' && !NOT_DECIMAL.test(style) ? `${number}. ` : '';
}

/** An item's own `value` counts on from there. */
function itemNumber(list: Element, item: Element, start: number): number {
  let number = Number.isNaN(start) ? 0 : start - 1;
  for (const each of list.children) {
    if (each.kind !== 'element' || each.name !== 'li' || each.unseen !== null) continue;
    const own = Number.parseInt(each.attributes.value ?? '', 10);
    number = Number.isNaN(own) ? number + 1 : own;
    if (each === item) break;
  }
  return number;
}
