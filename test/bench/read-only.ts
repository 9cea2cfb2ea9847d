/** Finds and reads the files of a folder as `check` does, and does nothing with them. */
import { collectFiles } from '../../server/src/files/collect.ts';
import { readDocument } from '../../server/src/files/readDocument.ts';

let characters = 0;
for (const candidate of collectFiles(process.argv.slice(2)).candidates) {
  const reading = await readDocument(candidate);
  if (reading && 'document' in reading) characters += reading.document.text.length;
}
console.log(characters);
