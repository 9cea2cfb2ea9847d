/** Editor and command line report the same findings: the server over stdio against `check --format json`. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  DidChangeWorkspaceFoldersNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { root, run } from './support.ts';

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];
const real = join(root, '../shared/reports');
const skip = !existsSync(real) && 'the real reports (../shared/reports) are not there';

const server = spawn(process.execPath, [join(root, 'server/src/entry/node.ts'), '--stdio'], {
  stdio: ['pipe', 'pipe', 'ignore'],
});
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);

before(async () => {
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    locale: 'en',
    capabilities: { textDocument: { diagnostic: { relatedInformation: true } } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
});

after(async () => {
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  connection.dispose();
});

async function findingsInEditor(uri: string, text: string): Promise<unknown[]> {
  const textDocument = { uri, languageId: 'disclosure-report', version: 1, text };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  assert.equal(report.kind, 'full');
  return (report as { items: Diagnostic[] }).items.map((diagnostic) => ({
    rule: diagnostic.code,
    severity: SEVERITIES[diagnostic.severity!],
    message: diagnostic.message,
    range: diagnostic.range,
    related: (diagnostic.relatedInformation ?? []).map(({ message, location }) => ({
      message,
      range: location.range,
      ...(location.uri !== uri && { file: fileURLToPath(location.uri) }),
    })),
  }));
}

/** Findings by file. Each file is named, so that it is taken as a report as it is in the editor. */
function findingsOnCommandLine(files: readonly string[]): Map<string, unknown[]> {
  const byFile = new Map<string, unknown[]>(files.map((file) => [file, []]));
  const findings = JSON.parse(run(['check', ...files, '--format', 'json', '--fail-on', 'never']).out);
  for (const { file, fixes: _fixes, ...rest } of findings)
    byFile.set(file, [...(byFile.get(file) ?? []), rest]);
  return byFile;
}

async function compareFolder(folder: string): Promise<void> {
  const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
  const onCommandLine = findingsOnCommandLine(names.map((name) => join(folder, name)));
  for (const [file, findings] of onCommandLine) {
    assert.deepEqual(findings, await findingsInEditor(`untitled:${file}`, readFileSync(file, 'utf8')), file);
  }
}

test('editor and command line report the same findings in the samples', () =>
  compareFolder(join(root, 'samples')));

test('editor and command line report the same findings in real reports', { skip }, () => compareFolder(real));

test('and in real fragments', { skip }, () => compareFolder(join(real, 'fragments')));

test('and in reports that are held against each other', async () => {
  const folder = join(root, 'samples/青禾县');
  const added = [{ uri: pathToFileURL(folder).href, name: 'county' }];
  await connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added, removed: [] },
  });
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const onCommandLine = findingsOnCommandLine([folder]);
  assert.equal([...onCommandLine.values()].flat().length, 3);
  for (const name of names) {
    const file = join(folder, name);
    const expected = onCommandLine.get(file) ?? [];
    // The folder is read in the background: what is found of it comes a little later.
    for (let patience = 100; patience > 0; patience--) {
      const found = await findingsInEditor(pathToFileURL(file).href, readFileSync(file, 'utf8'));
      if (found.length === expected.length) break;
      await setTimeout(20);
    }
    const uri = pathToFileURL(file).href;
    assert.deepEqual(await findingsInEditor(uri, readFileSync(file, 'utf8')), expected, name);
  }
});
