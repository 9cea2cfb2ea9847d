/** Finds and reads the files of a folder as `check` does, and has a Markdown parser read each. */
import MarkdownIt from 'markdown-it';
import { collectFiles } from '../../server/src/files/collect.ts';
import { readDocument } from '../../server/src/files/readDocument.ts';

const markdown = new MarkdownIt();
let tokens = 0;
for (const candidate of collectFiles(process.argv.slice(2)).candidates) {
  const reading = await readDocument(candidate);
  if (reading && 'document' in reading) tokens += markdown.parse(reading.document.text, {}).length;
}
console.log(tokens);
