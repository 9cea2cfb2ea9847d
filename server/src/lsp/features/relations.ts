/** A total and its addends, a cell and the prose that speaks of it: highlight, go to definition, find references. */
import type {
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightParams,
  Location,
  ReferenceParams,
} from 'vscode-languageserver-protocol';
import { sumsTo, termsOf } from '../../report/form/equationForms.ts';
import type { Cell, Equation, Span } from '../../report/model/index.ts';
import { toLocation, toOffset, toOtherLocation, toRange } from '../toProtocol.ts';
import { cellsMeant, claimAt, claimsOn } from './claimedCells.ts';
import { type CellPlace, cellAt, isPlaced } from './elementsAt.ts';
import { cellsAt, equationsOf } from './equationPartners.ts';
import type { Context, Feature } from './feature.ts';
import { carriedFrom, carriedTo, membersOf } from './numbersElsewhere.ts';

const kinds: Readonly<Record<'itself' | 'addend' | 'total', DocumentHighlightKind>> = {
  itself: 1,
  addend: 2,
  total: 3,
};

/**
 * The cell and its partners in every equation; totals as what is written, addends as what is read. In prose a number
 * and the cells it means.
 */
export const highlights: Feature<DocumentHighlightParams, DocumentHighlight[]> = (context, { position }) => {
  const { analysis } = context.report;
  const offset = toOffset(context, position);
  const mark = (span: Span, kind: keyof typeof kinds): DocumentHighlight => ({
    range: toRange(context, span),
    kind: kinds[kind],
  });
  const place = cellAt(analysis, offset);
  if (place) {
    const equations = equationsAround(context, place);
    const totals = new Set(equations.map((equation) => equation.form.total));
    const kindOf = (cell: Cell): keyof typeof kinds =>
      cell === place.cell ? 'itself' : totals.has(cell.form.index) ? 'total' : 'addend';
    return [
      ...partners(
        place,
        equations.flatMap(({ form }) => termsOf(form)),
        true,
      ).map((cell) => mark(cell.span, kindOf(cell))),
      ...claimsOn(context, place).map(({ span }) => mark(span, 'addend')),
    ];
  }
  const claim = claimAt(analysis, offset);
  if (!claim) return [];
  return [mark(claim.span, 'itself'), ...cellsMeant(claim).map(({ span }) => mark(span, 'addend'))];
};

/**
 * From a total to its addends, from an addend to the totals it goes into; first of all to other reports. From a number
 * in prose to the cells it means.
 */
export const definition: Feature<DefinitionParams, Location[]> = (context, { position }) => {
  const offset = toOffset(context, position);
  const place = cellAt(context.report.analysis, offset);
  if (!place) {
    const claim = claimAt(context.report.analysis, offset);
    return claim ? toLocations(context, cellsMeant(claim)) : [];
  }
  const equations = equationsAround(context, place);
  const { index } = place.cell.form;
  const sums = sumsTo(place.table.form, index);
  const found = sums.length > 0 ? sums.flatMap(({ left }) => left) : equations.map(({ form }) => form.total);
  return [...otherReports(context, place), ...toLocations(context, partners(place, found, false))];
};

/** Where the number comes from in other reports: last year's, and those that this one adds up. */
function otherReports(context: Context, place: CellPlace): Location[] {
  const carried = carriedFrom(context, place);
  const members = membersOf(context, place).flat();
  return [...(carried ? [carried] : []), ...members].map(({ cell }) => toOtherLocation(context, cell.place));
}

/**
 * Every cell that stands in an equation with this one, in other reports too, and the prose that speaks of it; from prose
 * its cells.
 */
export const references: Feature<ReferenceParams, Location[]> = (context, params) => {
  const offset = toOffset(context, params.position);
  const place = cellAt(context.report.analysis, offset);
  if (place) {
    const found = equationsAround(context, place).flatMap(({ form }) => termsOf(form));
    const cells = partners(place, found, params.context.includeDeclaration);
    const following = carriedTo(context, place).map((cell) => toOtherLocation(context, cell.place));
    const own = toLocations(context, [...claimsOn(context, place), ...cells]);
    return [...own, ...otherReports(context, place), ...following];
  }
  const claim = claimAt(context.report.analysis, offset);
  if (!claim) return [];
  const own = params.context.includeDeclaration ? [claim] : [];
  return toLocations(context, [...own, ...cellsMeant(claim)]);
};

function equationsAround({ report }: Context, { table, cell }: CellPlace): Equation[] {
  return equationsOf(report.analysis, table, cell.form.index);
}

function partners({ table, cell }: CellPlace, indices: readonly number[], withItself: boolean): Cell[] {
  const own = withItself ? [cell.form.index] : [];
  const found = cellsAt(table, [...own, ...indices]).filter(isPlaced);
  return withItself ? found : found.filter((candidate) => candidate !== cell);
}

function toLocations(context: Context, places: readonly { readonly span: Span }[]): Location[] {
  const inOrder = places.toSorted((a, b) => a.span.start - b.span.start);
  return inOrder.map(({ span }) => toLocation(context, span));
}
