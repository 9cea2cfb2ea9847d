/** Whose numbers a sentence gives: which of 我市, 全县, 本局 is the body that reports. */
import { Dictionary } from './dictionary.ts';
import { kind, piece, type Word } from './words.ts';

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
};
const anyBody = ['本机关', '本单位', '我单位', '本行政机关', '我机关'];

const known = new Map<string, Dictionary<Word>>();
const CACHE_LIMIT = 256;

/** The names under which a body speaks of itself; 全市 in the report of a bureau is another, larger one. */
export function subjectsOf(issuer: string | null): Dictionary<Word> {
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
  return { piece: piece.word, text, kind: kind.subject, names: [] };
}

function namesOf(issuer: string): string[] {
  const names = [...anyBody];
  const territory = /([省市县区州旗镇乡盟])(?:人民政府)?$/.exec(issuer)?.[1];
  if (territory) names.push(`我${territory}`, `本${territory}`, `全${territory}`);
  for (const [organ, ending] of Object.entries(organs))
    if (ending.test(issuer)) names.push(`我${organ}`, `本${organ}`, `全${organ}`);
  if (issuer.length > 1) names.push(issuer, ...shortNames(issuer));
  return [...new Set(names)];
}

/**
 * 县教育局 for 青禾县教育局, 县政府办 for 青禾县人民政府办公室. None for a government: 县政府 may be the whole county
 * or its government alone.
 */
function shortNames(issuer: string): string[] {
  if (/(?:人民政府|[省市县区州旗镇乡盟])$/.test(issuer)) return [];
  const from = [...issuer].findIndex((character, index) => index > 0 && TERRITORIES.includes(character));
  if (from === -1) return [];
  const tails = [issuer.slice(from), issuer.slice(from + 1)].filter((tail) => tail.length > 2);
  const names = [issuer, ...tails].flatMap((tail) => {
    const government = tail.replace('人民政府', '政府');
    return [tail, government, government.replace(/办公[室厅]$/, '办'), tail.replace(/办公[室厅]$/, '办')];
  });
  // 市政府办公厅代表市政府受理: the office of a government acts for it.
  const government = /([省市县区州旗])人民政府办公[室厅]$/.exec(issuer)?.[1];
  return government ? [...names, `代表${government}政府`, `代表${government}人民政府`] : names;
}
