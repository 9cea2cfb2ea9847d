/** Sentences that were true a year ago: 截至 the end of another year, 将 in front of what is past. */
import { ownWords } from '../../bodies/index.ts';
import type { Report, Span } from '../../model/index.ts';
import { matchesOf } from '../../text/match.ts';
import { type ProsePassage, prosePassages } from './prosePassages.ts';

export interface LeftYear {
  readonly kind: 'until' | 'plan';
  readonly year: number;
  readonly span: Span;
}

/** 截至2024年12月31日，; not 截至2024年底前的. */
const UNTIL =
  /(?:截至|截止[到至]?)\s{0,3}((?:19|20)\d{2})\s{0,3}年\s{0,3}(?:(\d{1,2})\s{0,3}月\s{0,3}(?:\d{1,2}\s{0,3}日|[底末])?|年?[底末])?(?!\s{0,3}(?:以?前|之前|的|[年底末0-9]))/g;
/** What is compared with is of another year. */
const COMPARED = /上年|去年|上一年|同期|同比|相比|较|增[加长]|减少|下降/;
/** Older than this it is history and nothing left over. */
const OLDEST_LEFT = 2;
/** A report is published by 31 March; what is told of later months is no fact. */
const LAST_MONTH = 6;

const OWN = `(?:(?:[我本全](?:${[...ownWords].join('|')})|我们|本机关|本单位)(?:[也还仍]|政府)?)?`;
const PLAN = new RegExp(
  `((?:19|20)\\d{2})\\s{0,3}年度?\\s{0,3}[，,]?\\s{0,3}${OWN}(?:将|将会|拟|计划|打算)(?:继续|进一步|持续|不断|着力|努力|重点|坚持|切实|大力|更加|围绕|按照|认真|加快|加强|加大|深化|完善|优化|强化|全面|严格)`,
  'g',
);
/** 将……作为: what was done with something. */
const DONE_WITH = /^[^。；，]{0,30}(?:作为|纳入|列入|列为|摆在|放在|当作|贯穿|融入|结合|落[到实]|推向|引向)/;
const LONGEST_SENTENCE = 120;

/** What is left over of another year in the words of a report for a year. */
export function leftYears(report: Report, reportYear: number): LeftYear[] {
  return prosePassages(report).flatMap((passage) => [
    ...untilAnother(passage, reportYear),
    ...plansOfThePast(passage, reportYear),
  ]);
}

function* untilAnother(passage: ProsePassage, reportYear: number): Iterable<LeftYear> {
  for (const match of matchesOf(UNTIL, passage.text)) {
    const year = Number(match[1]);
    const isPast = year < reportYear && year >= reportYear - OLDEST_LEFT;
    const isToCome =
      year > reportYear + 1 || (year === reportYear + 1 && Number(match[2] ?? 12) > LAST_MONTH);
    if (isToCome || (isPast && !isCompared(passage.text, match, reportYear)))
      yield { kind: 'until', year, span: spanOf(passage, match) };
  }
}

/** Whether its sentence speaks of the report's own year as well, or compares. */
function isCompared(text: string, { index, 0: words }: RegExpExecArray, reportYear: number): boolean {
  const from =
    Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n\n', index), index - LONGEST_SENTENCE) + 1;
  const behind = text.slice(index + words.length, index + LONGEST_SENTENCE);
  const sentence = text.slice(Math.max(0, from), index) + behind.slice(0, behind.search(/。|\n\n|$/));
  return COMPARED.test(sentence) || sentence.includes(String(reportYear));
}

function* plansOfThePast(passage: ProsePassage, reportYear: number): Iterable<LeftYear> {
  for (const match of matchesOf(PLAN, passage.text)) {
    const end = match.index + match[0].length;
    const isDone = DONE_WITH.test(passage.text.slice(end, end + LONGEST_SENTENCE));
    if (Number(match[1]) <= reportYear && !isDone)
      yield { kind: 'plan', year: Number(match[1]), span: spanOf(passage, match) };
  }
}

function spanOf({ start }: ProsePassage, { index, 0: words }: RegExpExecArray): Span {
  return { start: start + index, end: start + index + words.length };
}
