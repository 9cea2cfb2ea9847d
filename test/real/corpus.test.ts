/** What is read in every report, and found in it, is what the corpus says: `npm run corpus` shows the whole. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasRealReports } from '../corpus/cases.ts';
import { hasWrongNumber, measureCorpus } from '../corpus/measure.ts';
import { differences } from '../corpus/snapshot.ts';

const skip = hasRealReports ? false : 'the real reports (../shared/reports, ../shared/untried) are not there';

describe('the corpus', () => {
  const corpus = measureCorpus();

  it('has no wrong number in our own reports, in any layout', () => {
    assert.deepEqual(wrongIn(corpus.own), []);
  });

  it('has no wrong number in real reports', { skip }, () => {
    assert.deepEqual(wrongIn(corpus.real ?? {}), []);
  });

  it(`is as it was measured last${skip ? ', but for the real reports, which are not there' : ''}`, () => {
    assert.deepEqual(
      differences(corpus),
      [],
      'npm run corpus -- --update, once each difference is explained',
    );
  });
});

function wrongIn(measures: Readonly<Record<string, string>>): string[] {
  return Object.keys(measures).filter((name) => hasWrongNumber(measures[name]!));
}
