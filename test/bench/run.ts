/**
 * `npm run bench`: how long things take, as ratios taken in one run. Absolute times differ between machines,
 * ratios hardly do; nothing here fails.
 *
 * `npm run bench -- analysis growth` measures only those; `--brief` takes a tenth of the turns, to see that they work. From a key to its
 * squiggle in a real VS Code is measured by `npm run bench -- vscode` alone.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureAnalysis } from './analysis.ts';
import { makeBundles } from './bundles.ts';
import { measureDocuments } from './documents.ts';
import { measureEditor } from './editor.ts';
import { measureFiles } from './files.ts';
import { measureGrowth } from './growth.ts';
import { measureKeystrokes } from './keystroke.ts';
import { measureLayouts } from './layouts.ts';
import { root } from './material.ts';
import { measureStart } from './start.ts';
import { measureTogether } from './together.ts';

const PARTS = [
  'keystroke',
  'analysis',
  'growth',
  'files',
  'start',
  'together',
  'layouts',
  'documents',
  'vscode',
] as const;
type Part = (typeof PARTS)[number];
/** Needs the package, and a VS Code to install it in: only where it is named. */
const ONLY_NAMED: Part = 'vscode';
const brief = process.argv.includes('--brief');
const wanted = process.argv.slice(2).filter((argument) => argument !== '--brief');
const isWanted = (part: Part): boolean =>
  wanted.includes(part) || (wanted.length === 0 && part !== ONLY_NAMED);

const unknown = wanted.filter((part) => !(PARTS as readonly string[]).includes(part));
if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
if (!existsSync(join(root, 'dist')))
  console.log('dist/ is not there: run npm run build to see all bundle sizes');

console.log(`Node ${process.version}; p50 and p95 of each side, measured and baseline in turns`);
const withBundles: readonly Part[] = ['keystroke', 'files', 'start', 'together'];
const bundles = withBundles.some(isWanted) ? await makeBundles() : null;
if (bundles && isWanted('keystroke')) await measureKeystrokes(bundles, brief);
if (isWanted('analysis')) measureAnalysis();
if (isWanted('growth')) measureGrowth();
if (bundles && isWanted('files')) measureFiles(bundles, brief);
if (bundles && isWanted('start')) await measureStart(bundles);
if (bundles && isWanted('together')) measureTogether(bundles);
if (isWanted('layouts')) measureLayouts();
if (isWanted('documents')) await measureDocuments(brief);
if (isWanted('vscode')) await measureEditor(brief);
