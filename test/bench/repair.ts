/**
 * `npm run bench:repair`: how many seeded slips the first fixes take back, beside recomputing the totals alone, what
 * cannot be decided by the balance rules, and how long it takes. Nothing here fails.
 */
import { analyze } from '../../server/src/report/analyze.ts';
import type { ReportAnalysis } from '../../server/src/report/model/index.ts';
import { readEquations } from '../../server/src/report/tables/binding/tableEquations.ts';
import { localize } from '../../server/src/report/tables/repair/localize.ts';
import { recomputeTotals } from '../../server/src/report/tables/repair/recompute.ts';
import { applyEdits, withBestFixes } from '../unit/support/edits.ts';
import { type Random, seededRandom } from '../unit/support/random.ts';
import { balanceRules } from '../unit/support/report.ts';
import {
  cellSlips,
  makeSlips,
  randomReport,
  type Scale,
  type SlipKind,
  scales,
  setSlips,
} from '../unit/support/slips.ts';
import { milliseconds, percentile } from './table.ts';

const SAMPLES = 200;
const REPORTS = 20;
const reasons = ['no trace', 'unknown number', 'one equation', 'smaller', 'as likely', 'decidable'] as const;
type Reason = (typeof reasons)[number];
type Tally = Record<Reason | 'restored' | 'recomputed', number>;

/** Why the balance rules cannot say what was right, or that they can. */
function reasonFor(wrong: ReportAnalysis, cellCount: number): Reason {
  if (wrong.tables.some((table) => table.cells.some(({ state }) => state === 'invalid')))
    return 'unknown number';
  const faults = wrong.tables.flatMap((table) => localize(readEquations(table)));
  if (faults.length === 0) return wrong.findings.length > 0 ? 'unknown number' : 'no trace';
  if (faults.some(({ equations, best }) => best === null && equations.length === 1)) return 'one equation';
  const sizes = faults.map(({ alternatives }) => alternatives[0]?.changes.length ?? Number.POSITIVE_INFINITY);
  if (sizes.reduce((sum, size) => sum + size, 0) < cellCount) return 'smaller';
  return faults.some(({ best, alternatives }) => best === null && alternatives.length > 0)
    ? 'as likely'
    : 'decidable';
}

function firstFixes({ source, findings }: ReportAnalysis): string {
  const balance = findings.filter(({ rule }) => balanceRules.has(rule));
  return withBestFixes(source.text, balance);
}

function measure(kinds: readonly SlipKind[], scale: Scale, random: Random, tally: Tally): void {
  let sound = analyze(randomReport(random, scale));
  for (let sample = 0; sample < SAMPLES; sample++) {
    if (sample % (SAMPLES / REPORTS) === 0) sound = analyze(randomReport(random, scale));
    const edits = makeSlips(sound, kinds, random);
    if (edits === null) continue;
    const { text } = sound.source;
    const wrong = analyze(applyEdits(text, edits));
    const reason = reasonFor(wrong, edits.length);
    tally[reason]++;
    if (reason !== 'decidable') continue;
    if (firstFixes(wrong) === text) tally.restored++;
    const recomputed = applyEdits(wrong.source.text, wrong.tables.flatMap(recomputeTotals));
    if (recomputed === text) tally.recomputed++;
  }
}

function emptyTally(): Tally {
  const names = [...reasons, 'restored', 'recomputed'] as const;
  return Object.fromEntries(names.map((name) => [name, 0])) as Tally;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function printRow(name: string, tally: Tally): void {
  const counts = reasons.map((reason) => String(tally[reason]).padStart(reason.length + 2)).join('');
  const shares = [tally.restored, tally.recomputed].map((part) => share(part, tally.decidable).padStart(11));
  console.log(`  ${name.padEnd(16)}${counts}${shares.join('')}`);
}

function printTallies(title: string, groups: readonly (readonly [string, readonly SlipKind[][]])[]): void {
  const sum = emptyTally();
  const head = reasons.map((reason) => `  ${reason}`).join('');
  console.log(`\n${title}\n  ${''.padEnd(16)}${head}   restored  recomputed`);
  for (const [name, combinations] of groups) {
    const tally = emptyTally();
    const random = seededRandom(1976);
    for (const kinds of combinations)
      for (const scale of Object.keys(scales) as Scale[]) measure(kinds, scale, random, tally);
    printRow(name, tally);
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  }
  printRow('all', sum);
}

/** How long the search takes with so many cells changed at random, without the reading of the text. */
function printTimes(count: number, aim: string): void {
  const random = seededRandom(2009);
  const times: number[] = [];
  for (let sample = 0; sample < SAMPLES * 3; sample++) {
    const sound = analyze(randomReport(random, (Object.keys(scales) as Scale[])[sample % 3]!));
    const kinds = Array.from({ length: count }, () => (random(2) === 0 ? 'digit' : 'doubled') as SlipKind);
    const edits = makeSlips(sound, kinds, random);
    if (edits === null) continue;
    const balances = analyze(applyEdits(sound.source.text, edits)).tables.map(readEquations);
    const from = performance.now();
    balances.flatMap((own) => localize(own));
    times.push(performance.now() - from);
  }
  const marks = [0.5, 0.95, 1].map((mark) => milliseconds(percentile(times, mark)));
  console.log(`  ${count} wrong: p50 ${marks[0]}  p95 ${marks[1]}  max ${marks[2]}  (${aim})`);
}

const single = [...cellSlips, ...setSlips].map((kind): [string, SlipKind[][]] => [kind, [[kind]]]);
const typed: readonly SlipKind[] = ['digit', 'dropped', 'doubled', 'transposed'];
const pairs = typed.flatMap((a) => typed.map((b) => [a, b]));
const triples = typed.map((kind, at) => [kind, typed[(at + 1) % 4]!, typed[(at + 2) % 4]!]);

printTallies('one slip: first fixes restore the text, of the decidable (aim ≥ 98 %)', single);
printTallies('more slips', [
  ['two', pairs],
  ['three', triples],
]);
console.log('\nsearch of all tables of a report');
for (const [count, aim] of [
  [1, 'aim < 5 ms'],
  [2, 'aim < 5 ms'],
  [3, 'aim < 50 ms'],
  [5, 'bounded'],
] as const)
  printTimes(count, aim);
