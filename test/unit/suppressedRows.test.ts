import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';

const sound = readFileSync(new URL('../fixtures/sound.txt', import.meta.url), 'utf8');

describe('a comment inside a table', () => {
  it('does not cut it, above a row', () => {
    const text = sound.replace(
      '6\t2\t1\t3\t12',
      '<!-- disclosure-report-disable-next-line proceedings-total -->\n6\t2\t1\t3\t21',
    );
    const { findings, tables } = analyze(text);
    assert.deepEqual(findings, []);
    assert.equal(tables[2]!.cells[4]!.value, 21);
  });

  it('is no part of the last cell, behind a row', () => {
    const text = sound.replace(
      '行政强制\t64\t\t',
      '行政强制\t-64 <!-- disclosure-report-disable-line cell-number -->',
    );
    assert.notEqual(text, sound);
    assert.deepEqual(analyze(text).findings, []);
  });
});
