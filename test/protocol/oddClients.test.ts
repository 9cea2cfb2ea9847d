/** Documents from anywhere, and clients that do not keep to the protocol: each is answered, and the next one served. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, Diagnostic, Hover, Location, SelectionRange } from 'vscode-languageserver-protocol';
import { Client, modern } from './client.ts';
import { placeOf, sound, uri, withFault, wrongTotal } from './fixture.ts';

async function findings(client: Client, of = uri): Promise<Diagnostic[]> {
  const params = { textDocument: { uri: of } };
  return (await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', params)).items;
}

async function rules(client: Client, of = uri): Promise<(number | string | undefined)[]> {
  return (await findings(client, of)).map(({ code }) => code);
}

test('a document is served under whatever name, which is given back to the letter', async (t) => {
  const client = await Client.start(t, { folder: 'vscode-vfs://github/o/r' });
  const names = [
    'file:///reports/a%23b%25%20%5B1%5D.txt',
    'file:///reports/a b#c.txt',
    'file:///c%3A/%E5%B9%B4%E6%8A%A5/x.txt',
    'file://server/share/x.txt',
    'file:///half/%E5%B9',
    'file:///no%ZZ',
    'file:',
    'untitled:Untitled-1',
    'vscode-vfs://github/o/r/%E5%B9%B4.txt',
    'git:/reports/x.txt?%7B%22ref%22%3A%22~%22%7D',
    'vscode-notebook-cell:/a.ipynb#W0',
    'no uri',
    '',
  ];
  for (const name of names) {
    await client.open(name, wrongTotal);
    const [finding] = await findings(client, name);
    assert.ok(finding, name);
    assert.ok(finding.relatedInformation!.every(({ location }) => location.uri === name));
    const asked = { textDocument: { uri: name }, range: finding.range, context: { diagnostics: [] } };
    const [fix] = await client.request<CodeAction[]>('textDocument/codeAction', asked);
    const change = fix!.edit!.documentChanges![0]!;
    assert.equal('textDocument' in change && change.textDocument.uri, name);
    const at = { textDocument: { uri: name }, position: finding.range.start };
    const [place] = await client.request<Location[]>('textDocument/definition', at);
    assert.equal(place?.uri, name);
  }
  for (const name of names) await client.close(name);
  await client.stop();
});

test('places outside the document are answered, from its edge or not at all', async (t) => {
  const client = await Client.start(t);
  await client.open(uri, sound);
  const textDocument = { uri };
  const places = [
    { line: 99_999, character: 0 },
    { line: -1, character: -1 },
    { line: 3, character: 99_999 },
    { line: 1e300, character: 1e300 },
    { line: 0.5, character: 0.5 },
  ];
  for (const position of places) {
    for (const method of ['hover', 'definition', 'references', 'documentHighlight'])
      await client.request(`textDocument/${method}`, { textDocument, position, context: {} });
    const range = { start: position, end: { line: 0, character: 0 } };
    await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
    await client.request('textDocument/semanticTokens/range', { textDocument, range });
  }
  const ranges = await client.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions: places,
  });
  assert.equal(ranges.length, places.length);
  const last = sound.split('\n').length - 1;
  for (const { range } of ranges) assert.ok(range.start.line >= 0 && range.end.line <= last);
  await client.stop();
});

test('a request without what it needs gets nothing, and the log says why', async (t) => {
  const client = await Client.start(t);
  await client.open(uri, sound);
  for (const params of [{}, { textDocument: {} }, { textDocument: { uri } }])
    assert.equal(await client.request('textDocument/hover', params), null);
  for (let count = 0; count < 2; count++)
    assert.match((await client.expect('window/logMessage')).message, /TypeError/);
  assert.equal(await client.request('workspace/executeCommand', { command: 'no.such.command' }), null);
  const position = placeOf(sound, '规章\t‸0');
  assert.ok(await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position }));
  await client.stop();
});

test('settings that are none leave every rule as it is', async (t) => {
  const client = await Client.start(t);
  await client.open(uri, wrongTotal);
  const proto = JSON.parse('{"rules": {"__proto__": "off", "constructor": "off"}}');
  const strange = [7, 'off', [], { rules: [] }, { rules: 'off' }, { rules: { 'handled-total': 0 } }, proto];
  for (const settings of [...strange, { rules: { nonsense: 'off' } }, { validate: false }]) {
    client.settings = settings;
    await client.notify('workspace/didChangeConfiguration', { settings });
    await client.expect('workspace/diagnostic/refresh');
    const [finding] = await findings(client);
    assert.deepEqual([finding?.code, finding?.severity], ['handled-total', 1], JSON.stringify(settings));
  }
  await client.stop();
});

test('a document that is closed has nothing; opened again it is what it is now', async (t) => {
  const client = await Client.start(t);
  await client.open(uri, wrongTotal);
  const params = { textDocument: { uri } };
  const { resultId } = await client.request<{ resultId: string }>('textDocument/diagnostic', params);
  await client.close(uri);
  assert.deepEqual(await rules(client), []);
  assert.deepEqual(await client.request('textDocument/semanticTokens/full', params), { data: [] });
  await client.close(uri);
  await client.change(uri, 2, { text: wrongTotal });
  assert.deepEqual(await rules(client), []);
  await client.open(uri, withFault('规章\t0', '规章\t０'));
  const again = await client.request<{ kind: string; items: Diagnostic[] }>('textDocument/diagnostic', {
    ...params,
    previousResultId: resultId,
  });
  assert.deepEqual([again.kind, again.items.map(({ code }) => code)], ['full', ['cell-number']]);
  await client.stop();
});

test('a text that changed is read though its version is the same', async (t) => {
  const client = await Client.start(t);
  await client.open(uri, wrongTotal);
  assert.deepEqual(await rules(client), ['handled-total']);
  await client.change(uri, 1, { text: sound });
  assert.deepEqual(await rules(client), []);
  await client.open(uri, wrongTotal);
  assert.deepEqual(await rules(client), ['handled-total']);
  await client.stop();
});

test('what comes too early, twice or too late is refused with the protocol’s numbers', async (t) => {
  const client = await Client.start(t);
  await client.open(uri, sound);
  const refused = (code: number) => (error: { code: number }) => error.code === code;
  const again = { processId: null, rootUri: null, capabilities: modern };
  await assert.rejects(client.request('initialize', again), refused(-32600));
  await assert.rejects(client.request('no/such/request', {}), refused(-32601));
  assert.deepEqual(await rules(client), []);
  await client.request('shutdown', undefined);
  await assert.rejects(rules(client), refused(-32600));
  await client.stop();
});
