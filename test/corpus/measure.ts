/** What is read in a text of the corpus and found in it: counts and ids, no text. */
import { analyze } from '../../server/src/report/analyze.ts';
import { type Case, hasRealReports, inEveryLayout, ownCases, realCases } from './cases.ts';
import { type Judgement, judge } from './truth.ts';

/** By file: "2021; proactive 10 right; applications 161 right, 14 unknown; row-label 1". */
export type Measures = Readonly<Record<string, string>>;

export interface Corpus {
  readonly own: Measures;
  /** `null` where the real reports are not at hand. */
  readonly real: Measures | null;
}

export function measureCorpus(): Corpus {
  return {
    own: Object.fromEntries(ownCases().flatMap(measureInEveryLayout)),
    real: hasRealReports ? Object.fromEntries(realCases().map((one) => [one.name, measure(one)])) : null,
  };
}

/** The file as it is, how many other layouts read the same, and each that does not. */
function measureInEveryLayout(one: Case): [name: string, measure: string][] {
  const asItIs = measure(one);
  const layouts = inEveryLayout(one).map(
    ([, rendered]) => [rendered.name, measure(rendered)] as [string, string],
  );
  const others = layouts.filter(([, rendered]) => rendered !== asItIs);
  const same = `the same in ${layouts.length - others.length} of ${layouts.length} other layouts`;
  return [[one.name, `${asItIs}; ${same}`], ...others];
}

function measure(one: Case): string {
  const analysis = analyze(one.text, { assumeReport: true });
  const cells = [...judge(one, analysis)].map(([table, judged]) => `${table} ${count(judged, judgements)}`);
  const rules = analysis.findings.map(({ rule }) => rule);
  return [analysis.form.id, ...cells, ...(rules.length > 0 ? [count(rules, rules.toSorted())] : [])].join(
    '; ',
  );
}

const judgements: readonly Judgement[] = ['right', 'empty', 'unknown', 'wrong', 'open'];

/** "161 right, 14 unknown": how often each stands in a list, in an order. */
function count(all: readonly string[], order: readonly string[]): string {
  return [...new Set(order)]
    .map((one) => [all.filter((other) => other === one).length, one] as const)
    .filter(([times]) => times > 0)
    .map((pair) => pair.join(' '))
    .join(', ');
}

/** Whether a number was read that is not there. */
export function hasWrongNumber(measured: string): boolean {
  return / wrong\b/.test(measured);
}
