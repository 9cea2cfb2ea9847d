/** A new report over the protocol: whose it can be, what may be last year's, and the draft. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from './client.ts';
import { EARLY, Folder, LATE, lastYear, moved } from './reportFolder.ts';

const issuer = '青禾县人民政府办公室';

interface NewReport {
  readonly title: string;
  readonly text: string;
  readonly firstBlank: { readonly line: number; readonly character: number };
  readonly missing: number;
  readonly doubts: readonly string[];
}

const newReport = (client: Client, params: object): Promise<NewReport> =>
  client.request('disclosureReport/newReport', params);

test('the bodies of the workspace are known by name, with their years, once all of it is read', async (t) => {
  const other = lastYear.replaceAll(issuer, '白石镇人民政府');
  const folder = new Folder(t, { [`2024/${EARLY}`]: lastYear, [LATE]: moved, 'a.disclosure.txt': other });
  const client = await Client.start(t, { folder: folder.uri });
  assert.deepEqual(await client.request('disclosureReport/knownIssuers', {}), {
    firstYear: 2019,
    issuers: [
      { name: '白石镇人民政府', years: [2024] },
      { name: issuer, years: [2024, 2025] },
    ],
  });
  const alone = await Client.start(t);
  assert.deepEqual(await alone.request('disclosureReport/knownIssuers', {}), {
    firstYear: 2019,
    issuers: [],
  });
});

test('a draft has last year’s numbers and no other, and nothing is written', async (t) => {
  const folder = new Folder(t, { [`2024/${EARLY}`]: lastYear });
  const client = await Client.start(t, { folder: folder.uri });
  const subject = { issuer, year: 2025 };
  const early = folder.of(`2024/${EARLY}`);
  assert.deepEqual(await client.request('disclosureReport/lastYearsReports', subject), { uris: [early] });
  const { title, text, firstBlank, ...rest } = await newReport(client, { ...subject, lastYear: early });
  assert.equal(`${title}.txt`, LATE);
  assert.deepEqual(rest, { missing: 0, doubts: [] });
  const lines = text.split('\n');
  assert.equal(lines[0], title);
  assert.equal(lines[firstBlank.line - 1], '（一）主动公开');
  assert.deepEqual([lines[firstBlank.line], firstBlank.character], ['', 0]);
  const [carried] = lines.filter((line) => line.startsWith('二、上年结转'));
  assert.match(carried!, /\t5\t1\t0\t0\t1\t0\t7$/);
  const empty = await newReport(client, subject);
  const filled = lines.filter((line, at) => line !== empty.text.split('\n')[at]);
  assert.deepEqual(filled, [carried]);
});

test('what is no year, no body or no report for the year before is refused with the reason', async (t) => {
  const folder = new Folder(t, { [EARLY]: lastYear });
  const client = await Client.start(t, { folder: folder.uri, locale: 'en' });
  const of = folder.of(EARLY);
  await assert.rejects(newReport(client, { issuer, year: 2018 }), /2019 or later, found “2018”/);
  await assert.rejects(
    newReport(client, { issuer: '2024年', year: 2025 }),
    /the name of a body, found “2024年”/,
  );
  await assert.rejects(
    newReport(client, { issuer, year: 2026, lastYear: of }),
    /for 2025, found the one for 2024/,
  );
  await assert.rejects(
    newReport(client, { issuer, year: 2025, lastYear: `${of}.txt` }),
    /cannot be told whose/,
  );
});

test('what is doubtful in last year’s report is said', async (t) => {
  const doubtful = lastYear.replace('5\t1\t0\t0\t1\t0\t7\n\n四、', '6\t1\t0\t0\t1\t0\t7\n\n四、');
  assert.notEqual(doubtful, lastYear);
  const folder = new Folder(t, { [EARLY]: doubtful });
  const client = await Client.start(t, { folder: folder.uri, locale: 'en' });
  const request = { issuer: '白石镇人民政府', year: 2025, lastYear: folder.of(EARLY) };
  const { missing, doubts } = await newReport(client, request);
  assert.ok(missing > 0);
  assert.deepEqual(doubts, [
    `please check: this is the report of "${issuer}", not of "白石镇人民政府"`,
    `${missing} of the numbers carried over are not known or do not balance; they are left blank`,
  ]);
});
