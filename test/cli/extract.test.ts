import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, root, run, sampleName, sound } from './support.ts';

const county = `samples/${sampleName('澄溪县')}`;

test('extract gives an array, also for one file', () => {
  const facts = JSON.parse(run(['extract', county]).out);
  assert.equal(facts.length, 1);
  assert.deepEqual(Object.keys(facts[0]), ['file', 'issuer', 'year', 'form', 'sections', 'tables']);
  assert.deepEqual(
    [facts[0].file, facts[0].issuer, facts[0].year, facts[0].form],
    [county, '澄溪县人民政府办公室', 2025, '2021'],
  );
  assert.deepEqual(JSON.parse(run(['extract', 'package.json', '--format', 'json']).out)[0].issuer, null);
});

test('sections come with their places', () => {
  const [{ sections }] = JSON.parse(run(['extract', county]).out);
  const lines = readFileSync(join(root, county), 'utf8').split('\n');
  assert.deepEqual(
    sections.map(({ id }: { id: string }) => id),
    ['overview', 'proactive', 'applications', 'proceedings', 'improvement', 'other'],
  );
  for (const { title, range } of sections) {
    assert.ok(lines[range.start.line]!.slice(range.start.character, range.end.character).endsWith(title));
  }
});

test('every number has its row and column', () => {
  const [{ tables }] = JSON.parse(run(['extract', county]).out);
  assert.deepEqual(tables.proactive.normativeDocuments, { issued: 5, repealed: 3, inForce: 26 });
  assert.deepEqual(tables.applications.granted, {
    naturalPerson: 11,
    commercialEnterprise: 2,
    researchInstitution: 0,
    socialOrganization: 0,
    legalService: 1,
    otherOrganization: 1,
    total: 15,
  });
  assert.equal(Object.keys(tables.applications).length, 25);
  assert.deepEqual(tables.proceedings.review, {
    upheld: 2,
    corrected: 0,
    otherResult: 0,
    pending: 1,
    total: 3,
  });
  const numbers = Object.values(tables.applications).flatMap((row) => Object.values(row as object));
  assert.equal(numbers.filter((number) => typeof number === 'number').length, 175);
});

test('amounts keep their decimals', () => {
  const [{ tables }] = JSON.parse(run(['extract', `samples/${sampleName('云岭市')}`]).out);
  assert.deepEqual(tables.proactive.fees, { amount: 84315.2706 });
});

test('what the document does not say is null', (t) => {
  const text = sound.replace('行政处罚\t4', '行政处罚\t/').replace('行政强制\t0', '行政强制\t');
  const cwd = folderWith(t, { 'a.txt': text, 'empty.txt': '' });
  const [report, empty] = JSON.parse(run(['extract', 'a.txt', 'empty.txt'], { cwd }).out);
  assert.deepEqual(
    [report.tables.proactive.penalties, report.tables.proactive.coercion],
    [{ decisions: null }, { decisions: null }],
  );
  assert.equal(empty.tables.applications['refused.stateSecret'].total, null);
});

test('CSV has a line a number and quotes what needs it', (t) => {
  const cwd = folderWith(t, { 'a,"b".txt': sound });
  const { out } = run(['extract', '--format', 'csv'], { cwd });
  const lines = out.split('\r\n');
  assert.equal(lines[0], 'file,issuer,year,form,table,row,column,value');
  assert.equal(lines.length, 1 + 10 + 175 + 15 + 1);
  assert.ok(lines.includes('"a,""b"".txt",青石镇人民政府,2025,2021,applications,handledTotal,total,4'));
  assert.equal(lines.at(-1), '');
});

test('in CSV no name is a formula or has a control character, and numbers stay numbers', (t) => {
  const names = ['=1+1', '+a', '-b', '@c', "'d", ' =e', '＝f', 'g\u001b\r\nh', 'i=1'];
  const cwd = folderWith(t, Object.fromEntries(names.map((name) => [`${name}.disclosure.txt`, sound])));
  const { out } = run(
    ['extract', '--format', 'csv', '--', ...names.map((name) => `${name}.disclosure.txt`)],
    { cwd },
  );
  const lines = out.trimEnd().split('\r\n');
  const files = new Set(lines.slice(1).map((line) => line.slice(0, line.indexOf('.'))));
  assert.deepEqual(
    [...files],
    ["'=1+1", "'+a", "'-b", "'@c", "''d", "' =e", "'＝f", 'gU+001BU+000DU+000Ah', 'i=1'],
  );
  assert.doesNotMatch(out.replaceAll('\r\n', ''), /[\u0000-\u001f]/);
  assert.ok(lines.slice(1).every((line) => /,(?:\d+(?:\.\d+)?)?$/.test(line)));
});

test('what is no text is passed over in a folder, and told where it is named', (t) => {
  const binary = Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]);
  const cwd = folderWith(t, { 'a.txt': sound, 'b.txt': binary, 'c.disclosure.txt': sound });
  const walked = run(['extract'], { cwd });
  assert.deepEqual([walked.code, walked.err, JSON.parse(walked.out).length], [0, '', 2]);
  const named = run(['extract', 'a.txt', 'b.txt', 'c.disclosure.txt'], { cwd });
  assert.deepEqual([named.code, JSON.parse(named.out).length], [2, 2]);
  assert.match(named.err, /^b\.txt: not a text file/);
});
