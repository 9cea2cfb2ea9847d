/**
 * `npm run bench`: how long things take, as ratios taken in one run. Absolute times differ between machines,
 * ratios hardly do; nothing here fails.
 *
 * `npm run bench -- analysis growth` measures only those.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureAnalysis } from './analysis.ts';
import { makeBundles } from './bundles.ts';
import { measureFiles } from './files.ts';
import { measureGrowth } from './growth.ts';
import { measureKeystrokes } from './keystroke.ts';
import { measureLayouts } from './layouts.ts';
import { root } from './material.ts';
import { measureStart } from './start.ts';
import { measureTogether } from './together.ts';

const PARTS = ['keystroke', 'analysis', 'growth', 'files', 'start', 'together', 'layouts'] as const;
type Part = (typeof PARTS)[number];
const wanted = process.argv.slice(2);
const isWanted = (part: Part): boolean => wanted.length === 0 || wanted.includes(part);

const unknown = wanted.filter((part) => !(PARTS as readonly string[]).includes(part));
if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
if (!existsSync(join(root, 'dist')))
  console.log('dist/ is not there: run npm run build to see all bundle sizes');

console.log(`Node ${process.version}; p50 and p95 of each side, measured and baseline in turns`);
const withBundles: readonly Part[] = ['keystroke', 'files', 'start', 'together'];
const bundles = withBundles.some(isWanted) ? await makeBundles() : null;
if (bundles && isWanted('keystroke')) await measureKeystrokes(bundles);
if (isWanted('analysis')) measureAnalysis();
if (isWanted('growth')) measureGrowth();
if (bundles && isWanted('files')) measureFiles(bundles);
if (bundles && isWanted('start')) await measureStart(bundles);
if (bundles && isWanted('together')) measureTogether(bundles);
if (isWanted('layouts')) measureLayouts();
