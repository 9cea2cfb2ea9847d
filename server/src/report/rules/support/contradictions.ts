/** Where the prose agrees with another report against the table there is one finding, on the table's number. */

import { totalsOver } from '../../form/equationForms.ts';
import { cellsOf } from '../../model/cells.ts';
import type { Cell, Claim, Reading, RelatedInformation, Table } from '../../model/index.ts';
import { message } from '../../model/message.ts';
import { nameOfReading } from '../../model/names.ts';

/** A number of a table that another report contradicts, and what it should be there. */
export interface Contradiction {
  readonly cell: Cell;
  readonly expected: number;
  readonly found: number;
}

/** A wrong claim with the reading that it agrees with once the contradicted numbers are put right. */
interface AgreeingClaim {
  readonly claim: Claim;
  readonly reading: Reading;
}

/** The wrong claims that would be right if one other source's contradictions were. */
export function agreeingClaims(
  claims: readonly Claim[],
  contradictions: readonly Contradiction[],
): AgreeingClaim[] {
  if (contradictions.length === 0) return [];
  const changes = new Map(contradictions.map(({ cell, expected, found }) => [cell, expected - found]));
  return claims.flatMap((claim) => {
    const reading = claim.isWrong && claim.readings.find((one) => putRight(one, changes) === claim.value);
    return reading ? [{ claim, reading }] : [];
  });
}

function putRight({ table, terms, value }: Reading, changes: ReadonlyMap<Cell, number>): number | null {
  if (value === null) return null;
  return terms.reduce((sum, { index, sign }) => sum + sign * (changes.get(table.cells[index]!) ?? 0), value);
}

/** What the agreeing claims say of cells that a finding stands on, or of the totals that it explains. */
export function relatedClaims(
  agreeing: readonly AgreeingClaim[],
  { form }: Table,
  cells: readonly Cell[],
): RelatedInformation[] {
  if (agreeing.length === 0) return [];
  const own = new Set(cells.map((cell) => cell.form.index));
  const told = new Set([...own, ...totalsOver(form, own)].map((index) => form.cells[index]!));
  return agreeing
    .filter(({ reading }) => cellsOf(reading).some((cell) => told.has(cell.form)))
    .map(({ claim, reading }) => ({
      span: claim.span,
      message: message('related.prose', { name: nameOfReading(reading), value: claim.value }),
    }));
}
