import { writeNumbers } from '../edit/fixes.ts';
import { keepsAll } from '../edit/losses.ts';
import type { Cell, Fix, Table, TextKey } from '../model/index.ts';
import { nameOfCell } from '../model/names.ts';
import { whatFollows } from '../tables/repair/follow.ts';
import { nameInvisible, parseNumber } from '../text/number.ts';
import { type Breach, fix, message, type RepeatedBreach, type Rule, repeating, replace } from './rule.ts';
import { otherPlaces } from './support/repeated.ts';

/** An amount, a count or a change with its unit: 17.27万元, 1,286件, +3项. */
const WITH_UNIT = /^([+\-−增减]?[\d.,，０-９]+)(?:万元|[件条次宗起项个])$/;
/** Words for nothing, and what looks like a 0. */
const NOTHING = /^(?:[无無零〇○Oo]|[没沒]有|暂无|未[发發]生|不涉及|持平|不变|无变化)$/;

/** A count is a non-negative integer, an amount a non-negative decimal, in plain digits. */
export const cellNumber: Rule = {
  id: 'cell-number',
  severity: 'error',
  fix: 'safe',
  example: { right: '行政强制\t64', wrong: '行政强制\t６４' },
  *check(report): Iterable<RepeatedBreach> {
    for (const table of report.flawedTables) {
      const kinds = new Map<string, ReturnType<typeof repeating<Fault>>>();
      for (const cell of table.cells) {
        if (cell.state !== 'invalid') continue;
        const fault = numberFault(cell);
        const at = kinds.get(fault.kind) ?? repeating<Fault>((faults) => [sayCells(table, faults)]);
        kinds.set(fault.kind, at);
        yield at(cell.span, fault);
      }
    }
  },
};

/** A cell that holds no plain number, and what to write instead as far as the cell alone says it. */
interface Fault {
  readonly cell: Cell;
  /** Cells of a table with a fault of one kind are one finding. */
  readonly kind: string;
  readonly number: string | null;
}

function sayCells(table: Table, faults: readonly [Fault, ...Fault[]]): Breach {
  return faults.length === 1 ? oneCell(table, faults[0]) : manyCells(table, faults);
}

function numberFault(cell: Cell): Fault {
  const { kind } = cell.form;
  const { plain } = parseNumber(cell.text, kind);
  if (plain !== null)
    return { cell, kind: keepsAll(cell.text, plain) ? 'digits' : 'other digits', number: plain };
  if (NOTHING.test(cell.text)) return { cell, kind: 'nothing', number: '0' };
  const bare = WITH_UNIT.exec(cell.text)?.[1];
  const number = bare === undefined ? null : parseNumber(bare, kind);
  if (number?.value != null) return { cell, kind: 'unit', number: number.plain ?? bare! };
  return { cell, kind: `text ${cell.text.replace(/\d+/g, '0')}`, number: null };
}

const MESSAGES = {
  count: 'finding.cell-number',
  amount: 'finding.cell-number.amount',
  signed: 'finding.cell-number.signed',
} as const;

function oneCell(table: Table, fault: Fault): Breach {
  const { cell } = fault;
  const args = { name: nameOfCell(table.form, cell.form), found: nameInvisible(cell.text) };
  return { span: cell.span, message: message(MESSAGES[cell.form.kind], args), fixes: fixesFor(table, fault) };
}

function fixesFor(table: Table, { cell, kind, number }: Fault): Fix[] {
  if (number !== null) {
    const isSafe = kind === 'digits';
    const title = isSafe ? 'fix.plain-digits' : 'fix.write-number';
    return [fix(title, { number }, isSafe, [replace(cell.span, number)])];
  }
  const proof = whatFollows(table, cell.form.index);
  return proof === null
    ? []
    : [fix('fix.write-proved', proof, false, [replace(cell.span, String(proof.number))])];
}

function manyCells(table: Table, faults: readonly [Fault, ...Fault[]]): Breach {
  const say = ({ cell }: Fault): { name: string; found: string } => ({
    name: nameOfCell(table.form, cell.form),
    found: nameInvisible(cell.text),
  });
  const [first] = faults;
  return {
    span: first.cell.span,
    message: message('finding.cell-number.many', { ...say(first), count: faults.length }),
    related: otherPlaces(
      faults,
      ({ cell }) => cell.span,
      (fault) => message('related.cell-number', say(fault)),
    ),
    fixes: fixesForMany(faults),
  };
}

/** What the fix of many cells does, by their kind. */
const TITLES: Readonly<Record<string, TextKey>> = {
  digits: 'fix.plain-digits.many',
  'other digits': 'fix.write-numbers',
  nothing: 'fix.write-zeros',
  unit: 'fix.write-numbers',
};

function fixesForMany(faults: readonly Fault[]): Fix[] {
  const { kind } = faults[0]!;
  const changes = faults.flatMap(({ cell, number }) => (number === null ? [] : [{ cell, number }]));
  if (changes.length === 0) return [];
  return [fix(TITLES[kind]!, { count: changes.length }, kind === 'digits', writeNumbers(changes))];
}
