/** A total and its addends: highlight, go to definition, find references. */
import type {
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightParams,
  Location,
  ReferenceParams,
} from 'vscode-languageserver-protocol';
import { isSum } from '../report/form/equations.ts';
import type { Cell, Equation } from '../report/model.ts';
import { cellsAt, equationsOf, termsOf } from './equations.ts';
import type { Context, Feature } from './feature.ts';
import { carriedFrom, membersOf } from './neighbours.ts';
import { type CellPlace, cellAt, isPlaced } from './places.ts';
import { toLocation, toOffset, toOtherLocation, toRange } from './toProtocol.ts';

const kinds: Readonly<Record<'itself' | 'addend' | 'total', DocumentHighlightKind>> = {
  itself: 1,
  addend: 2,
  total: 3,
};

/** The cell and its partners in every equation; totals as what is written, addends as what is read. */
export const highlights: Feature<DocumentHighlightParams, DocumentHighlight[]> = (context, { position }) => {
  const place = cellAt(context.report.analysis, toOffset(context, position));
  if (!place) return [];
  const equations = equationsAround(context, place);
  const totals = new Set(equations.map((equation) => equation.form.total));
  return partners(place, equations.flatMap(termsOf), true).map((cell) => ({
    range: toRange(context, cell.span),
    kind: kinds[cell === place.cell ? 'itself' : totals.has(cell.form.index) ? 'total' : 'addend'],
  }));
};

/** From a total to its addends, from an addend to the totals it goes into; first of all to other reports. */
export const definition: Feature<DefinitionParams, Location[]> = (context, { position }) => {
  const place = cellAt(context.report.analysis, toOffset(context, position));
  if (!place) return [];
  const equations = equationsAround(context, place);
  const { index } = place.cell.form;
  const sums = equations.filter((equation) => isSum(equation.form) && equation.form.total === index);
  const found =
    sums.length > 0 ? sums.flatMap(({ form }) => form.left) : equations.map(({ form }) => form.total);
  return [...otherReports(context, place), ...toLocations(context, partners(place, found, false))];
};

/** Where the number comes from in other reports: last year's, and those that this one adds up. */
function otherReports(context: Context, place: CellPlace): Location[] {
  const carried = carriedFrom(context, place);
  const members = membersOf(context, place).flat();
  return [...(carried ? [carried] : []), ...members].map(({ cell }) => toOtherLocation(cell.place));
}

/** Every cell that stands in an equation with this one. */
export const references: Feature<ReferenceParams, Location[]> = (context, params) => {
  const place = cellAt(context.report.analysis, toOffset(context, params.position));
  if (!place) return [];
  const found = equationsAround(context, place).flatMap(termsOf);
  return toLocations(context, partners(place, found, params.context.includeDeclaration));
};

function equationsAround({ report }: Context, { table, cell }: CellPlace): Equation[] {
  return equationsOf(report.analysis, table, cell.form.index);
}

function partners({ table, cell }: CellPlace, indices: readonly number[], withItself: boolean): Cell[] {
  const own = withItself ? [cell.form.index] : [];
  const found = cellsAt(table, [...own, ...indices]).filter(isPlaced);
  return withItself ? found : found.filter((candidate) => candidate !== cell);
}

function toLocations(context: Context, cells: readonly Cell[]): Location[] {
  return cells.toSorted((a, b) => a.span.start - b.span.start).map((cell) => toLocation(context, cell.span));
}
