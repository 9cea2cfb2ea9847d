/** Sentences in which one rule finds something, or nothing. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { analyze } from '../../../server/src/report/analyze.ts';
import { applyEdits } from './edits.ts';
import { textWith } from './prose.ts';

/** What is found in a sentence, and what the first fix makes of it. */
export type Passage = readonly [sentence: string, found?: string, mended?: string];

/** Tests that a rule finds what is said to be wrong in each of some sentences, and nothing else. */
export function finds(rule: string, passages: readonly Passage[], issuer = '青禾县人民政府办公室'): void {
  for (const [sentence, found, mended] of passages)
    it(sentence, () => {
      const own = (words: string): string =>
        textWith('公开', words).replaceAll('青禾县人民政府办公室', issuer);
      const text = own(sentence);
      const findings = analyze(text).findings.filter((finding) => finding.rule === rule);
      assert.deepEqual(
        findings.map(({ span }) => text.slice(span.start, span.end)),
        found === undefined ? [] : [found],
      );
      if (mended !== undefined) assert.equal(applyEdits(text, findings[0]!.fixes[0]!.edits), own(mended));
    });
}
