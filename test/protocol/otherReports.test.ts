/** Reports of a workspace beside each other: read from the disk, kept fresh, asked for over the protocol. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, Hover, Location } from 'vscode-languageserver-protocol';
import { Client, minimal, modern } from './client.ts';
import { placeOf, sound, textAt } from './fixture.ts';
import {
  changed,
  EARLY,
  Folder,
  fixture,
  LATE,
  lastYear,
  moved,
  movedLastYear,
  PATIENCE,
  pulled,
  rulesOf,
  twice,
  until,
} from './reportFolder.ts';

const PLAN = 'disclosure-report.json';

test('last year’s report is found in the folder; findings, hover and definition lead to it', async (t) => {
  const folder = new Folder(t, { [`2024/${EARLY}`]: lastYear });
  const client = await Client.start(t, { folder: folder.uri, locale: 'en' });
  await client.open(folder.of(LATE), moved);
  await until(client, folder.of(LATE), twice);
  assert.ok(client.registered.includes('workspace/didChangeWatchedFiles'));
  const [first, ...others] = await pulled(client, folder.of(LATE));
  assert.deepEqual([first!.code, others.map(({ code }) => code)], ['carry-over', ['carry-over']]);
  const { location } = first!.relatedInformation![0]!;
  assert.equal(fileURLToPath(location.uri), join(folder.path, '2024', EARLY));
  assert.equal(location.range.start.line, placeOf(lastYear, '‸四、结转下年度').line);

  const position = placeOf(moved, '二、上年结转政府信息公开申请数量\t\t\t‸6');
  const at = { textDocument: { uri: folder.of(LATE) }, position };
  const [target] = await client.request<Location[]>('textDocument/definition', at);
  assert.deepEqual(target, location);
  const { contents } = await client.request<Hover>('textDocument/hover', at);
  const text = (contents as { value: string }).value.replaceAll('\\', '');
  assert.match(text, /The same number in 2024: 5 \(change \+1\)/);
  assert.match(text, /✗ Report for 2024: 自然人 · 结转下年度继续办理 5/);
  const onTitle = { ...at, position: placeOf(moved, '青禾县‸人民政府办公室2025') };
  const title = await client.request<Hover>('textDocument/hover', onTitle);
  assert.ok((title.contents as { value: string }).value.replaceAll('\\', '').includes(EARLY));
  const inForce = { ...at, position: placeOf(moved, '行政规范性文件\t5\t2\t‸31') };
  const said = await client.request<Hover>('textDocument/hover', inForce);
  assert.match((said.contents as { value: string }).value.replaceAll('\\', ''), /✓ .*28 \+ 5 − 2 = 31/);
  await client.stop();
});

test('references lead from last year’s number to this year’s, and back', async (t) => {
  const folder = new Folder(t, { [LATE]: moved });
  const client = await Client.start(t, { folder: folder.uri });
  const early = folder.of(EARLY);
  await client.open(early, lastYear);
  const position = placeOf(lastYear, '四、结转下年度继续办理\t\t\t‸5');
  const params = { textDocument: { uri: early }, position, context: { includeDeclaration: false } };
  const end = Date.now() + PATIENCE;
  let found: readonly Location[] = [];
  while (!found.some(({ uri }) => uri !== early)) {
    assert.ok(Date.now() < end, 'no reference to another file');
    await setTimeout(20);
    found = await client.request<Location[]>('textDocument/references', params);
  }
  const { uri, range } = found.at(-1)!;
  assert.equal(uri, folder.of(LATE));
  assert.deepEqual(range.start, placeOf(moved, '二、上年结转政府信息公开申请数量\t\t\t‸6'));
  await client.open(uri, moved);
  const back = { ...params, textDocument: { uri }, position: range.start };
  const places = await client.request<Location[]>('textDocument/references', back);
  assert.deepEqual(places.at(-1), { uri: early, range: { start: position, end: places.at(-1)!.range.end } });
  await setTimeout(100);
  client.forget('workspace/diagnostic/refresh');
  await client.stop();
});

test('a file that changes, appears or goes changes the findings, and only then is anything said', async (t) => {
  const folder = new Folder(t, {});
  const client = await Client.start(t, { folder: folder.uri });
  const early = folder.of(EARLY);
  const late = folder.of(LATE);
  await client.open(late, moved);
  assert.deepEqual(await rulesOf(client, late), []);
  folder.write(EARLY, lastYear);
  await changed(client, early, 1);
  await client.expect('workspace/diagnostic/refresh');
  assert.deepEqual(await rulesOf(client, late), twice);
  // Other words, the same numbers at the same places: nothing to say.
  folder.write(EARLY, lastYear.replace('让群众看得到、听得懂、能监督', '让群众满意'));
  await changed(client, early, 2);
  await setTimeout(100);
  folder.write(EARLY, movedLastYear);
  await changed(client, early, 2);
  await client.expect('workspace/diagnostic/refresh');
  assert.deepEqual(await rulesOf(client, late), []);
  folder.write(EARLY, lastYear);
  await changed(client, early, 2);
  await client.expect('workspace/diagnostic/refresh');
  rmSync(join(folder.path, EARLY));
  await changed(client, early, 3);
  await client.expect('workspace/diagnostic/refresh');
  assert.deepEqual(await rulesOf(client, late), []);
  folder.write(`old/${EARLY}`, lastYear);
  await changed(client, folder.of(`old/${EARLY}`), 1);
  await client.expect('workspace/diagnostic/refresh');
  assert.deepEqual(await rulesOf(client, late), twice);
  // Of a folder that goes, only the folder is told.
  rmSync(join(folder.path, 'old'), { recursive: true });
  await changed(client, folder.of('old'), 3);
  await client.expect('workspace/diagnostic/refresh');
  assert.deepEqual(await rulesOf(client, late), []);
  await client.stop();
});

test('a document that is open wins over its file, until it is closed', async (t) => {
  const folder = new Folder(t, { [EARLY]: lastYear });
  const client = await Client.start(t, { folder: folder.uri });
  const [early, late] = [folder.of(EARLY), folder.of(LATE)];
  await client.open(late, moved);
  await until(client, late, twice);
  await client.open(early, movedLastYear);
  assert.deepEqual(await rulesOf(client, early), []);
  assert.deepEqual(await rulesOf(client, late), []);
  await setTimeout(100);
  client.forget('workspace/diagnostic/refresh');
  // Asked at once, of the other one: what an open document says is heard before anything is answered.
  await changed(client, early, 2);
  assert.deepEqual(await rulesOf(client, late), []);
  await client.change(early, 2, { text: lastYear });
  assert.deepEqual(await rulesOf(client, late), twice);
  await setTimeout(100);
  client.forget('workspace/diagnostic/refresh');
  await client.change(early, 3, { text: movedLastYear });
  await client.expect('workspace/diagnostic/refresh');
  await client.close(early);
  await client.expect('workspace/diagnostic/refresh');
  assert.deepEqual(await rulesOf(client, late), twice);
  await client.stop();
});

test('the client hears of changed findings though another request came first', async (t) => {
  const folder = new Folder(t, {});
  const client = await Client.start(t, { folder: folder.uri });
  const [early, late] = [folder.of(EARLY), folder.of(LATE)];
  await client.open(early, movedLastYear);
  await client.open(late, moved);
  await until(client, late, []);
  await client.change(early, 2, { text: lastYear });
  const at = {
    textDocument: { uri: late },
    position: placeOf(moved, '上年结转政府信息公开申请数量\t\t\t‸6'),
  };
  assert.ok(await client.request('textDocument/hover', at));
  await client.expect('workspace/diagnostic/refresh');
  assert.deepEqual(await rulesOf(client, late), twice);
  await client.stop();
});

test('two files that claim to be last year’s report are not compared, and the title says so', async (t) => {
  const folder = new Folder(t, { 'a.disclosure.txt': lastYear, 'b.disclosure.txt': movedLastYear });
  const client = await Client.start(t, { folder: folder.uri, locale: 'en' });
  await client.open(folder.of(LATE), moved);
  const at = {
    textDocument: { uri: folder.of(LATE) },
    position: placeOf(moved, '青禾县‸人民政府办公室2025'),
  };
  const end = Date.now() + PATIENCE;
  for (let said = ''; !/several files.*a\.disclosure\.txt、b\.disclosure\.txt/.test(said); ) {
    assert.ok(Date.now() < end, said);
    await setTimeout(20);
    const { contents } = await client.request<Hover>('textDocument/hover', at);
    said = (contents as { value: string }).value.replaceAll('\\', '');
  }
  await until(client, folder.of(LATE), []);
  await client.stop();
});

test('a folder that is taken out of the workspace takes its reports with it', async (t) => {
  const [first, second] = [new Folder(t, {}), new Folder(t, { [EARLY]: lastYear })];
  const client = await Client.start(t, { folder: first.uri });
  const late = first.of(LATE);
  const change = (added: readonly Folder[], removed: readonly Folder[]): Promise<void> => {
    const [inside, outside] = [added, removed].map((all) => all.map(({ uri }) => ({ uri, name: uri })));
    return client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: inside, removed: outside },
    });
  };
  await client.open(late, moved);
  await until(client, late, []);
  await change([second], []);
  await until(client, late, twice);
  await change([], [second]);
  await until(client, late, []);
  await client.stop();
});

test('findings are pushed anew where the client cannot pull', async (t) => {
  const folder = new Folder(t, { [EARLY]: lastYear });
  const client = await Client.start(t, { folder: folder.uri, capabilities: minimal });
  assert.deepEqual(client.registered, []);
  await client.open(folder.of(LATE), moved);
  let published = await client.expect('textDocument/publishDiagnostics');
  if (published.diagnostics.length === 0) published = await client.expect('textDocument/publishDiagnostics');
  assert.deepEqual([published.uri, published.diagnostics.length], [folder.of(LATE), 2]);
  await client.stop();
});

test('what an editor shows of the past of a file is nobody’s last year', async (t) => {
  const folder = new Folder(t, { [EARLY]: lastYear });
  const client = await Client.start(t, { folder: folder.uri });
  await client.open(folder.of(LATE), moved);
  await until(client, folder.of(LATE), twice);
  const past = folder.of(EARLY).replace('file:', 'git:');
  await client.open(past, movedLastYear);
  assert.deepEqual(await rulesOf(client, past), []);
  assert.deepEqual(await rulesOf(client, folder.of(LATE)), twice);
  await client.stop();
});

test('a plan is read with the folder, and what is wrong with it is said on it', async (t) => {
  const members = {
    'm/教育局.disclosure.txt': fixture('members/education.txt'),
    'm/档案局.disclosure.txt': fixture('members/archives.txt'),
  };
  const plan = (...names: readonly string[]): string =>
    JSON.stringify({ aggregates: [{ parent: '青禾县人民政府办公室', members: names }] });
  const folder = new Folder(t, { ...members, [PLAN]: plan('青禾县教育局', '青禾县挡案局') });
  const client = await Client.start(t, { folder: folder.uri, locale: 'en' });
  const late = folder.of(LATE);
  await client.open(late, sound.replace('行政许可\t1486', '行政许可\t1468'));
  await until(client, late, ['aggregate']);
  const problem = await client.expect('textDocument/publishDiagnostics');
  assert.equal(problem.uri, folder.of(PLAN));
  assert.match(problem.diagnostics[0].message, /青禾县挡案局/);
  assert.equal(problem.diagnostics[0].code, 'plan-reports');
  assert.deepEqual(
    (await pulled(client, late)).map(({ code, severity }) => [code, severity]),
    [['aggregate', 3]],
  );
  folder.write(PLAN, plan('青禾县教育局', '青禾县档案局'));
  await changed(client, folder.of(PLAN), 2);
  await client.expect('workspace/diagnostic/refresh');
  assert.deepEqual((await client.expect('textDocument/publishDiagnostics')).diagnostics, []);
  const [finding] = await pulled(client, late);
  assert.deepEqual(
    finding!.relatedInformation!.map(({ location }) => fileURLToPath(location.uri)),
    Object.keys(members).map((name) => join(folder.path, name)),
  );
  const at = { textDocument: { uri: late }, position: finding!.range.start };
  const { contents } = await client.request<Hover>('textDocument/hover', at);
  assert.match((contents as { value: string }).value, /✗ 2 members’ reports add up to 1486/);
  const targets = await client.request<Location[]>('textDocument/definition', at);
  assert.deepEqual(
    targets,
    finding!.relatedInformation!.map(({ location }) => location),
  );
  await client.stop();
});

test('what is wrong with the text of a plan is told from what is wrong with the folder', async (t) => {
  const plan = '{"aggregates": [{"parent": "青禾局", "members": ["青禾县教育局"], "year": [2025]}], "x": 1}';
  const folder = new Folder(t, { [PLAN]: plan });
  const client = await Client.start(t, { folder: folder.uri });
  const { diagnostics } = await client.expect('textDocument/publishDiagnostics');
  assert.deepEqual(
    diagnostics.map(({ code, range }: Diagnostic) => [code, textAt(plan, range)]),
    [
      ['plan-text', '"x"'],
      ['plan-text', '"year"'],
      ['plan-reports', '"青禾局"'],
      ['plan-reports', '"青禾县教育局"'],
    ],
  );
  await client.stop();
});

test('a client can read the files of folders that no server sees', async (t) => {
  const folder = 'vscode-vfs://github/reports';
  const early = `${folder}/${encodeURIComponent(EARLY)}`;
  const texts: Record<string, string> = { [early]: lastYear };
  const client = await Client.start(t, {
    folder,
    initializationOptions: { readsFiles: true, keepsFindings: true },
    capabilities: modern,
  });
  client.connection.onRequest('disclosureReport/findReports', () => ({ files: Object.keys(texts) }));
  client.connection.onRequest('disclosureReport/readReport', ({ uri }: { uri: string }) => ({
    text: texts[uri] ?? null,
  }));
  const late = `${folder}/${LATE}`;
  await client.open(late, moved);
  await until(client, late, twice);
  client.forget('disclosureReport/findingsChanged');
  texts[early] = movedLastYear;
  await client.close(late);
  await changed(client, early, 2);
  assert.deepEqual(await client.expect('disclosureReport/findingsChanged'), { uris: [late] });
  await client.stop();
});
