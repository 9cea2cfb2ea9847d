/** What a page prints on the line of a title in front of it: 首页, the name of the site, the number of the page. */
import { isBodyName, isTellingName, readBody } from '../bodies/index.ts';
import { normalize } from '../text/normal.ts';
import { readYear, withoutYear } from './titleParts.ts';

const SEPARATOR = /[\s|/／_–—-]+/g;
/** What may stand between two bodies that report together, and between the parts of one name. */
const SPACE = /^\s+$/;

/** A title without what stands in front of the name of a body; a name in pieces stays whole. */
export function withoutRunningHead(text: string): string {
  const year = readYear(text)?.span.start ?? text.length;
  let best = 0;
  for (const { 0: separator, index } of text.matchAll(SEPARATOR)) {
    const from = index + separator.length;
    if (from >= year || from === 0) continue;
    const head = normalize(text.slice(0, index));
    if (isNameFrom(text.slice(from, year)) && isRunningHead(head, separator)) best = from;
  }
  return text.slice(best);
}

function isNameFrom(words: string): boolean {
  const name = normalize(words);
  return isBodyName(name) && isTellingName(name);
}

/** Behind a space the name of a territory or of a second body belongs to the title. */
function isRunningHead(head: string, separator: string): boolean {
  // What ends in a colon or an arrow is the frame of a title, which `title.ts` takes away.
  if (withoutYear(head) === '' || /[:>»]$/.test(head)) return false;
  return SPACE.test(separator)
    ? readBody(head) === null
    : readBody(head)?.kind.organ !== 'territory' || head.endsWith('政府');
}
