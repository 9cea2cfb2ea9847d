/** What other places say that a number must be: the report's prose, last year's report. It decides among equals. */
import type { Cell, Evidence, Explanation } from '../../model/index.ts';

/**
 * The explanations that agree best with the evidence, in the order given: each change to what another place says
 * counts for one, each change of a number that another place confirms counts against it. Without evidence, all.
 */
export function mostSupported(
  explanations: readonly Explanation[],
  evidence: readonly Evidence[],
): readonly Explanation[] {
  if (evidence.length === 0) return explanations;
  const supports = explanations.map((explanation) => supportOf(explanation, evidence));
  const most = Math.max(...supports);
  return explanations.filter((_, index) => supports[index] === most);
}

function supportOf({ changes }: Explanation, evidence: readonly Evidence[]): number {
  let support = 0;
  for (const { cell, from, to } of changes) {
    const own = evidence.filter((piece) => piece.cell === cell);
    if (own.some(({ expected }) => expected === to)) support++;
    else if (own.some(({ expected }) => expected === from)) support--;
  }
  return support;
}

/** The evidence that speaks for an explanation: for its changes, or for numbers it leaves as they are. */
export function evidenceFor(
  { changes }: Explanation,
  among: ReadonlySet<Cell>,
  evidence: readonly Evidence[],
): Evidence[] {
  return evidence.filter(({ cell, expected }) => {
    const change = changes.find((candidate) => candidate.cell === cell);
    return among.has(cell) && expected === (change ? change.to : cell.value);
  });
}
