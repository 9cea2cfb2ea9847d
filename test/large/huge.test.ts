/** A document of 10 MB and a line of 5 MB are answered: too slow for the unit tests, and needing no real report. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';

const MEGABYTE = 1_000_000;
const sound = readFileSync(new URL('../fixtures/sound.txt', import.meta.url), 'utf8');

describe('a huge text', () => {
  it('of 10 MB of reports is read whole', () => {
    const copies = Math.floor((10 * MEGABYTE) / sound.length);
    const { sections, tables } = analyze(sound.repeat(copies));
    assert.deepEqual([sections.length, tables.length], [6 * copies, 3 * copies]);
  });

  for (const piece of ['0\t', '依法公开政府信息，', '| 0 ', '<!-- disclosure-report-disable ']) {
    it(`of one line of 5 MB of ${JSON.stringify(piece)} is answered`, () => {
      const line = piece.repeat((5 * MEGABYTE) / piece.length);
      assert.equal(analyze(line, { assumeReport: true }).source.text, line);
    });
  }

  it('of 4 MB of comments and findings in turns is answered', () => {
    const passage = '<!-- disclosure-report-disable row-total -->\nXX件\n';
    const copies = Math.ceil((4 * MEGABYTE) / passage.length);
    const { findings } = analyze(sound + passage.repeat(copies));
    assert.equal(findings.filter(({ rule }) => rule === 'placeholder').length, copies);
    assert.equal(findings.filter(({ rule }) => rule === 'unused-suppression').length, copies);
  });
});
