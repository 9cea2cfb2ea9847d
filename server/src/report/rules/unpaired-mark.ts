import type { Report } from '../model/index.ts';
import { type Breach, fix, insert, message, type Rule } from './rule.ts';
import { type JoinedText, paragraphsOf } from './support/sentences.ts';

/** Marks by what opens and what closes them; half-width brackets count as full ones. */
const pairs: Readonly<Record<string, string>> = { '《': '》', '“': '”', '（': '）', '【': '】' };
const closers = new Map(Object.entries(pairs).map(([opener, closer]) => [closer, opener]));
const fullWidth: Readonly<Record<string, string>> = { '(': '（', ')': '）' };
const MARK = /[《》“”（）()【】]/g;
/** 1）, 一）, a): the number of a list, which no bracket opens. */
const LIST_NUMBER = /(?:^|[^\d一二三四五六七八九十A-Za-z])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])$/;
const FARTHEST_NUMBER = 4;
/** More of them in a paragraph were lost by a converter, not by its author. */
const MOST_BY_HAND = 4;
const SENTENCE_END = /[。！？；]/;
/** A text that was cut off ends in the middle of a sentence. */
const ENDS = /[。！？；：”）》】…]$/;

interface Opened {
  readonly mark: string;
  readonly at: number;
}

interface Unpaired extends Opened {
  readonly fault: 'opening' | 'closing' | 'crossed';
}

/** Quotation marks and brackets stand in pairs, and do not cross. */
export const unpairedMark: Rule = {
  id: 'unpaired-mark',
  severity: 'warning',
  fix: 'offered',
  example: { right: '县政府公报改为按季编发', wrong: '县政府公报（含合订本改为按季编发' },
  *check(report: Report): Iterable<Breach> {
    for (const paragraph of paragraphsOf(report))
      for (const unpaired of unpairedIn(paragraph)) yield unpairedBreach(paragraph, unpaired);
  },
};

function unpairedBreach({ text, spanOf }: JoinedText, { mark, at, fault }: Unpaired): Breach {
  const args = { found: text[at]!, expected: pairs[mark] ?? closers.get(mark)! };
  const end = fault === 'opening' && mark === '（' ? endOfSentence(text, at) : -1;
  const edits = end === -1 ? [] : [insert(spanOf(end, end).start, args.expected)];
  const fixes = edits.length === 0 ? [] : [fix('fix.put-mark', { expected: args.expected }, false, edits)];
  return { span: spanOf(at, at + 1), message: message(`finding.unpaired-mark.${fault}`, args), fixes };
}

/** The end of the sentence that a bracket opens in: where it is likely to close. */
function endOfSentence(text: string, at: number): number {
  const behind = text.slice(at).search(SENTENCE_END);
  return behind === -1 ? -1 : at + behind;
}

/** The marks of a paragraph without a partner, and those that close across others, in order. */
function unpairedIn({ text }: JoinedText): Unpaired[] {
  const open: Opened[] = [];
  const alone: Unpaired[] = [];
  const crossing: { readonly mark: Unpaired; readonly across: readonly Opened[] }[] = [];
  for (const { 0: found, index: at } of text.matchAll(MARK)) {
    const mark = fullWidth[found] ?? found;
    if (pairs[mark] !== undefined) open.push({ mark, at });
    const opener = closers.get(mark);
    if (opener === undefined) continue;
    const partner = open.findLastIndex((own) => own.mark === opener);
    if (partner !== -1) {
      const across = open.slice(partner + 1);
      if (across.length > 0) crossing.push({ mark: { mark, at, fault: 'crossed' }, across });
      open.splice(partner, 1);
    } else if (!isListNumber(text, mark, at)) alone.push({ mark, at, fault: 'closing' });
  }
  // A mark that is never closed is not crossed.
  const crossed = crossing.filter(({ across }) => !across.some((own) => open.includes(own)));
  const left = ENDS.test(text) ? open.map((own): Unpaired => ({ ...own, fault: 'opening' })) : [];
  const all = [...alone, ...crossed.map(({ mark }) => mark), ...left];
  return all.length > MOST_BY_HAND ? [] : all.sort((a, b) => a.at - b.at);
}

function isListNumber(text: string, mark: string, at: number): boolean {
  return mark === '）' && LIST_NUMBER.test(text.slice(Math.max(0, at - FARTHEST_NUMBER), at));
}
