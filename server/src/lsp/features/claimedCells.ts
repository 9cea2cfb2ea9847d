/** Numbers in prose and the cells that they mean, in both directions. */

import { cellsOf } from '../../report/model/cells.ts';
import type { Cell, Claim, Reading, ReportAnalysis } from '../../report/model/index.ts';
import { nameOfReading } from '../../report/model/names.ts';
import { type CellPlace, covers, isPlaced } from './elementsAt.ts';
import type { Context } from './feature.ts';
import { Prose } from './hoverText.ts';

/** The number or the statement in prose at an offset. */
export function claimAt({ narrative: { claims } }: ReportAnalysis, offset: number): Claim | undefined {
  return claims.find(({ span }) => covers(span, offset));
}

/** The cells that a claim means, in the order of the text; where it agrees with nothing, all that it can mean. */
export function cellsMeant(claim: Claim): Cell[] {
  const cells = new Set(meantReadings(claim).flatMap(cellsOf));
  return [...cells].filter(isPlaced).sort((a, b) => a.span.start - b.span.start);
}

/** The claims that mean a cell. */
export function claimsOn({ report }: Context, { cell }: CellPlace): Claim[] {
  return report.analysis.narrative.claims.filter((claim) =>
    meantReadings(claim).some((reading) => cellsOf(reading).includes(cell)),
  );
}

function meantReadings({ reading, readings }: Claim): readonly Reading[] {
  return reading ? [reading] : readings;
}

/** What a number in prose means: its reading, or each that was tried. */
export function describeClaim(context: Context, claim: Claim): Prose {
  const prose = new Prose(context);
  prose.heading(prose.say('hover.claim', { value: claim.value }));
  const mark = markOf(claim);
  for (const reading of meantReadings(claim)) {
    const name = nameOfReading(reading);
    prose.item(
      prose.say('hover.claim.reading', { mark, name, value: reading.value ?? prose.say('hover.unknown') }),
    );
  }
  return prose;
}

/** What the prose says of a cell. */
export function describeClaims(context: Context, prose: Prose, place: CellPlace): void {
  for (const claim of claimsOn(context, place))
    prose.item(prose.say('hover.cell.claim', { mark: markOf(claim), value: claim.value }));
}

/** ✓ for the table's number, ✗ for a wrong one; ? where the table has a slip there, or the prose says 180余件. */
function markOf({ isWrong, reading, value }: Claim): string {
  if (isWrong) return '✗';
  return reading?.value === value ? '✓' : '?';
}
