/** The house keeps its floors apart, and its rooms small: the invariants of the design, by test. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const longestFile = 400;
const longestFunction = 80;
interface Source {
  readonly file: string;
  readonly text: string;
  /** What it imports: files as paths from the root, packages by name. Types count as well. */
  readonly imports: readonly string[];
}

const sources = ['client/src', 'server/src', 'scripts', 'test'].flatMap(sourcesOf);

test('client/ knows nothing of how a report is read', () => {
  forbid('client/', (path) => path.startsWith('server/'));
});

test('server/ knows nothing of the client', () => {
  forbid('server/', (path) => path.startsWith('client/') || path === 'vscode');
});

test('report/ is pure: no LSP, no VS Code, no Node, nothing of the floors above', () => {
  forbid('server/src/report/', (path) =>
    isFile(path) ? !/^(?:server\/src\/report|l10n)\//.test(path) : /^(?:vscode|node:)/.test(path),
  );
});

test('formats/ is pure, and knows of reports no more than how their text is laid out', () => {
  forbid('server/src/formats/', (path) =>
    isFile(path)
      ? !/^server\/src\/(?:formats\/|files\/(?:encoding|failure)\b|report\/(?:model|text|edit|rewrite\/(?:published|sheet)|form|outline|tables\/layouts)\b)/.test(
          path,
        )
      : /^(?:vscode|node:)/.test(path),
  );
});

/** The rooms and files of report/, each above those before it: the way of the data. */
const rooms = [
  'text',
  'form',
  'bodies',
  'model',
  'edit',
  'tables/layouts',
  'suppression/writeSuppressions.ts',
  'suppression/readSuppressions.ts',
  'outline',
  'tables/binding',
  'tables/repair',
  'others',
  'prose',
  'rewrite',
  'draft.ts',
  'rules',
  'suppression/unused.ts',
  'gate.ts',
  'findings.ts',
  'analyze.ts',
  'checkedDraft.ts',
];

test('the rooms of report/ stand upon each other: each takes from those below, types included', () => {
  const floor = 'server/src/report/';
  const roomOf = (path: string): number => {
    const inside = path.slice(floor.length);
    return rooms.findIndex((room) => inside === room || inside.startsWith(`${room}/`));
  };
  const own = sources.filter(({ file, imports }) => file.startsWith(floor) && imports.length > 0);
  const offences = own.flatMap(({ file, imports }) =>
    imports
      .filter((path) => path.startsWith(floor) && !(roomOf(path) >= 0 && roomOf(path) <= roomOf(file)))
      .map((path) => `${file} imports ${path}`),
  );
  assert.ok(own.length > 80);
  assert.deepEqual(offences, []);
});

test('no file imports itself by way of others, types included', () => {
  const shipped = sources.filter(({ file }) => /^(?:client|server)\//.test(file));
  const importsOf = new Map(shipped.map(({ file, imports }) => [file, imports]));
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): string | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file].join(' → ');
    if (done.has(file)) return null;
    for (const next of importsOf.get(file) ?? []) {
      const cycle = walk(next, [...way, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  assert.ok(shipped.length > 200);
  assert.deepEqual(
    shipped.map(({ file }) => walk(file, [])).filter((cycle) => cycle !== null),
    [],
  );
});

test('lsp/features/ parses no text', () => {
  forbid('server/src/lsp/features/', (path) =>
    /^server\/src\/report\/(?:tables\/layouts|tables\/binding|outline)\//.test(path),
  );
  const readers = sources.filter(
    ({ file, text }) =>
      file.startsWith('server/src/lsp/features/') &&
      /\.(?:exec|test|match|matchAll|search)\(/.test(withoutComments(text)),
  );
  assert.deepEqual(
    readers.map(({ file }) => file),
    [],
  );
});

test('only lsp/toProtocol.ts makes LSP ranges', () => {
  const makers = sources.filter(
    ({ file, text }) =>
      file.startsWith('server/src/') &&
      /\b(?:Range|Position)\.create\(|\bcharacter: (?!number)/.test(withoutComments(text)),
  );
  const strangers = makers.filter(
    ({ file }) =>
      !/\/(?:lsp\/toProtocol|report\/text\/\w+|report\/others\/plan\/json)\.ts$|\/(?:cli|files)\//.test(file),
  );
  assert.deepEqual(
    strangers.map(({ file }) => file),
    [],
  );
});

test('nothing that ships opens a connection or tells anybody anything', () => {
  const opening =
    /\bfetch\(|\b(?:node:)?(?:net|http2?|https|dgram|tls|dns)'|XMLHttpRequest|WebSocket|sendBeacon|[tT]elemetry/;
  const talkers = sources.filter(
    ({ file, text }) => /^(?:client|server)\//.test(file) && opening.test(withoutComments(text)),
  );
  assert.deepEqual(
    talkers.map(({ file }) => file),
    [],
  );
});

test(`no file is longer than ${longestFile} lines`, () => {
  const long = sources.filter(({ file, text }) => !isData(file) && lineCount(text) > longestFile);
  assert.deepEqual(
    long.map(({ file, text }) => `${file}: ${lineCount(text)}`),
    [],
  );
});

test(`no function is longer than ${longestFunction} lines`, () => {
  const long = sources.flatMap(({ file, text }) =>
    isData(file)
      ? []
      : functionLengths(text)
          .filter(({ lines }) => lines > longestFunction)
          .map((each) => ({ file, ...each })),
  );
  assert.deepEqual(long, []);
});

function forbid(folder: string, isForbidden: (path: string) => boolean): void {
  const offences = sources
    .filter(({ file }) => file.startsWith(folder))
    .flatMap(({ file, imports }) => imports.filter(isForbidden).map((path) => `${file} imports ${path}`));
  assert.deepEqual(offences, []);
}

/** Tables of data may be as long as they are. */
function isData(file: string): boolean {
  return file.startsWith('server/src/report/form/');
}

function isFile(path: string): boolean {
  return path.includes('.ts') || path.includes('.json');
}

function sourcesOf(folder: string): readonly Source[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?ts$/.test(name) && !name.includes('node_modules'))
    .map((name) => readSource(join(root, folder, name)));
}

function readSource(path: string): Source {
  const file = relative(root, path).split(sep).join('/');
  const text = readFileSync(path, 'utf8');
  const specifiers = [...text.matchAll(/(?:\bfrom|^import|\bimport\()\s*'([^']+)'/gm)].map(
    (match) => match[1]!,
  );
  return {
    file,
    text,
    imports: specifiers.map((specifier) => resolve(file, specifier)),
  };
}

function resolve(importer: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(importer), specifier)) : specifier;
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

/**
 * Functions and methods by the layout the formatter gives them: from the line that opens one to the line with
 * the closing brace at the same indent.
 */
function functionLengths(text: string): readonly { readonly line: number; readonly lines: number }[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const indent = /^(\s*)\S.*(?:=>|\)(?:: [^=]+)?) \{$/.exec(line)?.[1];
    if (indent === undefined || /^\s*(?:describe|suite)\(/.test(line)) return [];
    const length = lines.slice(start + 1).findIndex((each) => each.startsWith(`${indent}}`)) + 2;
    return [{ line: start + 1, lines: length }];
  });
}
