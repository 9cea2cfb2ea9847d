import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { Client, minimal, modern } from './client.ts';
import { documentOf, placeOf, sound, textAt, uri, withFault, wrongTotal } from './fixture.ts';

/** The wrong total breaks two rules; the finding is of the first that is on. */
const balance = (severity: string) => ({ 'handled-total': severity, 'row-total': severity });

const pull = (client: Client, previousResultId?: string, of = uri): Promise<DocumentDiagnosticReport> =>
  client.request('textDocument/diagnostic', { textDocument: { uri: of }, previousResultId });

async function items(client: Client, of = uri): Promise<Diagnostic[]> {
  const report = await pull(client, undefined, of);
  assert.equal(report.kind, 'full');
  return report.kind === 'full' ? report.items : [];
}

test('pull: a sound report has no findings, and nothing again is unchanged', async (t) => {
  const client = await Client.start(t);
  await client.open(uri, sound);
  const report = await pull(client);
  assert.deepEqual(report.kind === 'full' && report.items, []);
  await client.change(uri, 2, { text: `${sound}\n` });
  assert.equal((await pull(client, report.resultId)).kind, 'unchanged');
  await client.stop();
});

test('pull: a finding stands on the cell, names its addends, and is unchanged until the text changes', async (t) => {
  const client = await Client.start(t);
  await client.open(uri, wrongTotal);
  const report = await pull(client);
  assert.ok(report.kind === 'full');
  const [finding] = report.items;
  assert.equal(report.items.length, 1);
  assert.equal(finding!.code, 'handled-total');
  assert.equal(finding!.source, 'disclosure-report');
  assert.equal(finding!.severity, 1);
  assert.equal(textAt(wrongTotal, finding!.range), '75');
  assert.ok(finding!.relatedInformation!.length >= 6);
  assert.equal((await pull(client, report.resultId)).kind, 'unchanged');
  await client.change(uri, 2, { text: sound });
  assert.deepEqual(await items(client), []);
  await client.stop();
});

test('push: findings come with their version, and go when the document is closed', async (t) => {
  const client = await Client.start(t, { capabilities: minimal });
  assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
  await client.open(uri, wrongTotal);
  const first = await client.expect('textDocument/publishDiagnostics');
  assert.equal(first.version, 1);
  assert.equal(first.diagnostics.length, 1);
  assert.equal(first.diagnostics[0].relatedInformation, undefined);
  const start = placeOf(wrongTotal, '\t4\t‸75');
  const end = { line: start.line, character: start.character + 2 };
  await client.change(uri, 2, { range: { start, end }, text: '57' });
  assert.deepEqual(await client.expect('textDocument/publishDiagnostics'), {
    uri,
    version: 2,
    diagnostics: [],
  });
  await client.close(uri);
  assert.deepEqual(await client.expect('textDocument/publishDiagnostics'), { uri, diagnostics: [] });
  await client.stop();
});

test('push: settings that come late do not lose a finding', async (t) => {
  const capabilities = { workspace: { configuration: true } };
  const client = await Client.start(t, { capabilities, settings: { rules: balance('hint') } });
  await client.open(uri, sound);
  await client.change(uri, 2, { text: wrongTotal });
  const { version, diagnostics } = await client.expect('textDocument/publishDiagnostics');
  assert.deepEqual([version, diagnostics.length, diagnostics[0].severity], [2, 1, 4]);
  assert.equal(client.settingsAsked, 1);
  await client.stop();
});

test('settings: severity, off, and validate; asked for once, and again when they change', async (t) => {
  const client = await Client.start(t, { settings: { rules: balance('information') } });
  await client.open(uri, wrongTotal);
  assert.equal((await items(client))[0]!.severity, 3);
  await client.change(uri, 2, { text: `${wrongTotal}\n` });
  assert.equal((await items(client)).length, 1);
  assert.equal(client.settingsAsked, 1);
  for (const settings of [{ rules: balance('off') }, { validate: 'off' }]) {
    client.settings = settings;
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.expect('workspace/diagnostic/refresh');
    assert.deepEqual(await items(client), []);
  }
  assert.equal(client.settingsAsked, 3);
  await client.stop();
});

test('settings of a client that cannot be asked', async (t) => {
  const own = { rules: balance('hint') };
  for (const initializationOptions of [{ settings: own }, { disclosureReport: own }, own]) {
    const client = await Client.start(t, { capabilities: minimal, initializationOptions });
    await client.open(uri, wrongTotal);
    assert.equal((await client.expect('textDocument/publishDiagnostics')).diagnostics[0].severity, 4);
    await client.stop();
  }
  const settings = { rules: balance('warning') };
  const client = await Client.start(t, { capabilities: minimal, initializationOptions: { settings } });
  await client.open(uri, wrongTotal);
  assert.equal((await client.expect('textDocument/publishDiagnostics')).diagnostics[0].severity, 2);
  await client.notify('workspace/didChangeConfiguration', {
    settings: { disclosureReport: { validate: 'off' } },
  });
  assert.deepEqual((await client.expect('textDocument/publishDiagnostics')).diagnostics, []);
  await client.stop();
});

test('two languages', async (t) => {
  const said: string[] = [];
  for (const locale of ['zh-cn', 'en']) {
    const client = await Client.start(t, { locale });
    await client.open(uri, wrongTotal);
    said.push(String((await items(client))[0]!.message));
    await client.stop();
  }
  assert.match(said[0]!, /[一-鿿]{4}/);
  assert.match(said[1]!, /[a-z]{3} [a-z]/i);
  assert.ok(
    said.every((message) => message.includes('57') && message.includes('75') && message.includes('18')),
  );
});

test('a document that is no report gets nothing', async (t) => {
  const readme = 'file:///readme.md';
  const text = '# A project\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
  for (const capabilities of [modern, minimal]) {
    const client = await Client.start(t, { capabilities });
    await client.open(readme, text, 'markdown');
    const at = { textDocument: { uri: readme }, position: { line: 4, character: 2 } };
    assert.equal(await client.request('textDocument/hover', at), null);
    assert.deepEqual(await client.request('textDocument/documentSymbol', at), []);
    assert.deepEqual(await client.request('textDocument/semanticTokens/full', at), { data: [] });
    if (capabilities === modern) assert.deepEqual(await items(client, readme), []);
    await client.close(readme);
    await client.stop();
  }
});

test('Markdown and plain text that look like a report are served', async (t) => {
  const client = await Client.start(t);
  for (const [of, languageId] of [
    ['file:///a.md', 'markdown'],
    ['file:///b.txt', 'plaintext'],
    ['untitled:Untitled-1', 'disclosure-report'],
  ] as const) {
    await client.open(of, wrongTotal, languageId);
    assert.deepEqual(
      (await items(client, of)).map(({ code }) => code),
      ['handled-total'],
    );
  }
  await client.stop();
});

test('incremental edits give what the whole text gives', async (t) => {
  const client = await Client.start(t);
  const whole = 'file:///whole.txt';
  let text = wrongTotal;
  await client.open(uri, text);
  await client.open(whole, text);
  const edits: [string, string][] = [
    ['一、总体情况\n', '一、总体情况\r\n𠮷林🙂\n'],
    ['\t41\t6', '\t14\t6'],
    ['（七）总计', '（七）总 计'],
    ['六、其他需要报告的事项\n', ''],
    ['规章\t0\t0\t0', '规章\t0\t0\t0\n规章\t1\t0\t0'],
  ];
  for (const [index, [old, fresh]] of edits.entries()) {
    const document = documentOf(text);
    const at = text.indexOf(old);
    const range = { start: document.positionAt(at), end: document.positionAt(at + old.length) };
    text = text.slice(0, at) + fresh + text.slice(at + old.length);
    await client.change(uri, index + 2, { range, text: fresh });
    await client.change(whole, index + 2, { text });
    const strip = (found: Diagnostic[]) => JSON.parse(JSON.stringify(found).replaceAll(whole, uri));
    assert.deepEqual(await items(client), strip(await items(client, whole)));
  }
  await client.stop();
});

test('columns count UTF-16 units, and CRLF is no character', async (t) => {
  const text = withFault('三、本年度办理结果\t（一）', '🙂𠮷\t（一）', wrongTotal).replaceAll('\n', '\r\n');
  const client = await Client.start(t);
  await client.open(uri, text);
  const found = (await items(client)).find(({ code }) => code === 'handled-total')!;
  assert.equal(textAt(text, found.range), '75');
  await client.stop();
});

test('a cancelled request is answered as cancelled, and the next one is served', async (t) => {
  const client = await Client.start(t);
  await client.open(uri, wrongTotal);
  const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri } };
  const pulled = client.connection.sendRequest('textDocument/diagnostic', params, source.token);
  source.cancel();
  // It may have been answered before the cancellation came.
  await pulled.then(undefined, ({ code }) => assert.equal(code, -32800));
  assert.equal((await items(client)).length, 1);
  await client.stop();
});
