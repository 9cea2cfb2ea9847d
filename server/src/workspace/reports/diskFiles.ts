/** Reports on the disk of the machine that the server runs on; found and read as the command line does. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Collection, walkFolder } from '../../files/collect.ts';
import { isDocumentName, locationOf } from '../../files/paths.ts';
import { readDocument } from '../../files/readDocument.ts';
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
    const found = [...collection.candidates.values(), ...collection.plans.values()];
    return found.map(({ path }) => pathToFileURL(path).href);
  },

  async read(uri) {
    try {
      const path = fileURLToPath(uri);
      // Of a document that its name says to be a report all is read; a text that is larger than any is none.
      const reading = await readDocument({ path, shown: path, isCertain: isDocumentName(path) });
      return reading !== null && 'document' in reading ? reading.document.text : null;
    } catch {
      // No path of this machine: nothing is known of it.
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
