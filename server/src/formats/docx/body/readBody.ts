/** Reads a Word document's body. What an element means is said by tables; what has no meaning there lets its content through. */
import type { Span } from '../../../report/model/index.ts';
import { FormatError } from '../../error.ts';
import type { AccountKind } from '../../model.ts';
import { walkXml, type XmlElement, type XmlHandler } from '../../xml/walk.ts';
import { isContentsCode } from './fields.ts';
import { paragraphs } from './paragraphs.ts';
import { type Entrance, type Exit, Reading, type Sources } from './reading.ts';
import { saysYes, structure } from './structure.ts';

/** Reads the body into `sources.take`. @returns whether every field ends @throws FormatError for what is no document */
export function readBody(sources: Sources, part: string): boolean {
  const reader = new BodyReader(sources);
  walkXml(sources.source, part, reader);
  return reader.finish(part);
}

const skip: Entrance = (reading) => reading.skip();

const skipAndCount =
  (kind: AccountKind): Entrance =>
  (reading) => {
    reading.sources.account.add(kind);
    return reading.skip();
  };

const count =
  (kind: AccountKind): Entrance =>
  ({ sources }) => {
    sources.account.add(kind);
    return undefined;
  };

/** What was taken out while changes were tracked: text, a row, or a paragraph's end. */
const enterDeletion: Entrance = (reading, element, parent) => {
  const { look, story, sources } = reading;
  if (parent === 'w:trPr') {
    if (story.row) story.row.isDeleted = true;
  } else if (parent === 'w:rPr') {
    if (look) look.isDeleted = true;
    return enterChange(reading, element, parent);
  } else {
    sources.account.add('deletions');
    return reading.skip();
  }
  return undefined;
};

const enterInsertion: Entrance = (reading, element, parent) => {
  if (parent === 'w:rPr') return enterChange(reading, element, parent);
  if (parent === 'w:trPr') return undefined;
  reading.sources.account.add('insertions');
  reading.insertions++;
  return () => {
    reading.insertions--;
  };
};

/** Inside of a look, what says how it was changed. */
const enterChange: Entrance = (reading, { tag }) => {
  const { look } = reading;
  const leave = reading.skip();
  return (end) => {
    leave(end);
    look?.changes.push({ start: tag.start, end: end.end });
  };
};

const fieldMark: Entrance = (reading, { attribute }) => {
  const { fields, sources } = reading;
  if (!sources.knowsFields) return undefined;
  const type = attribute('fldCharType');
  if (type === 'begin') fields.begin();
  else if (type === 'separate') fields.separate();
  else if (type === 'end') countField(reading, fields.end());
  return undefined;
};

const enterSimpleField: Entrance = (reading, { attribute }) => {
  reading.fields.begin(attribute('instr') ?? '');
  return () => countField(reading, reading.fields.end());
};

function countField({ sources }: Reading, code: string | null): void {
  if (code !== null) sources.account.add(isContentsCode(code) ? 'contents' : 'fields');
}

const enterFieldCode: Entrance = (reading) => {
  reading.text = '';
  return () => {
    reading.fields.addCode(reading.text ?? '');
    reading.text = null;
  };
};

const enterControl: Entrance = ({ controls }) => {
  controls.push({ lock: null });
  return () => controls.pop();
};

const lockControl =
  (
    lock: 'boundControl' | 'lockedControl' | 'placeholderControl',
    applies: (element: XmlElement) => boolean,
  ): Entrance =>
  ({ controls }, element, parent) => {
    const control = controls.at(-1);
    if (parent === 'w:sdtPr' && control && applies(element)) control.lock = lock;
    return undefined;
  };

const enterAlternatives: Entrance = ({ alternatives }) => {
  alternatives.push({ isTaken: false });
  return () => alternatives.pop();
};

/** The first alternative is read: those that follow say the same for programs that do not know it. */
const enterAlternative: Entrance = (reading) => {
  const choice = reading.alternatives.at(-1);
  if (choice?.isTaken) return reading.skip();
  if (choice) choice.isTaken = true;
  return undefined;
};

const entrances: ReadonlyMap<string, Entrance> = new Map<string, Entrance>(
  Object.entries({
    ...structure,
    ...paragraphs,
    'w:del': enterDeletion,
    'w:moveFrom': enterDeletion,
    'w:ins': enterInsertion,
    'w:moveTo': enterInsertion,
    'w:fldChar': fieldMark,
    'w:fldSimple': enterSimpleField,
    'w:instrText': enterFieldCode,
    'w:sdt': enterControl,
    'w:lock': lockControl('lockedControl', ({ attribute }) =>
      /[cC]ontentLocked$/.test(attribute('val') ?? ''),
    ),
    'w:dataBinding': lockControl('boundControl', () => true),
    'w:showingPlcHdr': lockControl('placeholderControl', saysYes),
    'mc:AlternateContent': enterAlternatives,
    'mc:Choice': enterAlternative,
    'mc:Fallback': enterAlternative,
    // What was before a change of the look.
    'w:pPrChange': skip,
    'w:rPrChange': enterChange,
    'w:tblPrChange': skip,
    'w:tblPrExChange': skip,
    'w:tblGridChange': skip,
    'w:trPrChange': skip,
    'w:tcPrChange': skip,
    'w:sectPrChange': skip,
    'w:numberingChange': skip,
    // The reading above a character.
    'w:rt': skip,
    'm:oMath': skipAndCount('formulas'),
    'w:object': skipAndCount('embeddedObjects'),
    'c:chart': skipAndCount('embeddedObjects'),
    'dgm:relIds': skipAndCount('embeddedObjects'),
    'w:altChunk': skipAndCount('embeddedDocuments'),
    'w:subDoc': skipAndCount('embeddedDocuments'),
    'a:blip': count('pictures'),
    'v:imagedata': count('pictures'),
    'w:footnoteReference': count('notes'),
    'w:endnoteReference': count('notes'),
    'w:commentReference': count('comments'),
    'w:headerReference': count('headersAndFooters'),
    'w:footerReference': count('headersAndFooters'),
  } satisfies Record<string, Entrance>),
);

class BodyReader implements XmlHandler {
  readonly #reading: Reading;
  readonly #ids: string[] = [];
  readonly #exits: (Exit | undefined)[] = [];
  #root = '';

  constructor(sources: Sources) {
    this.#reading = new Reading(sources);
  }

  open(element: XmlElement): void {
    const parent = this.#ids.at(-1) ?? '';
    if (parent === '') this.#root = element.id;
    this.#ids.push(element.id);
    const entrance = this.#reading.skipped === 0 ? entrances.get(element.id) : undefined;
    this.#exits.push(entrance?.(this.#reading, element, parent));
  }

  close(_: XmlElement, tag: Span): void {
    this.#ids.pop();
    this.#exits.pop()?.(tag);
  }

  text(text: string): void {
    if (this.#reading.text !== null) this.#reading.text += text;
  }

  finish(part: string): boolean {
    if (this.#root !== 'w:document') throw new FormatError('damaged', { detail: part });
    this.#reading.story.container.finish();
    return !this.#reading.fields.isAnyOpen;
  }
}
