import type { Report } from '../model/index.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';
import { isChinese, type JoinedText, paragraphsOf } from './support/sentences.ts';

const LONGEST = 6;
/** So much beside a repetition tells a segmenter where words begin and end. */
const BESIDE = 12;

/** Single characters that stand twice by mistake, and the words in which they stand twice with reason. */
const particles: readonly (readonly [twice: string, before: RegExp, behind: RegExp])[] = [
  ['的的', /[目标靶端]$/, /^[确士]/],
  ['了了', /[不为受得未]$/, /^[解结事却然]/],
  ['和和', /[总温祥调饱缓共平谦柔宽综暖晴随中]$/, /^[平谐解睦气美县田顺硕林风声]/],
  ['或或', /$^/, /^者?$/],
];

/** Words that mean something said twice: 研究研究, 一条一条, 逐条逐条; in front of 公开栏 the second one is the next word's. */
const ON_PURPOSE =
  /^(?:[一逐每两三个]|研究|讨论|商量|学习|了解|考虑|交流|锻炼|感受|体验|认识|介绍|检查|比较|打听|休息|反复|层层|非常|特别|十分|哈哈|谢谢)/;
const NEXT_WORD: Readonly<Record<string, RegExp>> = {
  公开: /^(?:栏|率|度|力|日|课|信|场)/,
  建设: /^(?:单位|项目|工程|用地|部门|标准|规划|厅|局|部)/,
  管理: /^(?:单位|部门|人员|办法|规定|制度|局|者)/,
  工作: /^(?:人员|单位|日|组|站|者|室)/,
  服务: /^(?:对象|机构|中心|站|人员|器|业)/,
  信息: /^(?:化|港|网|员)/,
  教育: /^(?:局|部|厅|机构|部门)/,
};

/** A word typed twice. */
export const repeatedWord: Rule = {
  id: 'repeated-word',
  severity: 'warning',
  fix: 'offered',
  example: { right: '由专人逐件跟踪发布情况', wrong: '由专人逐件跟踪跟踪发布情况' },
  *check(report: Report): Iterable<Breach> {
    for (const paragraph of paragraphsOf(report))
      for (const { start, word } of repetitionsIn(paragraph.text)) {
        const breach = repeatedBreach(paragraph, start, word);
        if (!isApart(report.source.text.slice(breach.span.start, breach.span.end))) yield breach;
      }
  },
};

/** 结果 结果: words with a gap between them are cells, or parts of a list. */
function isApart(found: string): boolean {
  return /[ \t\u3000]/.test(found) && !/[\r\n]/.test(found);
}

function repeatedBreach({ spanOf }: JoinedText, start: number, word: string): Breach {
  const span = spanOf(start, start + 2 * word.length);
  const second = spanOf(start + word.length, start + 2 * word.length);
  return {
    span,
    message: message('finding.repeated-word', { word, found: word + word }),
    fixes: [fix('fix.take-one-out', { word }, false, [replace(second, '')])],
  };
}

interface Repetition {
  readonly start: number;
  readonly word: string;
}

function* repetitionsIn(text: string): Generator<Repetition> {
  for (let at = 0; at + 1 < text.length; at++) {
    const length = repeatedLength(text, at);
    if (length === 0) continue;
    const word = text.slice(at, at + length);
    if (!(length === 1 ? isParticle(text, at, word) : isWholeWord(text, at, word))) continue;
    yield { start: at, word };
    at += 2 * length - 1;
  }
}

/** How many characters at a place stand there a second time; 0 if none, or if any is not Chinese. */
function repeatedLength(text: string, at: number): number {
  const first = text.charCodeAt(at);
  for (let length = LONGEST; length > 0; length--)
    if (text.charCodeAt(at + length) === first && isTwice(text, at, length)) return length;
  return 0;
}

function isTwice(text: string, at: number, length: number): boolean {
  for (let place = at; place < at + length; place++)
    if (text[place] !== text[place + length] || !isChinese(text[place])) return false;
  return true;
}

function isParticle(text: string, at: number, particle: string): boolean {
  const known = particles.find(([twice]) => twice === particle + particle);
  if (known === undefined) return false;
  const [, before, behind] = known;
  return !before.test(text.slice(0, at)) && !behind.test(text.slice(at + 2)) && text[at + 2] !== particle;
}

function isWholeWord(text: string, at: number, word: string): boolean {
  const behind = text.slice(at + 2 * word.length);
  if (ON_PURPOSE.test(word) || NEXT_WORD[word]?.test(behind) || new Set(word).size === 1) return false;
  const from = Math.max(0, at - BESIDE);
  const words = wordsAround(text.slice(from, at + 2 * word.length + BESIDE));
  const own = words.filter(({ index }) => index >= at - from && index < at - from + 2 * word.length);
  return own.length === 2 && own.every(({ segment }) => segment === word);
}

let segmenter: Intl.Segmenter | undefined;

function wordsAround(text: string): Intl.SegmentData[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)];
}
