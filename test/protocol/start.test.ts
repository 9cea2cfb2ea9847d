/** The server as it ships: what it loads before it answers `initialize`, and what comes right behind that. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { node } from '../../scripts/bundling.ts';
import { bundle } from '../bundle.ts';
import { sound, uri, wrongTotal } from './fixture.ts';

const source = (name: string): string =>
  fileURLToPath(new URL(`../../server/src/entry/${name}`, import.meta.url));

async function start(t: TestContext, files: Readonly<Record<string, string>>): Promise<MessageConnection> {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-start-'));
  for (const [file, entry] of Object.entries(files)) await bundle(source(entry), join(folder, file));
  const server = spawn(process.execPath, [join(folder, 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  t.after(() => {
    connection.dispose();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  connection.listen();
  return connection;
}

const initialize = (connection: MessageConnection): Promise<InitializeResult> =>
  connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });

/** Opens a text and asks for its findings, without a pause. */
async function findings(connection: MessageConnection, text: string): Promise<string[]> {
  void connection.sendNotification('initialized', {});
  const textDocument = { uri, languageId: 'disclosure-report', version: 1, text };
  void connection.sendNotification('textDocument/didOpen', { textDocument });
  const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return items.map(({ code }) => String(code));
}

test('`initialize` is answered by one file alone', async (t) => {
  const { capabilities } = await initialize(await start(t, { 'server.js': 'node.ts' }));
  assert.equal(capabilities.hoverProvider, true);
  assert.ok(capabilities.semanticTokensProvider!.legend.tokenTypes.includes('total'));
});

test('what comes right behind the answer is answered by the engine beside it', async (t) => {
  const connection = await start(t, { 'server.js': 'node.ts', 'engine.js': 'nodeEngine.ts' });
  await initialize(connection);
  assert.deepEqual(await findings(connection, wrongTotal), ['handled-total']);
});

test('a report in HTML is read', async (t) => {
  const connection = await start(t, { 'server.js': 'node.ts', 'engine.js': 'nodeEngine.ts' });
  await initialize(connection);
  assert.deepEqual(await findings(connection, inHtml(sound)), []);
});

test('nothing that understands reports is in the file that answers', async () => {
  assert.deepEqual(await filesIn('node.ts', /server\/src\/report\//), []);
});

test('the engine brings no second copy of the protocol', async () => {
  assert.deepEqual(await filesIn('nodeEngine.ts', /node_modules\/vscode-/), []);
});

/** The sources of a kind that leave something in a bundle. */
async function filesIn(entry: string, kind: RegExp): Promise<string[]> {
  const { metafile } = await build({ ...node, entryPoints: [source(entry)], metafile: true, write: false });
  const { inputs } = Object.values(metafile.outputs)[0]!;
  return Object.keys(inputs).filter((file) => kind.test(file) && inputs[file]!.bytesInOutput > 0);
}

/** The tables between tabs as tables in HTML, cell by cell. */
function inHtml(text: string): string {
  const row = (line: string): string =>
    `<tr>${line
      .split('\t')
      .map((cell) => `<td>${cell}</td>`)
      .join('')}</tr>`;
  return text.replace(
    /(?:^.*\t.*\n)+/gm,
    (rows) => `<table>\n${rows.trimEnd().split('\n').map(row).join('\n')}\n</table>\n`,
  );
}
