import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analysisOfExample, exampleOptions, sound } from '../../scripts/examples.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { ruleDescriptions } from '../../server/src/report/rules/index.ts';
import { assertWholeSentences } from './support/sentences.ts';

describe('the sound example report', () => {
  it('has no finding', () => {
    assert.deepEqual(analyze(sound).findings, []);
  });
});

describe('the example of each rule', () => {
  for (const rule of ruleDescriptions) {
    it(`${rule.id} is broken by it, and nothing else is; what is said of it is whole`, () => {
      assert.ok(sound.includes(rule.example.right), 'the right passage stands in the sound report');
      if (rule.example.beside) assert.deepEqual(analyze(sound, exampleOptions(rule, false)).findings, []);
      const found = analysisOfExample(rule).findings;
      assert.deepEqual([...new Set(found.map((finding) => finding.rule))], [rule.id]);
      assertWholeSentences(found);
    });
  }
});
