/** An Office file (ECMA-376 part 2): parts in a zip file, their types, and how they hang together. */
import { FormatError } from './error.ts';
import { walkXml } from './xml/walk.ts';
import { decodeXml, type XmlText } from './xml/xmlEncoding.ts';
import { ZipContainer } from './zip/container.ts';

/** A relationship of a part. Those to the world outside are counted and never followed. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `styles`, `numbering`, `header`. */
  readonly type: string;
  /** The part's name, or what is outside, as written. */
  readonly target: string;
  readonly isExternal: boolean;
}

export interface OfficePackage {
  readonly kind: 'docx' | 'xlsx';
  readonly zip: ZipContainer;
  /** The name of the part where reading begins. */
  readonly main: string;
  readonly relationships: readonly Relationship[];
  readonly isSigned: boolean;
  readonly hasMacros: boolean;
}

/** What a zip file without the types of an Office file is, by a part that only it has. */
const STRANGERS = [
  ['OFD.xml', 'ofd'],
  ['Doc_0/Document.xml', 'ofd'],
] as const;
const OPEN_DOCUMENT = [
  ['opendocument.text', 'odt'],
  ['opendocument.spreadsheet', 'ods'],
] as const;

/** @throws FormatError for what is no Word or Excel file, damaged, unsafe or too large */
export function openPackage(bytes: Uint8Array): OfficePackage {
  const zip = new ZipContainer(bytes);
  const roots = relationshipsOf(zip, '');
  const main = roots.find(({ type, isExternal }) => type === 'officeDocument' && !isExternal)?.target;
  if (main === undefined || !zip.has(main)) throw strangerIn(zip);
  const relationships = relationshipsOf(zip, main);
  return {
    kind: kindOf(contentType(zip, main)),
    zip,
    main,
    relationships,
    isSigned:
      roots.some(({ type }) => type === 'origin') ||
      zip.names.some((name) => /^_xmlsignatures\//i.test(name)),
    hasMacros: relationships.some(({ type }) => type === 'vbaProject'),
  };
}

/** A part's text, `null` where there is no such part. @throws FormatError where it is unsafe, or no text */
export function readText(zip: ZipContainer, part: string): XmlText | null {
  const bytes = zip.read(part);
  return bytes === null ? null : decodeXml(bytes, part);
}

/** What a part (the whole file, for an empty name) refers to. */
export function relationshipsOf(zip: ZipContainer, part: string): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found: Relationship[] = [];
  walkXml(readText(zip, name)?.text ?? '<none/>', name, {
    open({ id, attribute }) {
      if (id !== 'rel:Relationship') return;
      const isExternal = attribute('TargetMode') === 'External';
      const target = attribute('Target') ?? '';
      found.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').split('/').at(-1) ?? '',
        target: isExternal ? target : resolvePart(folder, target),
        isExternal,
      });
    },
  });
  return found;
}

/** Targets are relative to the part's folder, or begin with a slash. */
function resolvePart(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** By the part's name, else by its ending. */
function contentType(zip: ZipContainer, part: string): string {
  const name = '[Content_Types].xml';
  const ending = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  let own: string | undefined;
  let usual = '';
  walkXml(readText(zip, name)?.text ?? '<none/>', name, {
    open({ id, attribute }) {
      const type = attribute('ContentType') ?? '';
      if (id === 'ct:Override' && attribute('PartName')?.toLowerCase() === `/${part}`.toLowerCase())
        own = type;
      if (id === 'ct:Default' && attribute('Extension')?.toLowerCase() === ending) usual = type;
    },
  });
  return own ?? usual;
}

function kindOf(type: string): 'docx' | 'xlsx' {
  if (/wordprocessingml|ms-word\./.test(type)) return 'docx';
  if (/spreadsheetml|ms-excel\./.test(type)) return 'xlsx';
  throw new FormatError(/presentationml|ms-powerpoint\./.test(type) ? 'pptx' : 'zip');
}

function strangerIn(zip: ZipContainer): FormatError {
  const named = STRANGERS.find(([name]) => zip.has(name));
  if (named) return new FormatError(named[1]);
  const mimetype = new TextDecoder().decode(zip.read('mimetype') ?? new Uint8Array());
  return new FormatError(OPEN_DOCUMENT.find(([type]) => mimetype.includes(type))?.[1] ?? 'zip');
}
