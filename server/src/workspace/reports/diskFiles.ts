/** Reports on the disk of the machine that the server runs on; found and read as the command line does. */
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Collection, walkFolder } from '../../files/collect.ts';
import { decode } from '../../files/encoding.ts';
import { isTextName, LARGEST_UNKNOWN, locationOf } from '../../files/paths.ts';
import { locationOfUri, type ReportFiles } from './reportFiles.ts';

/** So long may the server be busy with walking before it looks for messages. */
const SLICE = 5;

export const diskFiles: ReportFiles = {
  serves: (uri) => uri.startsWith('file:'),

  async find(folder, root) {
    const collection = new Collection();
    let since = performance.now();
    for (const _step of walkFolder(fileURLToPath(folder), collection, fileURLToPath(root))) {
      if (performance.now() - since < SLICE) continue;
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    const texts = [...collection.candidates.values()].filter(({ path }) => isTextName(path));
    const found = [...texts, ...collection.plans.values()];
    return found.map(({ path }) => pathToFileURL(path).href);
  },

  async read(uri) {
    try {
      const path = fileURLToPath(uri);
      if ((await stat(path)).size > LARGEST_UNKNOWN) return null;
      return decode(await readFile(path)).text;
    } catch {
      // Gone, forbidden or no text: nothing is known of it.
      return null;
    }
  },

  locate(uri) {
    try {
      return locationOfUri(pathToFileURL(locationOf(fileURLToPath(uri))).href);
    } catch {
      // No path of this machine.
      return locationOfUri(uri);
    }
  },
};
