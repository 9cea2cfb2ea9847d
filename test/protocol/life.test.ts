/** How a server is started and how it ends: every way to talk to it, and every way a client may leave. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  createClientPipeTransport,
  createClientSocketTransport,
  createMessageConnection,
  generateRandomPipeName,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const program = fileURLToPath(new URL('../../server/src/entry/node.ts', import.meta.url));
const params = { processId: null, rootUri: null, capabilities: {} };

const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params };

function start(t: TestContext, args: readonly string[], ipc = false): ChildProcess {
  const stdio = ['pipe', 'pipe', 'inherit', ...(ipc ? ['ipc' as const] : [])] as const;
  const server = spawn(process.execPath, [program, ...args], { stdio: [...stdio] });
  t.after(() => server.kill());
  return server;
}

function talk(t: TestContext, reader: MessageReader, writer: MessageWriter): MessageConnection {
  const connection = createMessageConnection(reader, writer);
  t.after(() => connection.dispose());
  connection.listen();
  return connection;
}

function talkOverStdio(t: TestContext, server: ChildProcess): MessageConnection {
  return talk(t, new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!));
}

async function exitCode(server: ChildProcess): Promise<number | null> {
  const [code] = await once(server, 'exit');
  return code;
}

/** Asks for the server's name, and leaves as the protocol wants it. */
async function visit(connection: MessageConnection, server: ChildProcess): Promise<void> {
  const { serverInfo } = await connection.sendRequest<{ serverInfo: { name: string } }>('initialize', params);
  assert.equal(serverInfo.name, 'disclosure-report');
  await connection.sendNotification('initialized', {});
  assert.equal(await connection.sendRequest('shutdown'), null);
  const ended = exitCode(server);
  await connection.sendNotification('exit');
  assert.equal(await ended, 0);
}

for (const args of [['--stdio'], ['--stdio', `--clientProcessId=${process.pid}`], []]) {
  test(`over stdio: ${args.join(' ') || 'no argument'}`, async (t) => {
    const server = start(t, args);
    await visit(talkOverStdio(t, server), server);
  });
}

test('over the channel of a Node process', async (t) => {
  const server = start(t, ['--node-ipc'], true);
  await visit(talk(t, new IPCMessageReader(server), new IPCMessageWriter(server)), server);
});

test('over a socket', async (t) => {
  const transport = await createClientSocketTransport(0);
  const server = start(t, [`--socket=${transport.port()}`]);
  await visit(talk(t, ...(await transport.onConnected())), server);
});

test('over a pipe, its name an argument of its own', async (t) => {
  const name = generateRandomPipeName();
  const transport = await createClientPipeTransport(name);
  const server = start(t, ['--pipe', name]);
  await visit(talk(t, ...(await transport.onConnected())), server);
});

test('a client that leaves without a shutdown is told so by the exit code', async (t) => {
  const server = start(t, ['--stdio']);
  const connection = talkOverStdio(t, server);
  await connection.sendRequest('initialize', params);
  await connection.sendNotification('exit');
  assert.equal(await exitCode(server), 1);
});

test('a closed stream ends the server', async (t) => {
  const server = start(t, ['--stdio']);
  await talkOverStdio(t, server).sendRequest('initialize', params);
  server.stdin!.end();
  assert.equal(await exitCode(server), 1);
});

test('a lost channel ends the server, though the client’s process lives', async (t) => {
  const server = start(t, ['--node-ipc'], true);
  const connection = talk(t, new IPCMessageReader(server), new IPCMessageWriter(server));
  await connection.sendRequest('initialize', { ...params, processId: process.pid });
  server.disconnect();
  assert.equal(await exitCode(server), 1);
});

test('a lost socket ends the server, though the client’s process lives; after a shutdown in good order', async (t) => {
  for (const isShutDown of [false, true]) {
    const transport = await createClientSocketTransport(0);
    const server = start(t, [`--socket=${transport.port()}`]);
    const connection = talk(t, ...(await transport.onConnected()));
    await connection.sendRequest('initialize', { ...params, processId: process.pid });
    if (isShutDown) await connection.sendRequest('shutdown');
    const ended = exitCode(server);
    connection.end();
    assert.equal(await ended, isShutDown ? 0 : 1);
  }
});

const sound = 'Content-Length: 2\r\n\r\n{}';
for (const [header, reason] of [
  ['Content-Length: abc\r\n\r\n{}', /Content-Length: expected a number of bytes .*, found "abc"/],
  ['Content-Length: -5\r\n\r\n{}', /found "-5"/],
  ['Content-Length: 12x\r\n\r\n{}', /found "12x"/],
  ['Content-Length: 99999999999\r\n\r\n{}', /up to \d+, found "9+"/],
  ['Content-Length:\r\n\r\n{}', /found ""/],
  ['Content-Type: x\r\n\r\n{}', /expected a header Content-Length, found none/],
  ['Content-Length: 2\n\n{}', /expected a header .*, found "Content-Length: 2"/],
  ['{"jsonrpc":"2.0"}', /expected a header .*, found "{"/],
  [`Content-Type: ${'x'.repeat(5000)}`, /less than 4096 bytes/],
  ['a\u001b[31m\n::error::', /found "a·\[31m"/],
] as const) {
  test(`a malformed header ends the server with a reason: ${JSON.stringify(header.slice(0, 30))}`, async (t) => {
    const server = spawn(process.execPath, [program, '--stdio'], { stdio: 'pipe' });
    t.after(() => server.kill());
    const ended = exitCode(server);
    // In two pieces, behind a message that is well framed.
    server.stdin.write(sound + header.slice(0, 3));
    server.stdin.write(header.slice(3));
    const said = text(server.stderr);
    assert.equal(await ended, 1);
    assert.match(await said, /^disclosure-report: [^\n]*\n$/);
    assert.match(await said, reason);
  });
}

test('a client that no longer listens ends the server, and no trace is left', async (t) => {
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: 'pipe' });
  t.after(() => server.kill());
  const said = server.stderr.setEncoding('utf8').toArray();
  server.stdout.destroy();
  await new StreamMessageWriter(server.stdin).write(initialize);
  assert.equal(await exitCode(server), 1);
  assert.deepEqual(await said, []);
});

for (const [args, reason] of [
  [['--socket=abc'], '--socket: expected a port from 1 to 65535, found "abc"'],
  [['--socket'], '--socket: expected a port from 1 to 65535, found ""'],
  [['--socket', '1'], '--socket: connect ECONNREFUSED 127.0.0.1:1'],
  [['--pipe'], '--pipe: expected the name of a pipe, found none'],
  [['--node-ipc'], '--node-ipc: there is no channel to a parent process'],
] as const) {
  test(`nobody to serve: ${args.join(' ')}`, () => {
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.equal(stderr, `disclosure-report: ${reason}\n`);
  });
}

test('what is asked before `initialize` is refused with the protocol’s number', async (t) => {
  const server = start(t, ['--stdio']);
  const connection = talkOverStdio(t, server);
  for (const method of ['textDocument/hover', 'shutdown'])
    await assert.rejects(
      connection.sendRequest(method, method === 'shutdown' ? undefined : {}),
      ({ code }: { code: number }) => code === -32002,
    );
  await visit(connection, server);
});

test('the death of the client’s process ends the server', async (t) => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const server = start(t, ['--stdio']);
  await talkOverStdio(t, server).sendRequest('initialize', { ...params, processId: dead });
  assert.equal(await exitCode(server), 1);
});
