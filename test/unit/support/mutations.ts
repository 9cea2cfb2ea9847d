/** What happens to a report on its way: random damage, for property tests. */
import fc from 'fast-check';

/** Damages a text; `at` and `other` are fractions of it, `piece` is put in where something is. */
type Mutation = (text: string, at: number, other: number, piece: string) => string;

export const mutations: Readonly<Record<string, Mutation>> = {
  insert: (text, at, _, piece) => splice(text, at, 0, piece),
  overwrite: (text, at, _, piece) => splice(text, at, piece.length, piece),
  delete: (text, at, other) => splice(text, at, Math.floor(other * 40), ''),
  cut: (text, at) => text.slice(0, indexIn(text, at)),
  dropLine: (text, at) => withLines(text, (lines) => lines.splice(indexIn(lines, at), 1)),
  doubleLine: (text, at) =>
    withLines(text, (lines) => lines.splice(indexIn(lines, at), 0, lines[indexIn(lines, at)]!)),
  moveLine: (text, at, other) =>
    withLines(text, (lines) => {
      const [line] = lines.splice(indexIn(lines, at), 1);
      lines.splice(indexIn(lines, other), 0, line ?? '');
    }),
  addTab: (text, at) => splice(text, at, 0, '\t'),
  dropTab: (text, at) => {
    const tab = text.indexOf('\t', indexIn(text, at));
    return tab === -1 ? text : text.slice(0, tab) + text.slice(tab + 1);
  },
  breakAtTab: (text, at) => {
    const tab = text.indexOf('\t', indexIn(text, at));
    return tab === -1 ? text : `${text.slice(0, tab)}\n${text.slice(tab + 1)}`;
  },
  carriageReturns: (text) => text.replace(/\r?\n/g, '\r\n'),
  oldMacReturns: (text) => text.replace(/\r?\n/g, '\r'),
  fullWidthDigits: (text, at) =>
    fromHere(text, at, /\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  otherDigit: (text, at, other) => {
    const digit = text.slice(indexIn(text, at)).search(/\d/) + indexIn(text, at);
    return text.slice(0, digit) + Math.floor(other * 9.99) + text.slice(digit + 1);
  },
  wideSpaces: (text, at) => fromHere(text, at, /、/g, () => '、\u3000'),
};

/** A text made from one of the originals by a few mutations. */
export function damaged(originals: readonly string[]): fc.Arbitrary<string> {
  return history(originals).map((texts) => texts.at(-1)!);
}

/** One of the originals, and what a few mutations make of it one after the other. */
export function history(originals: readonly string[]): fc.Arbitrary<string[]> {
  const step = fc.record({
    name: fc.constantFrom(...Object.keys(mutations)),
    at: fraction,
    other: fraction,
    piece,
  });
  return fc
    .tuple(fc.constantFrom(...originals), fc.array(step, { minLength: 1, maxLength: 5 }))
    .map(([original, steps]) => {
      const texts = [original];
      for (const { name, at, other, piece: added } of steps)
        texts.push(mutations[name]!(texts.at(-1)!, at, other, added));
      return texts;
    });
}

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const SURROGATES = 0x800;

/** Every character there is. fast-check's own unit makes a list of all million of them first, which takes a second. */
const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff - SURROGATES })
  .map((code) => String.fromCodePoint(code < 0xd800 ? code : code + SURROGATES));

/** Bits of reports and of what no report has. */
const piece = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 6 }),
  fc.constantFrom('\ud800', '\udc00', '\u0000', '\u2028', '\u200b', '\ufeff', '\ufdfa', '𠮷', 'é'),
  fc.constantFrom(
    '一、总体情况',
    '（一）',
    '三、本年度办理结果',
    '（七）总计',
    '总计',
    '其他',
    '第二十条第（五）项',
  ),
  fc.constantFrom('0\t', '\t/\t', '\t１２\t', '-', '1,234', '99999999999999999999', '\n- 4 -\n', '\n\n'),
  fc.constantFrom(
    '<!-- disclosure-report-disable -->',
    '<!-- disclosure-report-disable-line row-total',
    '## ',
    '**',
  ),
);

/** Strings that have nothing to do with a report, or a little. */
export const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc
    .array(fc.oneof(piece, fc.constantFrom('\t', '\n', '\r', ' ')), { maxLength: 30 })
    .map((all) => all.join('')),
);

/** Pieces of sentences about numbers, in any order. */
const words =
  '全年 2025年， 2024年 上年 同比增长 较 其中 包括 （ ） ， 、 ； 。 ： 其他 其余 共 新收 收到 受理 办结 答复 结转 上年结转 结转下年度 ' +
  '政府信息公开申请 依申请公开 申请 予以公开 部分公开 不予公开 无法提供 自然人 法人或其他组织 行政复议 行政诉讼 结果维持 尚未审结 ' +
  '制发 废止 现行有效 行政规范性文件 作出行政许可决定 未 没有 无 零 占 占比 % 约 余件 件 条 份 187 7 182件 12件 57 35件 １７８ 一百零三件 2.2万条 ' +
  '13.3% 我办 县教育局 征地拆迁领域 均 分别 累计 ** “ ”';

export const anyProse = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...words.split(' ')) }, { weight: 1, arbitrary: piece }),
    {
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.join(''));

function indexIn(whole: { readonly length: number }, fractionOfIt: number): number {
  return Math.floor(fractionOfIt * whole.length);
}

function splice(text: string, at: number, count: number, piece: string): string {
  const index = indexIn(text, at);
  return text.slice(0, index) + piece + text.slice(index + count);
}

function withLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

/** Replaces what a pattern matches in the 300 characters from a place. */
function fromHere(text: string, at: number, pattern: RegExp, change: (match: string) => string): string {
  const index = indexIn(text, at);
  const reach = text.slice(index, index + 300);
  return text.slice(0, index) + reach.replace(pattern, change) + text.slice(index + 300);
}
