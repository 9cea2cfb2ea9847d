/** Walks a folder and reads its files, many at once, and does nothing with them: the least that `check` must do. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const MANY = 32;
const folder = process.argv[2]!;
const names = readdirSync(folder);

async function readSome(): Promise<number> {
  let characters = 0;
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    characters += (await readFile(join(folder, name), 'utf8')).length;
  }
  return characters;
}

Promise.all(Array.from({ length: MANY }, readSome)).then((counts) => {
  console.log(counts.reduce((sum, count) => sum + count, 0));
});
