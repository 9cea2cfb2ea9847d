import type { Report } from '../model/index.ts';
import { parseNumeral } from '../text/chineseNumerals.ts';
import { matchFrom } from '../text/match.ts';
import { isDigits } from '../text/number.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { paragraphsOf } from './support/sentences.ts';

/** 由……六部分组成, 包括……等六个方面, 共分六部分. */
const COUNTED =
  /(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:大|个|项)?(?:部分|方面)(?=内容|组成|构成|$|[，。；、：:（(])/g;
/** Where the sentence that counts begins to name the parts. */
const NAMED = /由|包括|包含|分为|分别(?:是|为)|内容(?:是|为)|[：:]/g;
/** What tells a section by a word of its title, in the order of the form. */
const sectionWords: readonly RegExp[] = [
  /总体情况|基本情况|概述|总体推进/,
  /主动公开/,
  /收到和处理|申请情况|申请办理|依申请/,
  /行政复议|行政诉讼|复议/,
  /主要问题|存在(?:的)?问题|改进/,
  /其他需要|需要报告|需要说明|其他事项/,
];
/** A report that adds parts of its own, or attachments, counts more. */
const MORE_PARTS = /附件|附表|附录|附图|统计表|监督保障|平台建设/;

/** A preamble that counts the report's parts counts six, and names all of them. */
export const preambleParts: Rule = {
  id: 'preamble-parts',
  severity: 'information',
  fix: 'none',
  example: {
    right: '其他需要报告的事项等六部分组成',
    wrong: '其他需要报告的事项等五部分组成',
  },
  *check(report: Report): Iterable<Breach> {
    const expected = report.form.sections.length;
    if (expected !== sectionWords.length) return;
    for (const { text, section, spanOf } of paragraphsOf(report)) {
      if (section !== null || report.preambleEnd <= spanOf(0, 0).start) continue;
      for (const { start, end, sentence, count } of countsIn(text)) {
        if (MORE_PARTS.test(sentence)) continue;
        const span = spanOf(start, end);
        const named = namedIn(sentence);
        if (count !== expected) {
          yield { span, message: message('finding.preamble-parts', { expected, found: count }) };
        } else if (named > 1 && named < expected) {
          yield { span, message: message('finding.preamble-parts.named', { expected, found: named }) };
        }
      }
    }
  },
};

interface Count {
  readonly start: number;
  readonly end: number;
  /** The sentence up to the count and behind it. */
  readonly sentence: string;
  readonly count: number;
}

function countsIn(text: string): Count[] {
  return [...text.matchAll(COUNTED)].flatMap(({ 0: words, 1: numeral, index }) => {
    const from = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index)) + 1;
    const stop = text.indexOf('。', index);
    const sentence = text.slice(from, stop === -1 ? text.length : stop);
    const count = isDigits(numeral!) ? Number(numeral) : parseNumeral(numeral!);
    const isOfReport = /报告|年报/.test(sentence) && matchFrom(NAMED, sentence, 0) !== null;
    return count === null || !isOfReport
      ? []
      : [{ start: index, end: index + words.length, sentence, count }];
  });
}

/** How many of the form's sections a sentence names. */
function namedIn(sentence: string): number {
  return sectionWords.filter((words) => words.test(sentence)).length;
}
