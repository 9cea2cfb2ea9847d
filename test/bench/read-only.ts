/** Finds and reads the files of a folder as `check` does, and does nothing with them. */
import { collectFiles } from '../../server/src/files/collect.ts';
import { readDocument } from '../../server/src/files/readDocument.ts';

let characters = 0;
for (const candidate of collectFiles(process.argv.slice(2)).candidates) {
  const reading = readDocument(candidate);
  if (reading && 'document' in reading) characters += reading.document.content.text.length;
}
console.log(characters);
