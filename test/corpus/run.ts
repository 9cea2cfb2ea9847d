/**
 * `npm run corpus`: reads every real report and every own one in every layout, and says what was read, what was found,
 * and what differs from the snapshot. Fails on a number that is not there, and on a difference.
 *
 * `--update` takes what is measured now for the snapshot. `--trust FACTS.json` takes facts for the truth of their files:
 * what `disclosure-report extract` prints of them, held against the text and put right.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hasRealReports, nameOf } from './cases.ts';
import { type Corpus, hasWrongNumber, type Measures, measureCorpus } from './measure.ts';
import { differences, update } from './snapshot.ts';
import { type CheckedFacts, trust } from './truth.ts';

const { values } = parseArgs({ options: { update: { type: 'boolean' }, trust: { type: 'string' } } });

if (values.trust) trustFacts(values.trust);
else process.exitCode = report(measureCorpus());

function trustFacts(path: string): void {
  const facts = JSON.parse(readFileSync(path, 'utf8')) as readonly (CheckedFacts & {
    readonly file: string;
  })[];
  trust(new Map(facts.map((checked) => [nameOf(checked.file), checked])));
}

function report(corpus: Corpus): number {
  print('our own reports', corpus.own);
  if (corpus.real) print('real reports', corpus.real);
  if (!hasRealReports) console.log('\nreal reports: ../shared/reports or ../shared/untried is not there');
  const changed = differences(corpus);
  if (values.update) update(corpus);
  console.log(`\n${changed.length} different from the snapshot${values.update ? ', which is updated' : ''}`);
  for (const line of changed) console.log(line);
  const wrong = Object.entries({ ...corpus.own, ...corpus.real }).filter(([, measured]) =>
    hasWrongNumber(measured),
  );
  console.log(`${wrong.length} with a wrong number`);
  for (const line of wrong) console.log(line.join('\n  '));
  return wrong.length > 0 || (changed.length > 0 && !values.update) ? 1 : 0;
}

function print(title: string, measures: Measures): void {
  console.log(`\n${title}`);
  for (const line of Object.entries(measures)) console.log(line.join('\n  '));
}
