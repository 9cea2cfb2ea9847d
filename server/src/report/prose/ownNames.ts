/** Whose numbers a sentence gives: which of 我市, 全县, 本局 is the body that reports. */
import { Dictionary, type Word } from './dictionary.ts';
import { anyBody } from './lexicon.ts';

const TERRITORIES = '省市县区州旗镇乡盟';
/** The one-character name of an organ, and how the names of such organs end. */
const organs: Readonly<Record<string, RegExp>> = {
  局: /局$/,
  办: /办(?:公室)?$/,
  厅: /厅$/,
  委: /委(?:员会)?$/,
  院: /院$/,
  所: /所$/,
  站: /站$/,
  处: /处$/,
  部: /部$/,
  中心: /中心$/,
  街道: /街道(?:办事处)?$/,
  街: /街道(?:办事处)?$/,
  办事处: /办事处$/,
  分局: /分局$/,
  支局: /支局$/,
  关: /海关$/,
  队: /队$/,
  总队: /总队$/,
  支队: /支队$/,
  大队: /大队$/,
  公司: /公司$/,
  集团: /集团(?:有限公司)?$/,
  馆: /馆$/,
};
/** In the reports of these no other body can be meant: 街道, 镇政府, 分局, 大队 alone. */
const unmistakable: readonly (readonly [issuer: RegExp, names: readonly string[]])[] = [
  [/街道(?:办事处)?$/, ['街道', '街道办', '街道办事处', '办事处']],
  [/镇(?:人民政府)?$/, ['镇政府', '镇人民政府']],
  [/乡(?:人民政府)?$/, ['乡政府', '乡人民政府']],
  [/分局$/, ['分局']],
  [/支局$/, ['支局']],
  [/总队$/, ['总队']],
  [/支队$/, ['支队']],
  [/大队$/, ['大队']],
];

const known = new Map<string, Dictionary>();
const CACHE_LIMIT = 256;

/** The names under which a body speaks of itself; 全市 in the report of a bureau is another, larger one. */
export function ownNamesOf(issuer: string | null): Dictionary {
  const key = issuer ?? '';
  let own = known.get(key);
  if (own === undefined) {
    if (known.size >= CACHE_LIMIT) known.clear();
    own = new Dictionary(namesOf(key).map(subject));
    known.set(key, own);
  }
  return own;
}

function subject(text: string): Word {
  return { text, kinds: ['subject'], names: [] };
}

function namesOf(issuer: string): string[] {
  const names = [...anyBody];
  const territory = /([省市县区州旗镇乡盟])(?:人民政府)?$/.exec(issuer)?.[1];
  if (territory) names.push(`我${territory}`, `本${territory}`, `全${territory}`);
  for (const [organ, ending] of Object.entries(organs))
    if (ending.test(issuer)) names.push(`我${organ}`, `本${organ}`, `全${organ}`);
  for (const [ending, own] of unmistakable) if (ending.test(issuer)) names.push(...own);
  if (issuer.length > 1) names.push(issuer, ...shortNames(issuer));
  return [...new Set(names)];
}

/** In front of the names of central bodies' local offices, which leave it out when they speak of themselves. */
const OF_THE_STATE = /^(?:中华人民共和国|国家[税统金][^局]{1,8}局)(?=.{3})/;

/**
 * 县教育局 for 青禾县教育局, 县政府办 for 青禾县人民政府办公室, 桐溪镇 for 青禾县桐溪镇人民政府. None for the government of
 * a county or more: 县政府 may be the whole county or its government alone.
 */
function shortNames(issuer: string): string[] {
  const lowestName = /(?:镇|乡|街道)(?=(?:人民政府|办事处)?$)/.exec(issuer);
  if (lowestName) return placeNames(issuer.slice(0, lowestName.index + lowestName[0].length));
  if (/(?:人民政府|[省市县区州旗盟])$/.test(issuer)) return [];
  const local = issuer.replace(OF_THE_STATE, '');
  const tails = [local, ...tailsOf(local)];
  const names = [issuer, ...tails].flatMap((tail) => {
    const government = tail.replace('人民政府', '政府');
    return [tail, government, government.replace(/办公[室厅]$/, '办'), tail.replace(/办公[室厅]$/, '办')];
  });
  // 市政府办公厅代表市政府受理: the office of a government acts for it.
  const government = /([省市县区州旗])人民政府办公[室厅]$/.exec(issuer)?.[1];
  return government ? [...names, `代表${government}政府`, `代表${government}人民政府`] : names;
}

/** What is left of a name behind the places in front of it, with and without the last word of these: 县教育局, 教育局. */
function tailsOf(issuer: string): string[] {
  const tails: string[] = [];
  for (let at = 1; at < issuer.length; at++)
    if (TERRITORIES.includes(issuer[at]!)) tails.push(issuer.slice(at), issuer.slice(at + 1));
  return tails.filter((tail) => tail.length > 2);
}

/** 桐溪镇, 青禾县桐溪镇, and the same with 人民政府 or 办事处 behind. */
function placeNames(place: string): string[] {
  const ending = place.endsWith('街道') ? ['', '办', '办事处'] : ['', '政府', '人民政府'];
  const names = [place, ...tailsOf(place).filter((tail) => !/^[县市区旗州]/.test(tail))];
  return names.flatMap((name) => ending.map((end) => name + end));
}
