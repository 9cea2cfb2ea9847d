/** Real reports, where they are at hand; their text is no part of the project. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, run } from './support.ts';

const folder = join(root, '../shared/reports');
const skip = !existsSync(folder) && 'the real reports (../shared/reports) are not there';

test('check and extract answer for every real report', { skip }, () => {
  for (const args of [['check', '--fail-on', 'never'], ['extract']]) {
    const { code, err } = run([...args, folder]);
    assert.deepEqual([code, err], [0, '']);
  }
});

test('the numbers of a whole report are read', { skip }, () => {
  const [facts] = JSON.parse(run(['extract', join(folder, 'quxian-office-2025.txt')]).out);
  assert.equal(facts.year, 2025);
  assert.equal(facts.tables.applications.handledTotal.total, 28);
  assert.equal(facts.tables.applications['refused.prohibitedByLaw'].total, 0);
});
