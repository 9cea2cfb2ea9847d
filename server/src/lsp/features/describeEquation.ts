/** A balance rule in one line: its numbers, and whether it holds. */
import { isEmpty } from '../../report/model/cells.ts';
import type { Cell, Equation } from '../../report/model/index.ts';
import type { Prose } from './hoverText.ts';

/** With more terms than this only those that are not zero are written out. */
const TERMS_WRITTEN_OUT = 7;

/** ✓ 第一项加第二项等于第三项加第四项：187 + 7 = 182 + 12, of a cell or row that the hover names already. */
export function describeEquation(prose: Prose, equation: Equation): string {
  const { table, form, holds, left, right } = equation;
  const side = (indices: readonly number[]): string => writeSum(indices.map((index) => table.cells[index]!));
  const numbers = `${side(form.left)} ${holds === false ? '≠' : '='} ${side(form.right)}`;
  const args = { numbers, left: left ?? '?', right: right ?? '?' };
  const name = prose.say(`hover.rule.${form.rule}`);
  if (holds === false) {
    return `✗ ${name}${prose.say('hover.equation.broken', { ...args, difference: Math.abs(left! - right!) })}`;
  }
  return `${holds ? '✓' : '?'} ${name}${prose.say(holds ? 'hover.equation.holds' : 'hover.equation.unknown', args)}`;
}

function writeSum(cells: readonly Cell[]): string {
  const written =
    cells.length > TERMS_WRITTEN_OUT ? cells.filter((cell) => cell.value !== 0 && !isEmpty(cell)) : cells;
  return written.length === 0 ? '0' : written.map(writeTerm).join(' + ');
}

/** A blank or a dash counts as nothing; what cannot be read is not guessed. */
function writeTerm(cell: Cell): string {
  return isEmpty(cell) ? '0' : String(cell.value ?? '?');
}
