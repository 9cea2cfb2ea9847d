/**
 * Published reports as PDF and web pages, held against texts of the same reports that were read by hand. Where they are not
 * at hand these tests are skipped.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { OpenDocument } from '../../server/src/formats/model.ts';
import { open } from '../../server/src/formats/open.ts';
import { analyze } from '../../server/src/report/analyze.ts';

const shared = join(import.meta.dirname, '..', '..', '..', 'shared');
const untried = join(shared, 'untried');
const skip = existsSync(untried) ? false : 'the real documents (../shared/untried) are not there';

const opened = (path: string): Promise<OpenDocument> => open(readFileSync(join(untried, path)), path);

function numbersOf(text: string): readonly string[] {
  return analyze(text).tables.flatMap(({ form, cells }) =>
    cells.map((cell) => `${form.id}.${cell.form.row}.${cell.form.column}=${cell.value}`),
  );
}

test('a city’s PDF says number by number what its text does', { skip }, async () => {
  const { text, account } = await opened('office/huaian-city-2024.pdf');
  assert.deepEqual(
    numbersOf(text),
    numbersOf(readFileSync(join(shared, 'reports/huaian-city-2024-tsv.txt'), 'utf8')),
  );
  assert.deepEqual(analyze(text).findings, []);
  assert.deepEqual(
    account.map(({ kind, count }) => `${kind} ${count}`),
    ['pages 6', 'paragraphs 18', 'tables 3', 'headersAndFooters 6'],
  );
});

test('a district’s PDF, whose published faults are found and no others', { skip }, async () => {
  const { text } = await opened('office/hongze-district-2023.pdf');
  const { tables, findings } = analyze(text);
  const cells = tables.flatMap((table) => table.cells);
  assert.equal(cells.filter(({ state }) => state === 'number').length, 10 + 22 * 7 + 15);
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['row-label', 'row-missing', 'proceedings-total', 'proceedings-total'],
  );
  const notZero = cells.filter(({ value }) => value !== 0 && value !== null);
  assert.deepEqual(
    notZero.map(({ form, value }) => `${form.row}.${form.column}=${value}`),
    [
      ...['normativeDocuments.repealed=5', 'normativeDocuments.inForce=5', 'licences.decisions=550'],
      ...['penalties.decisions=4119', 'coercion.decisions=195', 'fees.amount=7730.28'],
      ...[
        'received.naturalPerson=21',
        'received.total=21',
        'partlyGranted.naturalPerson=4',
        'partlyGranted.total=4',
      ],
      ...['refused.stateSecret.naturalPerson=1', 'refused.stateSecret.total=1'],
      ...['refused.processInformation.naturalPerson=1', 'refused.processInformation.total=1'],
      ...['refused.enforcementFile.naturalPerson=1', 'refused.enforcementFile.total=1'],
      ...['unavailable.notHeld.naturalPerson=10', 'unavailable.notHeld.total=10'],
      ...['unavailable.mustBeCreated.naturalPerson=3', 'unavailable.mustBeCreated.total=3'],
      ...['notProcessed.petition.naturalPerson=1', 'notProcessed.petition.total=1'],
      ...['handledTotal.naturalPerson=21', 'handledTotal.total=21'],
      ...['review.upheld=10', 'review.corrected=1', 'suitAfterReview.upheld=5'],
    ],
  );
});

test('a page that Word made, with a tag round every character', { skip }, async () => {
  const { text, account } = await opened('shuyang-drc-2023-wordhtml.html');
  const { title, tables } = analyze(text);
  assert.equal(title?.year, 2023);
  const cells = tables.flatMap((table) => table.cells);
  assert.deepEqual(
    cells
      .filter(({ value }) => value !== 0 && value !== null)
      .map(({ form, value }) => `${form.row}.${form.column}=${value}`),
    [
      ...['normativeDocuments.issued=8', 'normativeDocuments.inForce=18'],
      ...['received.naturalPerson=26', 'received.total=26', 'granted.naturalPerson=26', 'granted.total=26'],
      ...['handledTotal.naturalPerson=26', 'handledTotal.total=26', 'review.pending=1', 'review.total=1'],
    ],
  );
  assert.equal(cells.filter(({ state }) => state === 'blank').length, 125);
  assert.equal(account.find(({ kind }) => kind === 'linesBefore')?.count, 9);
});
