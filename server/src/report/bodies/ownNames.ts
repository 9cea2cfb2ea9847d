/** What a body calls itself in its own report: 我县, 本局, 县教育局 for 青禾县教育局. */
import { readBody } from './index.ts';
import { type BodyKind, kinds } from './kinds.ts';

const territories = kinds.filter(({ organ }) => organ === 'territory');
/** The last characters of the names of territories. */
const TERRITORIES = [...new Set(territories.map(({ ending }) => ending.at(-1)!))].join('');
const townships = territories.filter(({ rank }) => rank === 'township').map(({ ending }) => ending);
const TOWNSHIP = new RegExp(`(?:${townships.join('|')})(?=(?:人民政府|办事处)?$)`);

/** What a body calls itself behind 我, 本 and 全; nothing where its name does not tell. */
export function callsOf(name: string): readonly string[] {
  return [...new Set(ownKinds(name).flatMap(({ calls }) => calls))];
}

function ownKinds(name: string): readonly BodyKind[] {
  const body = readBody(name);
  const alike = kinds.filter(
    ({ organ, ending }) => organ !== 'page' && organ !== 'territory' && name.endsWith(ending),
  );
  return body?.kind.organ === 'territory' && !body.isOffice ? [body.kind, ...alike] : alike;
}

/** The names under which a body speaks of itself; 全市 in the report of a bureau is another, larger one. */
export function ownNamesOfBody(name: string): readonly string[] {
  const names = ownKinds(name).flatMap(({ calls, alone = [] }) => [
    ...calls.flatMap((call) => [`我${call}`, `本${call}`, `全${call}`]),
    ...alone,
  ]);
  return [...new Set(name.length > 1 ? [...names, name, ...shortNames(name)] : names)];
}

/** In front of the names of central bodies' local offices, which leave it out when they speak of themselves. */
const OF_THE_STATE = /^(?:中华人民共和国|国家[税统金][^局]{1,8}局)(?=.{3})/;

/**
 * 县教育局 for 青禾县教育局, 县政府办 for 青禾县人民政府办公室, 桐溪镇 for 青禾县桐溪镇人民政府. None for the government of
 * a county or more: 县政府 may be the whole county or its government alone.
 */
function shortNames(issuer: string): string[] {
  const lowestName = TOWNSHIP.exec(issuer);
  if (lowestName) return placeNames(issuer.slice(0, lowestName.index + lowestName[0].length));
  const body = readBody(issuer);
  if (body?.kind.organ === 'territory' && !body.isOffice) return [];
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
