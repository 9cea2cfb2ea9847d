/** Headings that mean a topic of the form in other words than it knows: （二）依法申请公开. */
import type { TopicForm, TopicId } from '../model/index.ts';
import { normalize } from '../text/normal.ts';
import type { HeadingLine } from './headings.ts';

/** So much of a topic's title must stand in a heading under its number for this to be meant. */
const LIKENESS = 0.75;
/** So many known topics, each under its number, say that the others in their row are the rest. */
const FEWEST_KNOWN = 3;
/** What is no topic of the form, wherever it stands. */
const ANOTHER = /其[他它]|问题|下一步|复议|诉讼|收费|咨询|投诉|信访|解读|回应|提案|建议|重点领域/;

/**
 * The topics that headings mean in other words, by the index of the heading.
 *
 * @param ids what each heading is known to name
 */
export function inOtherWords(
  headings: readonly HeadingLine[],
  ids: readonly (TopicId | null)[],
  asked: readonly TopicForm[],
): ReadonlyMap<number, TopicId> {
  const found = new Map<number, TopicId>();
  const missing = asked.filter(({ id }) => !ids.includes(id));
  const isInRow = headings.length === asked.length && asked.length - missing.length >= FEWEST_KNOWN;
  headings.forEach(({ title, ordinal }, index) => {
    const topic = ids[index] === null && missing.find((each) => each.ordinal === ordinal);
    if (!topic) return;
    const words = normalize(title);
    if (soundsLike(title, [topic]) || (isInRow && !ANOTHER.test(words))) found.set(index, topic.id);
  });
  return found;
}

/** The topic whose title stands in a heading's nearly whole: 依法申请公开. */
export function soundsLike(title: string, topics: readonly TopicForm[]): TopicForm | undefined {
  const words = normalize(title);
  return topics.find((topic) => likeness(words, normalize(topic.title)) >= LIKENESS);
}

/** How much of what is wanted stands in a text, in its order: from 0 to 1. Both are short. */
function likeness(text: string, wanted: string): number {
  let row = new Array<number>(wanted.length + 1).fill(0);
  for (const character of text) {
    const next = [0];
    for (let at = 0; at < wanted.length; at++)
      next.push(wanted[at] === character ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    row = next;
  }
  return row[wanted.length]! / wanted.length;
}
