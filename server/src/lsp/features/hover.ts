/** What stands under the pointer, in words: a number in a table or in prose, a row, a table, a section, the title. */
import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import { columnOf } from '../../report/form/cellForms.ts';
import { termsOf } from '../../report/form/equationForms.ts';
import type { Cell, Section, Span, Table, TableLine, TextKey, Title } from '../../report/model/index.ts';
import { unescaped } from '../../workspace/reports/documentUri.ts';
import { sayIfKnown, toOffset, toRange } from '../toProtocol.ts';
import { claimAt, describeClaim, describeClaims } from './claimedCells.ts';
import { describeAccountItem } from './describeAccount.ts';
import { describeNeighbours } from './describeElsewhere.ts';
import { describeEquation } from './describeEquation.ts';
import { describeTable } from './describeTable.ts';
import { type CellPlace, cellAt, covers, headerAt, isPlaced, lineAt, tableAt } from './elementsAt.ts';
import { equationsOf } from './equationPartners.ts';
import type { Context, Feature } from './feature.ts';
import { cellName, columnName, rowName, sectionName, sectionTitleOf } from './formNames.ts';
import { Prose } from './hoverText.ts';
import { lastYearsDocuments } from './numbersElsewhere.ts';

interface Described {
  readonly span: Span;
  readonly prose: Prose;
}

export const hover: Feature<HoverParams, Hover | null> = (context, { position }) => {
  const described = describePlace(context, toOffset(context, position));
  return described && { contents: described.prose.toMarkup(), range: toRange(context, described.span) };
};

function describePlace(context: Context, offset: number): Described | null {
  const { analysis } = context.report;
  const table = tableAt(analysis, offset);
  if (table) return describeInTable(context, table, offset);
  const claim = claimAt(analysis, offset);
  if (claim) return { span: claim.span, prose: describeClaim(context, claim) };
  const section = analysis.sections.find(({ span }) => covers(span, offset));
  if (section) return describeSection(context, section);
  return analysis.title && covers(analysis.title.span, offset)
    ? describeTitle(context, analysis.title)
    : null;
}

function describeInTable(context: Context, table: Table, offset: number): Described | null {
  const place = cellAt(context.report.analysis, offset);
  if (place) return describeCellPlace(context, place);
  const line = lineAt(table, offset);
  if (line) return describeRow(context, table, line);
  const label = headerAt(table, offset);
  return label ? { span: label.span, prose: describeTable(context, new Prose(context), table) } : null;
}

function stateKey({ state, value }: Cell): TextKey {
  if (value !== null || state === 'number' || state === 'derived') return 'hover.cell.value';
  return state === 'unknown' ? 'hover.unknown' : `hover.cell.${state}`;
}

function describeCellPlace(context: Context, place: CellPlace): Described {
  const { table, cell } = place;
  const prose = new Prose(context);
  prose.heading(prose.plain(cellName(table, cell)));
  prose.paragraph(prose.say(stateKey(cell), { text: cell.text, value: cell.value ?? '' }));
  for (const equation of equationsOf(context.report.analysis, table, cell.form.index)) {
    prose.item(describeEquation(prose, equation));
  }
  describeClaims(context, prose, place);
  describeNeighbours(context, prose, place);
  return { span: cell.span, prose };
}

function describeRow(context: Context, table: Table, line: TableLine): Described {
  const prose = new Prose(context);
  prose.heading(prose.plain(rowName(line.form) || sectionTitleOf(context.report.analysis.form, table.form)));
  for (const cell of line.cells) {
    const value = isPlaced(cell) ? cell.text || '–' : (cell.value ?? prose.say('hover.unknown'));
    prose.item(prose.say('hover.row.cell', { column: columnName(columnOf(table.form, cell.form)), value }));
  }
  for (const equation of rowEquations(context, table, line))
    prose.paragraph(describeEquation(prose, equation));
  return { span: line.label[0] ?? line.span, prose };
}

/** The equations all of whose terms stand on the line. */
function rowEquations({ report }: Context, table: Table, line: TableLine) {
  const own = new Set(line.form.cells.map((cell) => cell.index));
  return report.analysis.equations.filter(
    ({ table: other, form }) => other === table && termsOf(form).every((index) => own.has(index)),
  );
}

function describeSection(context: Context, section: Section): Described {
  const prose = new Prose(context);
  prose.heading(prose.plain(sectionName(section, context.report.analysis.source.text)));
  const about = section.id && sayIfKnown(context, `section.${section.id}`);
  if (about) prose.paragraph(about);
  for (const table of section.tables) describeTable(context, prose, table);
  return { span: section.span, prose };
}

function describeTitle(context: Context, title: Title): Described {
  const { form } = context.report.analysis;
  const prose = new Prose(context);
  prose.heading(prose.plain(title.text));
  prose.item(prose.say('hover.title.issuer', { issuer: title.issuer ?? prose.say('hover.unknown') }));
  prose.item(prose.say('hover.title.year', { year: title.year ?? prose.say('hover.unknown') }));
  const { uris, isKnown } = lastYearsDocuments(context);
  if (uris.length > 0 && title.year !== null) {
    const files = uris.map((uri) => unescaped(uri.slice(uri.lastIndexOf('/') + 1))).join('、');
    prose.item(
      prose.say(`hover.title.lastYear${isKnown ? '' : '.several'}`, { year: title.year - 1, files }),
    );
  }
  prose.item(
    prose.say('hover.title.form', { form: form.id, document: form.document, title: form.documentTitle }),
  );
  describeAccount(context, prose);
  return { span: title.span, prose };
}

function describeAccount({ report, client }: Context, prose: Prose): void {
  if (report.account.length === 0) return;
  prose.paragraph(prose.say('document.account'));
  for (const item of report.account) prose.item(prose.plain(describeAccountItem(item, client.locale)));
}
