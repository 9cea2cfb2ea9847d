/**
 * Walks over an XML part with `saxes`: elements with their places, by namespace and not by prefix. A document type
 * declaration is refused, so no entity is ever defined; nothing outside the part is looked at.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Span } from '../../report/model/index.ts';
import { FormatError } from '../error.ts';

/** How far elements may stand in each other. */
const MOST_DEPTH = 256;

/** Namespaces by the prefixes that the specification gives them; those of the strict variant stand for the others. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 's'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 's'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

export interface XmlElement {
  /** `w:p`: with the specification's prefix, whatever the part's own is; of other namespaces only `:name`. */
  readonly id: string;
  /** What the part writes in front of its name: `w:`, `ns0:` or nothing. */
  readonly prefix: string;
  /** Its start tag. */
  readonly tag: Span;
  /** `<w:p/>`: there is no end tag. */
  readonly isEmpty: boolean;
  /** The value of an attribute of its own namespace or none, or of the namespace with another prefix (`r:id`). */
  attribute(name: string): string | undefined;
}

export interface XmlHandler {
  open?(element: XmlElement): void;
  /** @param tag its end tag; of an empty element the place behind its only one */
  close?(element: XmlElement, tag: Span): void;
  /** Characters as they are meant, written out ones decoded; a stretch can come in pieces. */
  text?(text: string): void;
}

/** @throws FormatError for what is no well-formed part, has a document type, or goes too deep */
export function walkXml(source: string, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  const stack: XmlElement[] = [];
  parser.on('error', (error) => {
    throw new FormatError('damaged', { detail: part }, { cause: error });
  });
  parser.on('doctype', () => {
    throw new FormatError('unsafe', { detail: `DTD, ${part}` });
  });
  parser.on('opentag', (tag) => {
    if (stack.length >= MOST_DEPTH) throw new FormatError('tooDeep', { most: MOST_DEPTH });
    const element = toElement(tag, source, parser.position);
    stack.push(element);
    handler.open?.(element);
  });
  parser.on('closetag', () => {
    const element = stack.pop();
    if (element === undefined) return;
    const end = parser.position;
    handler.close?.(element, { start: element.isEmpty ? end : source.lastIndexOf('<', end - 1), end });
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.write(source).close();
}

/** No attribute's value has a "<" in it, so the last one opens the tag. */
function toElement(tag: SaxesTagNS, source: string, end: number): XmlElement {
  const prefix = PREFIXES.get(tag.uri) ?? '';
  return {
    id: `${prefix}:${tag.local}`,
    prefix: tag.prefix === '' ? '' : `${tag.prefix}:`,
    tag: { start: source.lastIndexOf('<', end - 1), end },
    isEmpty: tag.isSelfClosing,
    attribute: (name) => attributeOf(tag, prefix, name),
  };
}

function attributeOf({ attributes }: SaxesTagNS, own: string, name: string): string | undefined {
  const [local = '', prefix = own] = name.split(':').reverse();
  for (const key in attributes) {
    const attribute = attributes[key];
    if (attribute?.local !== local) continue;
    const found = PREFIXES.get(attribute.uri) ?? '';
    if (found === prefix || (prefix === own && attribute.uri === '')) return attribute.value;
  }
  return undefined;
}
