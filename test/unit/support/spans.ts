/** Every place an analysis speaks of, with the name of what it is. */
import type {
  Finding,
  ReportAnalysis,
  Section,
  Span,
  Table,
} from '../../../server/src/report/model/index.ts';

export type NamedSpan = readonly [name: string, span: Span];

/** Every span of an analysis. */
export function spansOf(analysis: ReportAnalysis): NamedSpan[] {
  const { title, sections, tables, narrative, findings } = analysis;
  return [
    ...(title ? named('title', [title.span, title.issuerSpan, title.yearSpan]) : []),
    ...sections.flatMap(spansOfSection),
    ...tables.flatMap(spansOfTable),
    ...named('claim', narrative.claims.map(spanOf)),
    ...findings.flatMap(spansOfFinding),
  ];
}

function spansOfSection({ span, ordinalSpan, titleSpan, body, topics }: Section): NamedSpan[] {
  return [
    ...named('section', [span, ordinalSpan, titleSpan, body]),
    ...topics.flatMap((topic) => named('topic', [topic.span, topic.body])),
  ];
}

function spansOfTable(table: Table): NamedSpan[] {
  const lines = [...table.lines, ...table.duplicates.map(({ line }) => line)];
  return [
    ...named('table', [table.span]),
    ...named('row', table.rows.map(spanOf)),
    ...named(
      'grid cell',
      table.rows.flatMap((row) => row.cells.map(spanOf)),
    ),
    ...named('header', [...table.header, ...table.missingColumns, ...table.unknownColumns].map(spanOf)),
    ...lines.flatMap((line) => [
      ...named('line', [line.span, ...line.label, ...line.groups, ...line.numbers]),
      ...named('cell', line.cells.map(spanOf)),
      ...named('repair', line.repair.map(spanOf)),
    ]),
    ...named('cell', table.cells.map(spanOf)),
  ];
}

function spansOfFinding({ rule, span, related, fixes }: Finding): NamedSpan[] {
  return [
    ...named(rule, [span]),
    ...named(`related of ${rule}`, related.map(spanOf)),
    ...fixes.flatMap((fix) => named(`edit of ${rule}`, fix.edits.map(spanOf))),
  ];
}

function spanOf({ span }: { readonly span: Span }): Span {
  return span;
}

function named(name: string, spans: readonly (Span | null)[]): NamedSpan[] {
  return spans.filter((span) => span !== null).map((span) => [name, span]);
}
