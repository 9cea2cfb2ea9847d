/** The words of the lexicon and of a form, each by itself. */
import type { StatutoryForm } from '../model/index.ts';
import { normalize, withoutOrdinal } from '../text/normal.ts';
import { Dictionary, type Word } from './dictionary.ts';
import { lexicon } from './lexicon.ts';

const commonWords: readonly Word[] = lexicon.flatMap(({ kinds, names, texts }) =>
  texts.split(' ').map((text) => ({ text, kinds, names })),
);

/** A shorter label can be anything: 其他. */
const SHORTEST_LABEL = 4;

/** The words of the lexicon and the form's own names for results. */
function wordsOf(form: StatutoryForm): readonly Word[] {
  const known = new Set(commonWords.map(({ text }) => text));
  const results = form.tables
    .flatMap((table) => table.lines)
    .flatMap(({ row, groups, label }): Word[] =>
      row === null || groups.length === 0 ? [] : [{ text: nameOf(label), kinds: ['result'], names: [row] }],
    )
    .filter(({ text }) => text.length >= SHORTEST_LABEL && !known.has(text));
  return [...commonWords, ...results];
}

/** 3.危及“三安全一稳定” in prose: 危及三安全一稳定. */
function nameOf(label: string): string {
  return withoutOrdinal(normalize(label)).replace(/\(.*$|"/g, '');
}

const dictionaries = new WeakMap<StatutoryForm, Dictionary>();

/** The dictionary that prose beside a form is read with. */
export function dictionaryOf(form: StatutoryForm): Dictionary {
  const known = dictionaries.get(form) ?? new Dictionary(wordsOf(form));
  dictionaries.set(form, known);
  return known;
}
