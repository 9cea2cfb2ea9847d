/** One word, one thing: names that two files of the server share are counted, and may only become fewer. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

const server = join(import.meta.dirname, '..', '..', 'server', 'src');
const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

/** What each name stands for more than once. */
function shared(named: Iterable<readonly [name: string, file: string]>): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const [name, file] of named) all.set(name, (all.get(name) ?? new Set()).add(file));
  return new Map([...all].filter(([, where]) => where.size > 1));
}

function list(names: ReadonlyMap<string, ReadonlySet<string>>): string {
  return [...names].map(([name, where]) => `${name}: ${[...where].join(', ')}`).join('\n');
}

/** Functions are lowered as names go; the aim is twenty. */
const MOST_FILE_NAMES = 0;
const MOST_FUNCTION_NAMES = 80;

test('no two files of the server have one name, but for index.ts', () => {
  const names = shared(files.map((file) => [basename(file), file] as const));
  names.delete('index.ts');
  assert.ok(names.size <= MOST_FILE_NAMES, `${names.size} file names stand twice:\n${list(names)}`);
});

test('few functions of the server have the name of one in another file', () => {
  const names = shared(
    files.flatMap((file) => {
      const text = readFileSync(join(server, file), 'utf8');
      return [...text.matchAll(/^(?:export )?(?:async )?function\*? (\w+)/gm)].map(
        (found) => [found[1]!, file] as const,
      );
    }),
  );
  assert.ok(names.size <= MOST_FUNCTION_NAMES, `${names.size} function names stand twice:\n${list(names)}`);
});
