import { cellsOf } from '../model/cells.ts';
import type { Cell, Claim, Fix, Reading, RelatedInformation, Report, Table } from '../model/index.ts';
import { describeCell, nameOfReading } from '../model/names.ts';
import { countOf } from '../prose/claims.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';
import { MOST_RELATED } from './support/repeated.ts';

const MOST_FIXES = 3;

/** A number in prose with which none of the cells that it can mean agrees. */
export const claim: Rule = {
  id: 'claim',
  severity: 'warning',
  fix: 'offered',
  example: { right: '全年新收政府信息公开申请187件', wrong: '全年新收政府信息公开申请178件' },
  *check(report: Report): Iterable<Breach> {
    const { source, narrative } = report;
    const wrongOnes = narrative.claims.filter(({ isWrong }) => isWrong);
    for (const wrong of wrongOnes) {
      const { span, value, isStatement, readings } = wrong;
      const [first] = readings as readonly [Reading];
      const args = {
        found: isStatement ? source.text.slice(span.start, span.end) : value,
        expected: first.value!,
        name: nameOfReading(first),
        difference: Math.abs(first.value! - value),
      };
      yield {
        span,
        message: message(isStatement ? 'finding.claim.statement' : 'finding.claim', args),
        related: relatedReadings(readings),
        fixes: isStatement ? [] : readingFixes(wrong),
        claim: wrong,
      };
    }
  },
};

/** Each reading on its first cell, then the other cells that the readings need. */
function relatedReadings(readings: readonly Reading[]): RelatedInformation[] {
  const named = readings.map((reading) => ({
    span: cellsOf(reading)[0]!.span,
    message: message('related.reading', { name: nameOfReading(reading), value: reading.value! }),
  }));
  const firsts = new Set(readings.map((reading) => cellsOf(reading)[0]!));
  const others = new Map(
    readings.flatMap((reading) => cellsOf(reading).map((cell) => [cell, reading.table] as const)),
  );
  const addends = [...others]
    .filter(([cell]) => !firsts.has(cell))
    .map(([cell, table]) => ({
      span: cell.span,
      message: message('related.addend', describeTerm(table, cell)),
    }));
  return [...named, ...addends].slice(0, MOST_RELATED);
}

/** A term as the reading counts it: an empty total for its sum. */
function describeTerm(table: Table, cell: Cell): { name: string; value: string | number } {
  const { name, value } = describeCell(table.form, cell);
  return { name, value: countOf(table, cell.form.index) ?? value };
}

function readingFixes({ span, readings }: Claim): Fix[] {
  const offered = readings.filter(
    ({ value }, index) => value! >= 0 && readings.findIndex((other) => other.value === value) === index,
  );
  return offered.slice(0, MOST_FIXES).map((reading) => {
    const args = { number: reading.value!, name: nameOfReading(reading) };
    return fix('fix.write-reading', args, false, [replace(span, String(reading.value))]);
  });
}
