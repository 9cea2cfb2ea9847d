/** Reports with other numbers: the cells of a text rewritten in place. */
import fc from 'fast-check';
import { analyze } from '../../../server/src/report/analyze.ts';
import type { Cell, ReportAnalysis, Table, TableForm } from '../../../server/src/report/model/index.ts';
import { applyEdits } from './edits.ts';
import { sound } from './report.ts';

const soundReport = analyze(sound);

/**
 * The sound report with all its tables' numbers replaced, by table in the form's order and by cell index; its prose
 * says the same.
 */
export function withNumbers(numbers: readonly (readonly number[])[]): string {
  const numberOf = (table: Table, index: number): number =>
    numbers[soundReport.tables.indexOf(table)]![index]!;
  const edits = soundReport.tables.flatMap((table) =>
    table.cells.map((cell) => ({ span: cell.span, newText: String(numberOf(table, cell.form.index)) })),
  );
  const prose = soundReport.narrative.claims.map(({ span, reading }) => {
    const { table, terms } = reading!;
    const sum = terms.reduce((total, { index, sign }) => total + sign * numberOf(table, index), 0);
    return { span, newText: String(sum) };
  });
  return applyEdits(sound, [...edits, ...prose]);
}

/** Reports whose numbers obey every balance rule; mostly small ones, as in real reports. */
export const balancedReport: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constant(0), fc.nat({ max: 9 }), fc.nat({ max: 99_999 })), {
    minLength: 220,
    maxLength: 220,
  })
  .map((seeds) => withNumbers(soundReport.tables.map(({ form }) => balance(form, seeds))));

/** Free numbers where the form allows any, sums where it wants sums. */
export function balance(form: TableForm, seeds: readonly number[]): number[] {
  const values = form.cells.map((cell) => seeds[cell.index]!);
  const find = (row: string, column: string): number =>
    form.cells.findIndex((cell) => cell.row === row && cell.column === column);
  const sums = form.equations.filter((equation) => equation.right.length === 1);
  const settle = (): void => {
    for (const { left, total } of sums) values[total] = left.reduce((sum, index) => sum + values[index]!, 0);
  };
  settle();
  if (form.id === 'applications') {
    for (const column of new Set(form.cells.map((cell) => cell.column))) {
      const carriedOut = values[find('handledTotal', column)]! + values[find('carriedForward', column)]!;
      const carriedIn = Math.min(values[find('carriedIn', column)]!, carriedOut);
      values[find('carriedIn', column)] = carriedIn;
      values[find('received', column)] = carriedOut - carriedIn;
    }
    settle();
  }
  return values;
}

/** A cell's number changed, the rest of the text as it was. */
export function withNumberAt(analysis: ReportAnalysis, { span }: Cell, value: number): string {
  return applyEdits(analysis.source.text, [{ span, newText: String(value) }]);
}
