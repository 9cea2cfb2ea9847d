/** Whose numbers a sentence gives: which of 我市, 全县, 本局 is the body that reports. */
import { ownNamesOfBody } from '../bodies/ownNames.ts';
import { Dictionary, type Word } from './dictionary.ts';
import { anyBody } from './lexicon.ts';

const known = new Map<string, Dictionary>();
const CACHE_LIMIT = 256;

/** The names under which a body speaks of itself; 全市 in the report of a bureau is another, larger one. */
export function ownNamesOf(issuer: string | null): Dictionary {
  const key = issuer ?? '';
  let own = known.get(key);
  if (own === undefined) {
    if (known.size >= CACHE_LIMIT) known.clear();
    own = new Dictionary([...anyBody, ...ownNamesOfBody(key)].map(subject));
    known.set(key, own);
  }
  return own;
}

function subject(text: string): Word {
  return { text, kinds: ['subject'], names: [] };
}
