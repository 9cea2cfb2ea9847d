/** Marks that tie a note to the words in front of them: [^1], ①, ², *, †, ^1^, 注1. */

const MARK =
  /(?:\\?[*＊†‡§※#＃]{1,3}\d{0,2}|[¹²³⁰-₉①-⓿❶-➓]{1,4}|\[\^?[^[\]]{1,20}\]|【[^【】]{1,8}】|〔[^〔〕]{1,8}〕|([~^])[^\s^~]{1,8}\1|[（(]?注\s?\d{1,2}[）)]?)\s*$/;
/** What such a mark ends in; most words end in none of these. */
const ENDS = /[*＊†‡§※#＃~¹²³⁰-₉①-⓿❶-➓\]】〕^\d)）\s]$/;
const MOST_MARKS = 3;

/** Where the marks of notes behind a text begin; its length where there are none. A text is never a mark alone. */
export function marksBegin(text: string): number {
  let end = text.length;
  for (let count = 0; count < MOST_MARKS && ENDS.test(text.slice(0, end)); count++) {
    const match = MARK.exec(text.slice(0, end));
    if (!match || match.index === 0) break;
    end = match.index;
  }
  return text.slice(0, end).trimEnd().length || text.length;
}

const NOTE = /[（(][^（）()]{0,200}[）)]\s*$/;
const OF_NUMBER = /[\s\d０-９.,，]/;
const DIGIT = /[\d０-９]$/;
const QUOTES = /^["“].+["”]$/s;

/** Which part of a label is its own: not the quotation marks around it, nor notes, their marks and numbers behind. */
export function ownWords(label: string, hasNote: boolean): { readonly start: number; readonly end: number } {
  const start = QUOTES.test(label) ? 1 : 0;
  const marks = marksBegin(label.slice(0, label.length - start));
  const numbers = numbersBegin(label.slice(0, marks));
  const note = hasNote ? -1 : label.slice(0, numbers).search(NOTE);
  return { start, end: note > start ? label.slice(0, note).trimEnd().length : numbers };
}

function numbersBegin(label: string): number {
  if (!DIGIT.test(label)) return label.length;
  let end = label.length;
  while (end > 0 && OF_NUMBER.test(label[end - 1]!)) end--;
  return end === 0 ? label.length : end;
}
