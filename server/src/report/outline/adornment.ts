/** What Markdown, converters and notes put around the words of a heading: {#an-anchor}, a link, the mark of a note. */

/** ① * † ¹, behind the words that they are about. */
const NOTE_MARK = /[①-⓿❶-➓*＊†‡※¹²³⁰-₉]/;
/** [^1], [1], [注], and ^1^ as Pandoc writes it. */
const NOTE = /(?:\[\^?[\d\u4e00-\u9fff]{1,2}\]|\^\(?\d{1,2}\)?\^)$/;
/** The target of a link that stands elsewhere: [words][1]. */
const REFERENCE = /\]\[[^[\]]{0,12}\]$/;
/** A note's number that stood above the line; the words of a heading end in none. */
const RAISED = /(?<=(?:报告|年报|情况|事项|方面))\d{1,2}$/;
const LONGEST_NOTE = 16;
/** {#an-anchor}, {.class}, {id=x}. */
const ATTRIBUTES = /^\{\s{0,3}(?:[#.:]|[\w-]{1,20}=)/;

/** Without what can follow the words of a heading, and the given marks. From the end: what is long is walked over only once. */
export function withoutTail(text: string, marks: RegExp): string {
  let end = text.length;
  for (let next = tailStart(text, end, marks); next < end; next = tailStart(text, end, marks)) end = next;
  return text.slice(0, end);
}

/** Where the last thing that is no word begins; the end where there is none. */
function tailStart(text: string, end: number, marks: RegExp): number {
  const last = text[end - 1];
  if (last === undefined) return end;
  if (last === '}') return attributesStart(text, end);
  if (last === ')') return targetStart(text, end);
  if (marks.test(last) || NOTE_MARK.test(last)) return end - 1;
  const near = text.slice(Math.max(0, end - LONGEST_NOTE), end);
  const note = REFERENCE.exec(near) ?? NOTE.exec(near) ?? RAISED.exec(near);
  return note ? end - note[0].length : end;
}

function attributesStart(text: string, end: number): number {
  const start = text.lastIndexOf('{', end - 1);
  return start !== -1 && ATTRIBUTES.test(text.slice(start, start + 30)) ? start : end;
}

/** Where the target of a link begins: [words](target). */
function targetStart(text: string, end: number): number {
  const start = text.lastIndexOf('](', end - 1);
  return start === -1 ? end : start;
}

/** Without the bracket in front of a link's words, whose target is taken away already. */
export function withoutLinkBracket(text: string): string {
  return text.startsWith('[') && !text.includes(']') ? text.slice(1) : text;
}
