/**
 * Tries what a safe fix and a rewriting promise on many random texts: `npm run fuzz -- [TEXTS] [SEED]`. Says how many were
 * tried and what was found; exits with 1 where anything was.
 */

import { damagedReports } from '../unit/support/accidents.ts';
import { assertRewritable, assertSafe } from '../unit/support/guarantee.ts';
import { seededRandom } from '../unit/support/random.ts';

const [texts = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const EVERY = 10_000;
const MOST_SHOWN = 20;

const random = seededRandom(seed);
const other = seededRandom(seed + 1);
const begun = Date.now();
let [tried, fixed, changed, lost] = [0, 0, 0, 0];
for (const { name, text } of damagedReports(random)) {
  if (tried === texts) break;
  tried++;
  try {
    const { count } = assertSafe(text);
    fixed += count;
    if (count > 0) changed++;
    if (tried % 5 === 0) assertRewritable(text, other);
  } catch (error) {
    if (++lost <= MOST_SHOWN)
      console.log(`text ${tried} (${name}): ${(error as Error).message.slice(0, 600)}`);
  }
  if (tried % EVERY === 0) report();
}
report();
process.exitCode = lost === 0 ? 0 : 1;

function report(): void {
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(
    `${tried} texts of seed ${seed} in ${seconds} s: ${fixed} safe fixes in ${changed} of them, ${lost} broke a promise`,
  );
}
