import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { rules } from '../../server/src/report/rules/index.ts';

const sound = readFileSync(new URL('../fixtures/sound.txt', import.meta.url), 'utf8');

describe('the sound example report', () => {
  it('has no finding', () => {
    assert.deepEqual(analyze(sound).findings, []);
  });
});

describe('the example of each rule', () => {
  for (const rule of rules) {
    it(`${rule.id} is broken by it, and nothing else is`, () => {
      assert.ok(sound.includes(rule.example.right), 'the right passage stands in the sound report');
      const text = sound.replace(rule.example.right, () => rule.example.wrong);
      const found = analyze(text).findings.map((finding) => finding.rule);
      assert.deepEqual([...new Set(found)], [rule.id]);
    });
  }
});
