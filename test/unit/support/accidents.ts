/** What happens to tables on their way from one program to another: random, from a seed. */
import { readdirSync, readFileSync } from 'node:fs';
import { form2021 } from '../../../server/src/report/form/form2021.ts';
import { renderers, renderTables } from './layouts.ts';
import { mutations } from './mutations.ts';
import type { Random } from './random.ts';
import { randomReport, type Scale, scales } from './slips.ts';

/** Changes a text somewhere; the text itself where there is nothing to change. */
type Accident = (text: string, random: Random) => string;

const labels = form2021.tables
  .flatMap(({ lines }) => lines.map(({ label }) => label))
  .filter((label) => label);
const otherWordings = form2021.tables.flatMap(({ lines }) => lines.flatMap(({ recognised }) => recognised));
const titles = form2021.sections.flatMap(({ hinted }) => hinted);
const MARKS = [
  '[^1]',
  '①',
  '²',
  '*',
  '†',
  '[1]',
  '^1^',
  '<sup>1</sup>',
  '注1',
  '（注2）',
  '1',
  ' 2',
  '【3】',
];
const GAPS = ['', '', ' ', '\u3000', '\u00a0', '  '];
const PROSE = [
  '具体情况见下表：',
  '存在的主要问题：一是公开内容的针对性有待提升。',
  '其中涉及征地拆迁12件。',
  '注：1.不含垂管部门；2.按件统计。',
  '本表由办公室填报，联系电话0513-88012345',
  '其他主动公开文件',
];
const HOSTILE = [
  '</二是',
  '<td rows查、',
  '<b title="',
  '<!--',
  '-->',
  '<',
  '>',
  '&lt;',
  '\\',
  '|',
  '**',
  '"',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\0',
  '\ud800',
  '\f',
  '\u2028',
  '𠮷',
];
const CHARACTERS = '的关有其他总计件数申请公开信息年度本';

const kinds: Readonly<Record<string, Accident>> = {
  lostTab: inPlaceOf(/\t+/g, GAPS),
  lostPipe: inPlaceOf(/ *\|[ |]*/g, GAPS),
  lostCell: inPlaceOf(/<\/td>\s*<td[^>]*>(?:<p>)?/gi, [...GAPS, '\n']),
  lostGap: inPlaceOf(/ {2,}/g, ['', ' ', '\u3000', '\t']),
  lostBreak: inPlaceOf(/\r?\n/g, GAPS),
  otherGap: inPlaceOf(/\t| {2,}| \| /g, ['\t', '  ', '    ', ' | ', '\n']),
  strayLine: (text, random) => inLine(text, random, (line) => `${pick(PROSE, random)}\n${line}`),
  note: behind(/[\u4e00-\u9fff）”](?=[\t|\n<]| {2,}| \|)/g, MARKS),
  label: behind(/[\u4e00-\u9fff）”](?=[\t|\n<]| {2,}| \|)/g, labels),
  quotes: (text, random) =>
    replaceOne(text, random, /[一-鿿（）、.\d]{8,30}(?=[\t|])/g, (words) => {
      const at = 2 + random(words.length - 3);
      return `"${words.slice(0, at)}\n${words.slice(at)}"`;
    }),
  brokenLabel: (text, random) =>
    replaceOne(text, random, /[一-鿿（）、.\d]{8,30}(?=[\t|\n<])/g, (words) => {
      const at = 2 + random(words.length - 3);
      return `${words.slice(0, at)}\n${words.slice(at)}`;
    }),
  runningNumbers: (text, random) => {
    const separator = pick(['\t', ' ', '. ', ' | ', '、'], random);
    let number = 0;
    return text.replace(/^(?=.*[\t|].*\d)/gm, () => `${++number}${separator}`);
  },
  remarks: (text, random) => {
    const remark = pick(['无', '12', '见附件3', '—', '备注'], random);
    return text.replace(
      /^(.*[\t|].*\d.*)$/gm,
      (line) => `${line}${line.includes('\t') ? '\t' : ' | '}${remark}`,
    );
  },
  otherCharacter: (text, random) =>
    replaceOne(text, random, /[\u4e00-\u9fff]/g, () => pick(['', ...CHARACTERS], random)),
  otherWording: (text, random) => swapWord(text, random, otherWordings, labels),
  otherTitle: (text, random) =>
    swapWord(
      text,
      random,
      titles,
      form2021.sections.map(({ title }) => title),
    ),
  localRow: (text, random) =>
    inLine(text, random, (line) => `${line}\n${pick(labels, random)}（本地）\t3\t4\t7`),
  otherNumber: (text, random) => replaceOne(text, random, /\d+/g, () => String(random(200))),
  wideNumber: (text, random) =>
    replaceOne(text, random, /\d+/g, (digits) =>
      digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
  partedNumber: (text, random) =>
    replaceOne(text, random, /\d{2,}/g, (digits) =>
      [...digits].join(pick([' ', ',', '，', '\u200b', '.'], random)),
    ),
  hostile: (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + pick(HOSTILE, random) + text.slice(at);
  },
  damage: (text, random) =>
    pick(Object.values(mutations), random)(text, random(1e6) / 1e6, random(1e6) / 1e6, pick(HOSTILE, random)),
};

export const accidents: readonly string[] = Object.keys(kinds);

/** A text after an accident of a kind. */
export function accident(kind: string, text: string, random: Random): string {
  return kinds[kind]!(text, random);
}

/** A random report, with some of these accidents. */
export interface Damaged {
  readonly name: string;
  /** As it was. */
  readonly whole: string;
  readonly text: string;
}

const samples = new URL('../../../samples/', import.meta.url);
const written = readdirSync(samples)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => readFileSync(new URL(name, samples), 'utf8'));

/** Texts from a seed, without an end: reports of random numbers in a random layout, and samples, each with up to five accidents. */
export function* damagedReports(random: Random): Generator<Damaged> {
  const names = Object.keys(renderers);
  for (;;) {
    const layout = random(3) === 0 ? null : pick(names, random);
    const report =
      random(8) === 0
        ? pick(written, random)
        : randomReport(random, pick(Object.keys(scales), random) as Scale);
    const whole = layout === null ? report : renderTables(report, renderers[layout]!);
    let text = whole;
    const made: string[] = [];
    for (let count = 1 + random(5); count > 0; count--) {
      const kind = pick(accidents, random);
      text = kinds[kind]!(text, random);
      made.push(kind);
    }
    yield { name: `${layout ?? 'as it is'}: ${made.join(', ')}`, whole, text };
  }
}

function pick<T>(all: readonly T[], random: Random): T {
  return all[random(all.length)]!;
}

function inPlaceOf(separator: RegExp, instead: readonly string[]): Accident {
  return (text, random) => replaceOne(text, random, separator, () => pick(instead, random));
}

function behind(place: RegExp, added: readonly string[]): Accident {
  return (text, random) => replaceOne(text, random, place, (found) => found + pick(added, random));
}

/** Replaces one of the matches of a pattern. */
function replaceOne(
  text: string,
  random: Random,
  pattern: RegExp,
  change: (match: string) => string,
): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { index, 0: found } = pick(matches, random);
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}

function inLine(text: string, random: Random, change: (line: string) => string): string {
  const lines = text.split('\n');
  const at = random(lines.length);
  lines[at] = change(lines[at]!);
  return lines.join('\n');
}

function swapWord(text: string, random: Random, wordings: readonly string[], own: readonly string[]): string {
  const word = pick(
    own.filter((each) => text.includes(each)),
    random,
  );
  return word === undefined ? text : text.replace(word, () => pick(wordings, random));
}
