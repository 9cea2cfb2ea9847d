/** The prose of a report: paragraphs as a reader sees them, whatever line breaks and markup lie between. */
import { PAGE_FOOTER } from '../layout/lines.ts';
import type { Section, SectionId, Span, StatutoryForm, Table, TopicId } from '../model.ts';
import type { Line } from '../source/lines.ts';
import { simplify, TRADITIONAL } from '../source/normal.ts';

export interface Paragraph {
  /** Without white space, markup and quotation marks, in simplified characters and plain digits. */
  readonly text: string;
  /** Where its first character stands in the source. */
  readonly start: number;
  /** How far behind that each character stands; `null` where nothing was left out. */
  readonly offsets: Int32Array | null;
  readonly section: SectionId;
  readonly topic: TopicId | null;
}

/** The lines of a paragraph that may speak of a number. */
export interface Stretch {
  readonly lines: readonly Line[];
  readonly start: number;
  readonly end: number;
  readonly section: SectionId;
  readonly topic: TopicId | null;
}

/** The place in the source of a stretch of a paragraph's text that is not empty. */
export function sourceSpan({ offsets, start }: Paragraph, from: number, to: number): Span {
  if (offsets === null) return { start: start + from, end: start + to };
  return { start: start + offsets[from]!, end: start + offsets[to - 1]! + 1 };
}

/** What a character can be to the quick look: bits. */
const DIGIT = 1;
const NUMERAL = 2;
const NONE = 4;
/** What follows a digit, a Chinese numeral, or a word that says that there was none. */
const BEHIND_DIGIT = 8;
const BEHIND_NUMERAL = 16;
const BEHIND_NONE = 32;
/** White space, markup, quotation marks, full-width digits and marks, radicals of PDF text: read as something else. */
const UNUSUAL = 64;
const OLD = 128;
const END = 256;

const characters = new Uint16Array(0x10000);
mark(DIGIT, '0123456789０１２３４５６７８９');
mark(NUMERAL, '零〇一二两三四五六七八九十百千');
mark(NONE, '未没无零');
mark(BEHIND_DIGIT, '%％万亿余多来件起宗例份项条篇次个场期部人家户册名元 *\t\u3000\u00a0');
mark(BEHIND_NUMERAL, '件起宗例份条余多');
mark(BEHIND_NONE, '收接受发提制作因政行依申结上下复诉新');
mark(UNUSUAL, ' \t\f\v\r\n\u00a0\u3000*_#“”‘’"《》〈〉\u200b\u200c\u200d\ufeff％．０１２３４５６７８９');
for (let code = 0x2e80; code <= 0x2fdf; code++) characters[code]! |= UNUSUAL;
mark(OLD, TRADITIONAL);
mark(END, '。！？!?');

function mark(bit: number, marked: string): void {
  for (const character of marked) characters[character.charCodeAt(0)]! |= bit;
}

const SENTENCE_END = /[。！？!?；;…”）)]$/;
/** No paragraph is as long; what is, is no prose. */
const LONGEST = 20_000;

/** What a stretch of text may hold: a number with its unit, a word that says that there was none; a quick look. */
export const glimpse = { number: 1, none: 2 } as const;

/** The bits of `glimpse` for a stretch of text. */
export function glimpseOf(text: string, from: number, to: number): number {
  let seen = 0;
  for (let at = from; at < to; at++) {
    const own = characters[text.charCodeAt(at)]!;
    if ((own & (DIGIT | NUMERAL | NONE)) === 0) continue;
    // A line may end between a number and its unit.
    if (at + 1 === to && (own & DIGIT) !== 0) return seen | glimpse.number;
    const isHave = (own & NONE) !== 0 && text[at + 1] === '有';
    const next = characters[text.charCodeAt(isHave ? at + 2 : at + 1)] ?? 0;
    if ((own & DIGIT) !== 0 && (next & BEHIND_DIGIT) !== 0) return seen | glimpse.number;
    if ((own & NUMERAL) !== 0 && (next & BEHIND_NUMERAL) !== 0) return seen | glimpse.number;
    if ((own & NONE) !== 0 && (next & BEHIND_NONE) !== 0) seen |= glimpse.none;
  }
  return seen;
}

/** Where the sentence ends that begins at a place. */
export function sentenceEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && (characters[text.charCodeAt(at)]! & END) === 0) at++;
  return at;
}

/** The bits of all characters of a text. */
function bitsOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= characters[text.charCodeAt(at)]!;
  return bits;
}

/**
 * The paragraphs that may speak of a number; what a section says of problems and plans is about no table. Sections and
 * tables come in order; one walk over the lines.
 */
export function findParagraphs(
  lines: readonly Line[],
  sections: readonly Section[],
  tables: readonly Table[],
  form: StatutoryForm,
): Stretch[] {
  const finder = new ParagraphFinder(tables);
  const spoken = new Set<SectionId | null>(form.sections.filter(({ isPlan }) => !isPlan).map(({ id }) => id));
  for (const section of sections) {
    if (!spoken.has(section.id)) continue;
    for (let index = lineFrom(lines, section.body.start); index < lines.length; index++) {
      const line = lines[index]!;
      if (line.raw.start >= section.body.end) break;
      finder.add(line, section);
    }
    finder.close(section);
  }
  return finder.paragraphs;
}

/** Puts lines together: a paragraph ends at a blank line behind a sentence's end, at a topic, at a table. */
class ParagraphFinder {
  readonly paragraphs: Stretch[] = [];
  readonly #tables: readonly Table[];
  #table = 0;
  #lines: Line[] = [];
  #length = 0;
  #isCandidate = false;

  constructor(tables: readonly Table[]) {
    this.#tables = tables;
  }

  add(line: Line, section: Section): void {
    if (this.#isInTable(line)) this.close(section);
    else if (line.text === '') {
      const last = this.#lines.at(-1);
      if (last && SENTENCE_END.test(last.text)) this.close(section);
    } else if (!PAGE_FOOTER.test(line.text)) {
      if (this.#length > LONGEST || this.#startsAfresh(line, section)) this.close(section);
      this.#lines.push(line);
      this.#length += line.text.length;
      this.#isCandidate ||= this.#length <= LONGEST && glimpseOf(line.text, 0, line.text.length) !== 0;
    }
  }

  close(section: Section): void {
    if (this.#lines.length === 0) return;
    if (this.#isCandidate && this.#length <= LONGEST) this.paragraphs.push(stretchOf(this.#lines, section));
    this.#lines = [];
    this.#length = 0;
    this.#isCandidate = false;
  }

  #isInTable({ span }: Line): boolean {
    const tables = this.#tables;
    while (this.#table < tables.length && tables[this.#table]!.span.end <= span.start) this.#table++;
    return this.#table < tables.length && tables[this.#table]!.span.start <= span.start;
  }

  #startsAfresh({ span }: Line, { topics }: Section): boolean {
    return this.#lines.length > 0 && topics.some((topic) => topic.span.start === span.start);
  }
}

/** The first line that begins at an offset or behind it. */
function lineFrom(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.raw.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stretchOf(lines: readonly Line[], section: Section): Stretch {
  const { start } = lines[0]!.span;
  const topic = section.topics.find(({ body }) => body.start <= start && start < body.end);
  return { lines, start, end: lines.at(-1)!.span.end, section: section.id!, topic: topic?.id ?? null };
}

/** The words of a paragraph, as they are looked at. */
export function readParagraph({ lines, start, section, topic }: Stretch): Paragraph {
  const [first] = lines as readonly [Line];
  const isPlain = lines.length === 1 && (bitsOf(first.text) & UNUSUAL) === 0;
  const read = isPlain ? { text: first.text, offsets: null } : plainText(lines, start);
  const text = (bitsOf(read.text) & OLD) === 0 ? read.text : simplify(read.text);
  return { text, start, offsets: read.offsets, section, topic };
}

function plainText(lines: readonly Line[], start: number): { text: string; offsets: Int32Array } {
  const offsets = new Int32Array(lines.reduce((sum, { text }) => sum + text.length, 0));
  const pieces: string[] = [];
  let length = 0;
  for (const { text, span } of lines) {
    let from = 0;
    for (let index = 0; index < text.length; index++) {
      if ((characters[text.charCodeAt(index)]! & UNUSUAL) !== 0) {
        if (index > from) pieces.push(text.slice(from, index));
        from = index + 1;
        const character = plainCharacter(text[index]!);
        if (character === '') continue;
        pieces.push(character);
      }
      offsets[length++] = span.start - start + index;
    }
    if (from < text.length) pieces.push(text.slice(from));
  }
  return { text: pieces.join(''), offsets };
}

/** What an unusual character is read as; '' for one that is passed over. */
function plainCharacter(read: string): string {
  const code = read.charCodeAt(0);
  if (code >= 0xff00) return String.fromCharCode(code - 0xfee0);
  if (code < 0x2e80 || code > 0x2fdf) return '';
  const folded = read.normalize('NFKC');
  return folded.length === 1 ? folded : read;
}
