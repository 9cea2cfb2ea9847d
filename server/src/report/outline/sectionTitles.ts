/** Which section a title is that of, by the wordings that the form knows. */
import type { Section, SectionForm, SectionId } from '../model/index.ts';
import { normalize } from '../text/normal.ts';

interface TitleMatch {
  readonly id: SectionId;
  readonly wording: Section['wording'];
}

const titles = new WeakMap<readonly SectionForm[], Map<string, TitleMatch>>();

/** The section whose title a normal form is, and how it agrees with the form's. */
export function matchTitle(normal: string, sections: readonly SectionForm[]): TitleMatch | undefined {
  let map = titles.get(sections);
  if (!map) {
    map = new Map();
    for (const { id, title, accepted, hinted } of sections) {
      for (const variant of hinted) map.set(normalize(variant), { id, wording: 'hinted' });
      for (const variant of accepted) map.set(normalize(variant), { id, wording: 'accepted' });
      map.set(normalize(title), { id, wording: 'form' });
    }
    titles.set(sections, map);
  }
  return map.get(normal);
}
