/** The normal form that labels are matched on. */

/** Radicals that NFKC lacks or maps to another character; PDF text layers carry them. */
const radicals: Readonly<Record<string, string>> = {
  '\u2ea0': '民',
  '\u2ec5': '见',
  '\u2ed4': '门',
  '\u2ed3': '长',
  '\u2f3e': '户',
};
const RADICAL = /[\u2ea0\u2ec5\u2ed3\u2ed4\u2f3e]/g;
/** Traditional characters of the form's own words, and of the names of places and bodies; below, in the same order, the simplified. */
export const TRADITIONAL =
  '總體況動開處請議訴訟問題進報項條內數規範現決許罰強業費額單萬對務購採減製係關為於與屬國祕護權類過執詢機沒後補確舉訪複復當繳納轉繼續辦結維糾審經計無統檔組織會構區這穩縣廳鄉鎮監獲發廢說説據應臺號認實時網傳餘較長佔郵銷級' +
  '東門陽龍馬鳳興義寧蘇滬魯貴雲廣濱臨漢濟陝寶齊鹽錫連揚蕪銅豐樂慶嶺灣島橋鄭吳黃鄧羅劉湯溫瀋遼贛閩粵瓊澤靈瀘滄衛輝魚雞鶴畢節張陳孫趙楊葉莊頭紅藍綠農財稅員聯團黨軍醫藥產資環運輸電訊僑';
const SIMPLIFIED =
  '总体况动开处请议诉讼问题进报项条内数规范现决许罚强业费额单万对务购采减制系关为于与属国秘护权类过执询机没后补确举访复复当缴纳转继续办结维纠审经计无统档组织会构区这稳县厅乡镇监获发废说说据应台号认实时网传余较长占邮销级' +
  '东门阳龙马凤兴义宁苏沪鲁贵云广滨临汉济陕宝齐盐锡连扬芜铜丰乐庆岭湾岛桥郑吴黄邓罗刘汤温沈辽赣闽粤琼泽灵泸沧卫辉鱼鸡鹤毕节张陈孙赵杨叶庄头红蓝绿农财税员联团党军医药产资环运输电讯侨';
const traditionalCharacter = new RegExp(`[${TRADITIONAL}]`, 'g');
const isTraditional = new Uint8Array(0x10000);
for (const character of TRADITIONAL) isTraditional[character.charCodeAt(0)] = 1;
/** The simplified character of each. */
export const simplified: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((character, index) => [character, SIMPLIFIED[index]!]),
);
const DROPPED = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;
const ORDINAL_MARK = /^([(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)]?)[、.,．]/;
/** Raised or circled behind a text, a digit is the mark of a note. */
const RAISED_BEHIND = /(?<=\S\s{0,3})[¹²³⁰-₉①-⓿❶-➓]{1,4}(?=\s*$)/;
const QUOTES = /[“”„‟"'‘’]/g;

const CACHE_LIMIT = 4096;
const LONGEST_CACHED = 80;
const cache = new Map<string, string>();

/**
 * The normal form of a label: NFKC and the radicals it lacks, simplified characters, no white space, one kind of quotation mark,
 * a * for the mark of a note behind it that NFKC would make a digit, and one mark after a leading ordinal ("1、", "1." and "１．" are "1."; "一." is "一、").
 */
export function normalize(text: string): string {
  if (text.length > LONGEST_CACHED) return computeNormal(text);
  let normal = cache.get(text);
  if (normal === undefined) {
    normal = computeNormal(text);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(text, normal);
  }
  return normal;
}

const ANY_RADICAL = /[\u2e80-\u2fdf]/;
const ANY_RADICALS = /[\u2e80-\u2fdf]/g;

/** The text with each radical that a PDF's text layer carries as the character it stands for; as long as before. */
export function unifyRadicals(text: string): string {
  if (!ANY_RADICAL.test(text)) return text;
  return text.replace(ANY_RADICALS, (radical) => radicals[radical] ?? radical.normalize('NFKC'));
}

/** What Taiwan's words for 信息 and 文件 are character by character. */
const TAIWAN_WORD = /资讯|(?<=规范性)档案/g;

/** The text with the form's words in simplified characters; as long as before. */
export function simplify(text: string): string {
  if (!hasTraditional(text)) return text;
  return text
    .replace(traditionalCharacter, (character) => simplified.get(character)!)
    .replace(TAIWAN_WORD, (word) => (word === '资讯' ? '信息' : '文件'));
}

/** Looked up character by character: a pattern tries its many characters one after the other. */
function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isTraditional[text.charCodeAt(at)] === 1) return true;
  return false;
}

function computeNormal(text: string): string {
  return simplify(text)
    .replace(RAISED_BEHIND, '*')
    .replace(RADICAL, (radical) => radicals[radical]!)
    .normalize('NFKC')
    .replace(DROPPED, '')
    .replace(QUOTES, '"')
    .replace(ORDINAL_MARK, (_, ordinal: string) => ordinal + (/\d/.test(ordinal) ? '.' : '、'));
}

/** A label's normal form without its leading ordinal: "（一）予以公开" and "1.予以公开" are both "予以公开". */
export function withoutOrdinal(normal: string): string {
  return normal.replace(
    /^(?:[(][一二三四五六七八九十\d]{1,3}[)]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、])[.、]?/,
    '',
  );
}
