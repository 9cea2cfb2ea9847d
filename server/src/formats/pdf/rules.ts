/** Lines that are drawn in pieces, twice or beside each other, as the lines that a reader sees. */
import type { Rule } from './geometry.ts';

/** Lines this near to each other are one, and so are pieces with gaps no longer than this. */
export const NEAR = 2.5;
/** What is shorter is a dot or part of a letter. */
const SHORTEST = 4;
/** More than any page of tables has: a drawing. */
const MOST_RULES = 2_000;

/** Whole lines, sorted by their place; none where a page draws so many that they are no table's. */
export function wholeRules(rules: readonly Rule[]): readonly Rule[] {
  const whole = [true, false].flatMap((isAcross) =>
    wholeIn(rules.filter((rule) => rule.isAcross === isAcross)),
  );
  return whole.length > MOST_RULES ? [] : whole;
}

/** Rules of one direction. */
function wholeIn(rules: readonly Rule[]): Rule[] {
  const bands = bandsOf(rules);
  return bands.flatMap(wholeInBand).filter(({ from, to }) => to - from >= SHORTEST);
}

/** Those that lie on one line. */
function bandsOf(rules: readonly Rule[]): Rule[][] {
  const bands: Rule[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    if (rule.at - last > 1) bands.push([]);
    bands.at(-1)?.push(rule);
    last = rule.at;
  }
  return bands;
}

function wholeInBand(band: readonly Rule[]): Rule[] {
  const whole: Rule[] = [];
  for (const rule of [...band].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && rule.from - last.to <= NEAR)
      whole[whole.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
    else whole.push(rule);
  }
  return whole;
}
