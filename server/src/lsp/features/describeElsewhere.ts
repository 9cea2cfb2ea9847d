/** A number beside those of other reports, in words. */
import { nameOfCell } from '../../report/model/names.ts';
import { roundingSlack, sumDecimals } from '../../report/text/decimal.ts';
import type { CellPlace } from './elementsAt.ts';
import type { Context } from './feature.ts';
import type { Prose } from './hoverText.ts';
import { carriedFrom, lastYears, membersOf } from './numbersElsewhere.ts';

/** Last year's number and the change, what was carried over from it, and what members' reports add up to. */
export function describeNeighbours(context: Context, prose: Prose, place: CellPlace): void {
  const now = place.cell.value;
  const last = lastYears(context, place);
  if (last && last.cell.count !== null) {
    const change = now === null ? 'unknown' : now === last.cell.count ? 'same' : 'changed';
    const by = now === null ? '' : signed(sumDecimals([now, -last.cell.count]));
    prose.item(prose.say(`hover.lastYear.${change}`, { year: last.facts.year, last: last.cell.count, by }));
  }
  describeCarried(context, prose, place);
  for (const members of membersOf(context, place)) {
    const counts = members.map(({ cell }) => cell.count).filter((count) => count !== null);
    if (counts.length === 0 || counts.length < members.length) continue;
    const sum = sumDecimals(counts);
    const isSum = now !== null && Math.abs(sumDecimals([sum, -now])) <= roundingSlack([...counts, now]);
    const mark = now === null ? '?' : isSum ? '✓' : '✗';
    prose.item(prose.say('hover.members', { mark, count: counts.length, sum }));
  }
}

/** A balance rule with last year's report: what stands there, and what follows from it. */
function describeCarried(context: Context, prose: Prose, place: CellPlace): void {
  const carried = carriedFrom(context, place);
  const last = carried?.cell.count ?? null;
  if (!carried || last === null) return;
  const { table, cell } = place;
  const { plus, minus } = carried.equation;
  const numbers = (indices: readonly number[]): number[] =>
    indices.map((index) => table.cells[index]!.value ?? 0);
  const expected = sumDecimals([last, ...numbers(plus), ...numbers(minus).map((number) => -number)]);
  const terms = [
    ...numbers(plus).map((number) => ` + ${number}`),
    ...numbers(minus).map((number) => ` − ${number}`),
  ];
  const args = {
    mark: cell.value === null ? '?' : cell.value === expected ? '✓' : '✗',
    year: carried.facts.year,
    name: nameOfCell(table.form, carried.equation.last),
    last,
    terms: terms.length > 0 ? `${terms.join('')} = ${expected}` : '',
  };
  prose.item(prose.say('hover.carried', args));
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : `−${-change}`;
}
