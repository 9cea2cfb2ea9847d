/** Cuts what does not change off both ends of an edit, so that cursors and marks near it stay where they are. */
import type { TextEdit } from '../../report/model/index.ts';

/** The same edit on the smallest span; `null` if it changes nothing. Characters and line breaks stay whole. */
export function smallestEdit(text: string, edit: TextEdit): TextEdit | null {
  const old = text.slice(edit.span.start, edit.span.end);
  const { newText } = edit;
  if (old === newText) return null;
  const shortest = Math.min(old.length, newText.length);
  let prefix = 0;
  while (prefix < shortest && old[prefix] === newText[prefix]) prefix++;
  while (prefix > 0 && (isInsidePair(old, prefix) || isInsidePair(newText, prefix))) prefix--;
  let suffix = 0;
  while (suffix < shortest - prefix && old.at(-1 - suffix) === newText.at(-1 - suffix)) suffix++;
  while (
    suffix > 0 &&
    (isInsidePair(old, old.length - suffix) || isInsidePair(newText, newText.length - suffix))
  )
    suffix--;
  return {
    span: { start: edit.span.start + prefix, end: edit.span.end - suffix },
    newText: newText.slice(prefix, newText.length - suffix),
  };
}

/** Whether an offset stands between the halves of a surrogate pair or between \r and \n. */
function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (before === 13 && after === 10) return true;
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
