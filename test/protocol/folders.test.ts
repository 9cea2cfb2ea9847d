/** Folders and links of a workspace: renamed, moved, restored; each file is one report by whichever name. */
import assert from 'node:assert/strict';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from './client.ts';
import {
  changed,
  EARLY,
  Folder,
  LATE,
  lastYear,
  moved,
  movedLastYear,
  pulled,
  rulesOf,
  twice,
  until,
} from './reportFolder.ts';

test('a folder that is renamed, moved out and restored takes its reports with it, though nothing is told of them', async (t) => {
  const folder = new Folder(t, { [`old/deep/${EARLY}`]: lastYear });
  const elsewhere = new Folder(t, {});
  const client = await Client.start(t, { folder: folder.uri });
  const late = folder.of(LATE);
  const isFound = async (rules: readonly string[]): Promise<void> => {
    await client.expect('workspace/diagnostic/refresh');
    assert.deepEqual(await rulesOf(client, late), rules);
  };
  const refers = async (): Promise<string> =>
    fileURLToPath((await pulled(client, late))[0]!.relatedInformation![0]!.location.uri);
  await client.open(late, moved);
  await until(client, late, twice);
  // Moved out, then back under another name.
  renameSync(join(folder.path, 'old'), join(elsewhere.path, 'old'));
  await changed(client, folder.of('old'), 3);
  await isFound([]);
  renameSync(join(elsewhere.path, 'old'), join(folder.path, '2024.txt'));
  await changed(client, folder.of('2024.txt'), 1);
  await isFound(twice);
  assert.equal(await refers(), join(folder.path, '2024.txt', 'deep', EARLY));
  // Renamed: some clients watch no files and tell of their own renaming only.
  renameSync(join(folder.path, '2024.txt'), join(folder.path, 'new'));
  const files = [{ oldUri: folder.of('2024.txt'), newUri: folder.of('new') }];
  await client.notify('workspace/didRenameFiles', { files });
  await isFound(twice);
  assert.equal(await refers(), join(folder.path, 'new', 'deep', EARLY));
  // Both tell of the same: nothing new.
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [
      { uri: folder.of('2024.txt'), type: 3 },
      { uri: folder.of('new'), type: 1 },
    ],
  });
  // What nobody reads when the folder is opened is not read when it appears.
  for (const hidden of ['node_modules/x', '.trash']) folder.write(`${hidden}/${LATE}`, movedLastYear);
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: ['node_modules', 'node_modules/x', '.trash'].map((name) => ({ uri: folder.of(name), type: 1 })),
  });
  rmSync(join(folder.path, 'new', 'deep', EARLY));
  await changed(client, folder.of('new/deep'), 1);
  await isFound([]);
  await client.stop();
});

test('a link is the file that it points to, and none that leads out of the folder is followed', async (t) => {
  const outside = new Folder(t, { [EARLY]: lastYear });
  const folder = new Folder(t, {});
  symlinkSync(join(outside.path, EARLY), join(folder.path, EARLY));
  const client = await Client.start(t, { folder: folder.uri });
  const late = folder.of(LATE);
  await client.open(late, moved);
  await until(client, late, []);
  // A report and a link to it are one report, also while one of them is edited.
  folder.write(`2024/${EARLY}`, lastYear);
  rmSync(join(folder.path, EARLY));
  symlinkSync(join('2024', EARLY), join(folder.path, EARLY));
  await changed(client, folder.of(EARLY), 1);
  await client.expect('workspace/diagnostic/refresh');
  await client.open(folder.of(EARLY), movedLastYear);
  await client.expect('workspace/diagnostic/refresh');
  assert.deepEqual(await rulesOf(client, late), []);
  await client.stop();
});
