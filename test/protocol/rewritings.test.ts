import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { CodeAction, CodeActionContext, Position, Range } from 'vscode-languageserver-protocol';
import { analyze } from '../../server/src/report/analyze.ts';
import { Client, type ClientOptions, minimal, modern } from './client.ts';
import { apply, editsOf, placeOf, sound, uri, withFault } from './fixture.ts';

const KIND = 'refactor.rewrite.disclosureReport';
const { codeAction } = modern.textDocument!;
const showsDisabled: ClientOptions = {
  capabilities: {
    ...modern,
    textDocument: { ...modern.textDocument, codeAction: { ...codeAction, disabledSupport: true } },
  },
};

async function openWith(t: TestContext, text: string, options: ClientOptions = {}): Promise<Client> {
  const client = await Client.start(t, options);
  await client.open(uri, text);
  return client;
}

function actions(
  client: Client,
  at: Position | Range,
  context: Partial<CodeActionContext>,
): Promise<CodeAction[]> {
  const range = 'start' in at ? at : { start: at, end: at };
  const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
  return client.request('textDocument/codeAction', params);
}

const kindsOf = (found: readonly CodeAction[]): string[] => found.map(({ kind }) => kind!.slice(KIND.length));
const numbersIn = (text: string): unknown =>
  analyze(text).tables.map(({ form, cells }) => [form.id, cells.map(({ state, value }) => [state, value])]);

const first: Position = { line: 0, character: 0 };
const inProactive = placeOf(sound, '行政规范‸性文件\t5');

test('a table is rewritten in each layout, for its version, with the same numbers', async (t) => {
  const client = await openWith(t, sound, { locale: 'en' });
  for (const [kind, mark] of [
    ['markdown', /\| 行政规范性文件 +\| 5 +\| 2 +\| 31 +\|/],
    ['html', /<tr><td>行政规范性文件<\/td><td>5<\/td><td>2<\/td><td>31<\/td><\/tr>/],
  ] as const) {
    const [action, ...others] = await actions(client, inProactive, { only: [`${KIND}.table.${kind}`] });
    assert.deepEqual(others, []);
    assert.match(action!.title, /^Rewrite this table in/);
    const change = action!.edit!.documentChanges![0]!;
    assert.ok('textDocument' in change && change.textDocument.version === 1);
    const after = apply(sound, action!.edit!);
    assert.match(after, mark);
    assert.deepEqual(numbersIn(after), numbersIn(sound));
    assert.deepEqual(analyze(after).findings, []);
    assert.equal(after.slice(after.indexOf('三、收到')), sound.slice(sound.indexOf('三、收到')));
  }
  await client.stop();
});

test('the whole report is rewritten from anywhere in it, in one edit', async (t) => {
  const client = await openWith(t, sound);
  const [action] = await actions(client, first, { only: [`${KIND}.document.html`] });
  const after = apply(sound, action!.edit!);
  assert.equal(after.match(/<table>/g)!.length, 3);
  assert.deepEqual(numbersIn(after), numbersIn(sound));
  await client.change(uri, 2, { text: after });
  const [back] = await actions(client, first, { only: [`${KIND}.document.tabs`] });
  assert.equal(apply(after, back!.edit!), sound);
  await client.stop();
});

test('refactorings come when they are asked for, not at every move of the cursor, and never on save', async (t) => {
  const client = await openWith(t, sound);
  assert.ok(client.initialized.capabilities.codeActionProvider);
  assert.deepEqual(kindsOf(await actions(client, inProactive, { only: ['refactor'] })), [
    '.table.markdown',
    '.document.markdown',
    '.table.html',
    '.document.html',
  ]);
  assert.deepEqual(kindsOf(await actions(client, first, {})), ['.document.markdown', '.document.html']);
  assert.deepEqual(await actions(client, inProactive, { triggerKind: 2 }), []);
  assert.deepEqual(await actions(client, inProactive, { only: ['source.fixAll'] }), []);
  await client.stop();
});

test('a selection over two tables rewrites both', async (t) => {
  const client = await openWith(t, sound, { locale: 'en' });
  const range = { start: inProactive, end: placeOf(sound, '四、结转下年度‸') };
  const [action] = await actions(client, range, { only: [`${KIND}.table.markdown`] });
  assert.match(action!.title, /^Rewrite these 2 tables/);
  assert.deepEqual(
    analyze(apply(sound, action!.edit!)).tables.map(({ layout }) => layout),
    ['pipes', 'pipes', 'tabs'],
  );
  await client.stop();
});

test('in front of a table’s first word is in the table', async (t) => {
  const client = await openWith(t, sound);
  const at = placeOf(sound, '‸\t\t\t自然人');
  assert.deepEqual(kindsOf(await actions(client, at, { only: [`${KIND}.table.html`] })), ['.table.html']);
  await client.stop();
});

test('what cannot be done says why, to a client that shows it', async (t) => {
  const paragraph = `${'此处有一段很长的说明文字，'.repeat(6)}\n`;
  const text = withFault('\t（五）不予处理', `${paragraph}\t（五）不予处理`);
  const at = placeOf(text, '\t（五）不‸予处理');
  const client = await openWith(t, text, { ...showsDisabled, locale: 'en' });
  const [table] = await actions(client, at, { only: [`${KIND}.table.markdown`] });
  assert.match(table!.disabled!.reason, /^“此处有一段很长的说明文字.*…” stands between the rows/);
  assert.equal(table!.edit, undefined);
  const [same] = await actions(client, inProactive, { only: [`${KIND}.table.tabs`] });
  assert.equal(same!.disabled!.reason, 'It is so already.');
  const [rest] = await actions(client, at, { only: [`${KIND}.document.markdown`] });
  assert.match(rest!.title, /^Rewrite 2 of the report’s 3 tables/);
  assert.equal(editsOf(rest!.edit!).length, 2);
  await client.stop();
  const other = await openWith(t, text);
  assert.deepEqual(await actions(other, at, { only: [`${KIND}.table.markdown`] }), []);
  await other.stop();
});

test('a client that knows commands only gets the edit', async (t) => {
  const client = await openWith(t, sound, { capabilities: minimal });
  await client.expect('textDocument/publishDiagnostics');
  const found = await actions(client, inProactive, { only: [`${KIND}.table.markdown`] });
  const run = client.request('workspace/executeCommand', found[0]);
  const { edit } = await client.expect('workspace/applyEdit');
  assert.deepEqual(numbersIn(apply(sound, edit)), numbersIn(sound));
  await run;
  await client.stop();
});

test('tables are rewritten where checking is switched off', async (t) => {
  const client = await openWith(t, sound, { settings: { validate: 'off' } });
  assert.deepEqual(kindsOf(await actions(client, first, { only: [`${KIND}.document.html`] })), [
    '.document.html',
  ]);
  await client.stop();
});
