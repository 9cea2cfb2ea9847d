/** Paragraphs, runs and what stands in them. */
import type { Span } from '../../../report/model/index.ts';
import type { XmlElement } from '../../xml/walk.ts';
import { numberOf } from '../numbering/definitions.ts';
import type { Piece, WrittenText } from '../wordModel.ts';
import type { Entrance, LookDraft, ParagraphDraft, Reading, RunDraft } from './reading.ts';
import { saysYes } from './structure.ts';
import { symbolText } from './symbols.ts';

const noLook = (): LookDraft => ({ span: null, changes: [], style: null, isHidden: null, isDeleted: false });

const enterParagraph: Entrance = (reading, element) => {
  reading.countBlock();
  const { story } = reading;
  const paragraph: ParagraphDraft = {
    element,
    pieces: [],
    style: null,
    list: null,
    level: null,
    mark: noLook(),
    isContents: reading.fields.isContents,
  };
  story.paragraph = paragraph;
  return (tag) => {
    story.paragraph = null;
    if (!paragraph.isContents || paragraph.pieces.length > 0) addParagraph(reading, paragraph, tag);
  };
};

function addParagraph(reading: Reading, draft: ParagraphDraft, tag: Span): void {
  const { element, pieces, mark } = draft;
  const goesOn = mark.isDeleted || mark.isHidden === true;
  const number = goesOn ? '' : numberOfParagraph(reading, draft);
  const source = {
    prefix: element.prefix,
    tag: element.tag,
    isEmpty: element.isEmpty,
    end: tag.start,
    markProperties: lookOf(mark),
    lock: reading.lock,
  };
  const all: Piece[] = number === '' ? pieces : [{ kind: 'number', text: number }, ...pieces];
  reading.story.container.addParagraph({ kind: 'paragraph', pieces: all, source }, goesOn);
}

function numberOfParagraph({ sources }: Reading, { style, list, level }: ParagraphDraft): string {
  const text = sources.numbers.next(style, list === null && level === null ? null : { list, level });
  if (text === null) sources.account.add('unknownNumbers');
  else if (text !== '') sources.account.add('automaticNumbers');
  return text ?? '';
}

/** Its properties without what says how they were changed. */
function lookOf({ span, changes }: LookDraft): Span[] {
  if (span === null) return [];
  const starts = [span.start, ...changes.map(({ end }) => end)];
  const ends = [...changes.map(({ start }) => start), span.end];
  return starts.map((start, index) => ({ start, end: ends[index] ?? span.end }));
}

const enterRun: Entrance = ({ story }, { tag, prefix }) => {
  const draft: RunDraft = { run: { span: tag, prefix, properties: null }, look: noLook() };
  // A run with a reading above it has runs inside.
  const outer = story.run;
  story.run = draft;
  return (end) => {
    draft.run.span = { start: tag.start, end: end.end };
    story.run = outer;
  };
};

/** The look of a run, or of a paragraph's mark. */
const enterProperties: Entrance = (reading, element, parent) => {
  const { run, paragraph } = reading.story;
  const look = parent === 'w:r' ? run?.look : parent === 'w:pPr' ? paragraph?.mark : undefined;
  if (look === undefined) return reading.skip();
  reading.look = look;
  return (tag) => {
    reading.look = null;
    look.span = { start: element.tag.start, end: tag.end };
    if (run && look === run.look) run.run.properties = look.span;
  };
};

const ofParagraph =
  (read: (paragraph: ParagraphDraft, value: string | undefined) => void): Entrance =>
  ({ story }, { attribute }) => {
    if (story.paragraph) read(story.paragraph, attribute('val'));
    return undefined;
  };

const ofLook =
  (read: (look: LookDraft, element: XmlElement) => void): Entrance =>
  ({ look }, element) => {
    if (look) read(look, element);
    return undefined;
  };

/** Characters of the document. */
const enterText: Entrance = (reading, element) => {
  reading.text = '';
  return (tag) => {
    const text = reading.text ?? '';
    reading.text = null;
    if (text !== '') addWritten(reading, element, text, tag);
  };
};

function addWritten(reading: Reading, element: XmlElement, text: string, end: Span): void {
  const { paragraph, run } = reading.story;
  if (!paragraph || !run || !isShown(reading, paragraph, run)) return;
  const content = { start: element.tag.end, end: end.start };
  const keepsSpace = element.attribute('xml:space') === 'preserve';
  const shown = keepsSpace ? { text, source: content } : withoutEnds(reading.sources.source, content, text);
  if (shown.text === '') return;
  const written: WrittenText = {
    // A line end or a tab inside the element is a space for Word.
    text: shown.text.replace(/[\t\n\r]/g, ' '),
    source: shown.source,
    tag: element.tag,
    keepsSpace,
    run: run.run,
    isInserted: reading.insertions > 0,
    lock: reading.lock,
  };
  paragraph.pieces.push({ kind: 'written', text: written.text, written });
}

/** Word leaves spaces at the ends out that are not said to be kept. */
function withoutEnds(source: string, content: Span, text: string): { text: string; source: Span } {
  const raw = source.slice(content.start, content.end);
  const trimmed = raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (trimmed === raw) return { text, source: content };
  const start = content.start + (raw.length - raw.trimStart().length);
  return { text: text.trim(), source: { start, end: start + trimmed.length } };
}

/** Whether a reader of the document sees the text of a run; counts what is left out. */
function isShown({ fields, sources }: Reading, paragraph: ParagraphDraft, { look }: RunDraft): boolean {
  if (fields.isCode) return false;
  if (fields.isContents) {
    paragraph.isContents = true;
    return false;
  }
  const { styles, account } = sources;
  const isHidden = look.isHidden ?? styles.isHidden(look.style) ?? styles.isHidden(paragraph.style) ?? false;
  if (isHidden) account.add('hiddenText');
  return !isHidden;
}

const sign =
  (kind: 'sign' | 'break' | 'tab', textOf: (element: XmlElement, reading: Reading) => string): Entrance =>
  (reading, element) => {
    const { paragraph, run } = reading.story;
    if (!paragraph || !run || !isShown(reading, paragraph, run)) return undefined;
    const text = textOf(element, reading);
    if (text !== '') paragraph.pieces.push({ kind, text });
    return undefined;
  };

/** A page break in front of a paragraph's text breaks no line of it. */
function breakText({ attribute }: XmlElement, { story }: Reading): string {
  const isOfPage = ['page', 'column'].includes(attribute('type') ?? '');
  return isOfPage && story.paragraph?.pieces.length === 0 ? '' : '\n';
}

function symbol({ attribute }: XmlElement, { sources }: Reading): string {
  const text = symbolText(attribute('font') ?? '', Number.parseInt(attribute('char') ?? '', 16));
  if (text === null) sources.account.add('symbols');
  return text ?? '\ufffd';
}

export const paragraphs: Readonly<Record<string, Entrance>> = {
  'w:p': enterParagraph,
  'w:r': enterRun,
  'w:rPr': enterProperties,
  'w:t': enterText,
  'w:pStyle': ofParagraph((paragraph, value) => {
    paragraph.style = value ?? null;
  }),
  'w:numId': ofParagraph((paragraph, value) => {
    paragraph.list = value ?? null;
  }),
  'w:ilvl': ofParagraph((paragraph, value) => {
    paragraph.level = numberOf(value, 0);
  }),
  'w:rStyle': ofLook((look, { attribute }) => {
    look.style = attribute('val') ?? null;
  }),
  'w:vanish': ofLook((look, element) => {
    look.isHidden = saysYes(element);
    // What is put into the paragraph is to be seen.
    look.changes.push(element.tag);
  }),
  'w:tab': (reading, element, parent) =>
    // Of a paragraph's properties it is a stop.
    parent === 'w:r' ? sign('tab', () => '\t')(reading, element, parent) : undefined,
  'w:ptab': sign('tab', () => '\t'),
  'w:br': sign('break', breakText),
  'w:cr': sign('break', () => '\n'),
  'w:noBreakHyphen': sign('sign', () => '-'),
  'w:sym': sign('sign', symbol),
};
