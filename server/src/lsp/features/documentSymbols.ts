/** The outline: sections, topics, tables, groups, rows. */
import type {
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver-protocol';
import type { Cell, ReportAnalysis, Section, Span, Table, Topic } from '../../report/model/index.ts';
import { sayIfKnown, toLocation, toRange } from '../toProtocol.ts';
import { contains } from './elementsAt.ts';
import { totalAmong } from './equationPartners.ts';
import type { Context, Feature } from './feature.ts';
import { sectionName, sectionTitleOf } from './formNames.ts';
import { type Branch, readBranches } from './tableTree.ts';

type Kind = 'section' | 'topic' | 'table' | 'group' | 'row';
const kinds: Readonly<Record<Kind, SymbolKind>> = { section: 2, topic: 15, table: 18, group: 23, row: 8 };

interface OutlineEntry {
  readonly kind: Kind;
  readonly name: string;
  readonly detail?: string;
  readonly span: Span;
  readonly label: Span;
  readonly children: readonly OutlineEntry[];
}

export const documentSymbols: Feature<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]> = (
  context,
) => {
  const entries = outlineEntries(context);
  if (!context.client.nestsSymbols) return entries.flatMap((entry) => flatten(context, entry, ''));
  return entries.map((entry) => toSymbol(context, entry));
};

function outlineEntries(context: Context): OutlineEntry[] {
  const { analysis } = context.report;
  const inSections = new Set(analysis.sections.flatMap((section) => section.tables));
  const homeless = analysis.tables.filter((table) => !inSections.has(table));
  const entries = [
    ...analysis.sections.map((section) => sectionEntry(context, analysis, section)),
    ...homeless.map((table) => tableEntry(context, table)),
  ];
  return entries.sort((a, b) => a.span.start - b.span.start);
}

function sectionEntry(context: Context, { source }: ReportAnalysis, section: Section): OutlineEntry {
  const span = { start: section.span.start, end: section.body.end };
  const children = [
    ...section.topics.map(topicEntry),
    ...section.tables.map((table) => tableEntry(context, table)),
  ];
  return {
    kind: 'section',
    name: sectionName(section, source.text),
    span,
    label: section.span,
    children: adopt(span, children),
  };
}

/** Children in order and inside their parent, as the protocol wants them. */
function adopt(parent: Span, children: readonly OutlineEntry[]): OutlineEntry[] {
  return children.filter((child) => contains(parent, child.span)).sort((a, b) => a.span.start - b.span.start);
}

function topicEntry(topic: Topic): OutlineEntry {
  const span = { start: topic.span.start, end: topic.body.end };
  return { kind: 'topic', name: topic.title, span, label: topic.span, children: [] };
}

function tableEntry(context: Context, table: Table): OutlineEntry {
  const { form } = context.report.analysis;
  const name = sayIfKnown(context, `symbol.table.${table.form.id}`) ?? sectionTitleOf(form, table.form);
  const label = table.header[0]?.span ?? { start: table.span.start, end: table.span.start };
  const children = readBranches(table).map((branch) => branchEntry(table, branch));
  return { kind: 'table', name, span: table.span, label, children: adopt(table.span, children) };
}

function branchEntry(table: Table, { name, span, label, line, cells, children }: Branch): OutlineEntry {
  const kind = line ? 'row' : 'group';
  const own = adopt(
    span,
    children.map((child) => branchEntry(table, child)),
  );
  return {
    kind,
    name,
    span,
    label: contains(span, label) ? label : span,
    children: own,
    detail: detailOf(table, cells),
  };
}

/** The total of a row, or of a group of the unlabelled one; its numbers where it has none. */
function detailOf(table: Table, cells: readonly Cell[]): string {
  const total = totalAmong(table, cells);
  return (total ? [total] : cells).map((cell) => cell.text || '–').join(' / ');
}

function toSymbol(context: Context, entry: OutlineEntry): DocumentSymbol {
  const symbol: DocumentSymbol = {
    name: entry.name,
    kind: kinds[entry.kind],
    range: toRange(context, entry.span),
    selectionRange: toRange(context, entry.label),
  };
  if (entry.detail) symbol.detail = entry.detail;
  if (entry.children.length > 0) symbol.children = entry.children.map((child) => toSymbol(context, child));
  return symbol;
}

function flatten(context: Context, entry: OutlineEntry, containerName: string): SymbolInformation[] {
  const symbol = {
    name: entry.name,
    kind: kinds[entry.kind],
    location: toLocation(context, entry.span),
    containerName,
  };
  return [symbol, ...entry.children.flatMap((child) => flatten(context, child, entry.name))];
}
