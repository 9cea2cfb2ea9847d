/** Every text is there in both languages, with the same placeholders, and every text that is asked for exists. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hasText, translate } from '../../server/src/l10n.ts';
import { forms } from '../../server/src/report/form/index.ts';
import type { Message } from '../../server/src/report/model/index.ts';
import { ruleDescriptions } from '../../server/src/report/rules/index.ts';

const root = join(import.meta.dirname, '..', '..');

type Texts = Readonly<Record<string, string>>;

const pairs: readonly (readonly [english: string, chinese: string])[] = [
  ['package.nls.json', 'package.nls.zh-cn.json'],
  ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.zh-cn.json'],
  ...readdirSync(join(root, 'l10n/en')).map((name) => [`l10n/en/${name}`, `l10n/zh-cn/${name}`] as const),
];

for (const [english, chinese] of pairs) {
  test(`${english} and ${chinese} have the same texts`, () => {
    const [en, zh] = [readTexts(english), readTexts(chinese)];
    assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      assert.deepEqual(placeholders(zh[key] ?? ''), placeholders(text), key);
      assert.notEqual((zh[key] ?? '').trim(), '', key);
      assert.notEqual(text.trim(), '', key);
    }
  });
}

test('both languages have the same files', () => {
  assert.deepEqual(readdirSync(join(root, 'l10n/zh-cn')).sort(), readdirSync(join(root, 'l10n/en')).sort());
});

test('every rule has a name of its own, which a Chinese reader sees in front of its id', () => {
  for (const locale of ['en', 'zh-cn']) {
    const texts = readTexts(`l10n/${locale}/rules.json`);
    const names = ruleDescriptions.map(({ id }) => texts[`rule.${id}.name`]);
    assert.ok(names.every((name) => name !== undefined && name !== ''));
    assert.deepEqual(repeated(names as string[]), []);
  }
  const idle: Message = { key: 'finding.unused-suppression', args: { rule: 'row-total' } };
  assert.match(translate(idle, 'zh-cn'), /行合计不平（row-total）/);
  assert.match(translate(idle, 'en'), / row-total /);
  assert.match(translate({ ...idle, args: { rule: 'no-rule' } }, 'zh-cn'), / no-rule /);
});

test('a key stands in one catalogue only', () => {
  const keys = readdirSync(join(root, 'l10n/en')).flatMap((name) =>
    Object.keys(readTexts(`l10n/en/${name}`)),
  );
  assert.deepEqual(repeated(keys), []);
});

test('package.json asks for texts that exist, and for all of them', () => {
  const asked = [...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]!);
  assert.deepEqual([...new Set(asked)].sort(), Object.keys(readTexts('package.nls.json')).sort());
});

test('the client asks for texts that are in its bundle, and for all of them', () => {
  const asked = sourcesOf('client/src').flatMap((file) =>
    [...read(file).matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1]!),
  );
  assert.deepEqual([...new Set(asked)].sort(), Object.keys(readTexts('l10n/bundle.l10n.json')).sort());
});

test('an English text of the bundle is its own key', () => {
  for (const [key, text] of Object.entries(readTexts('l10n/bundle.l10n.json'))) assert.equal(text, key);
});

test('every section and table of the forms is spoken of', () => {
  const keys = forms.flatMap(({ sections, tables }) => [
    ...sections.map(({ id }) => `section.${id}`),
    ...tables.map(({ id }) => `symbol.table.${id}`),
  ]);
  for (const key of keys) assert.ok(hasText(key), key);
});

test('every reason to refuse a file, and everything an account speaks of, has its words', () => {
  const words = (file: string, type: string): string[] => {
    const [, union = ''] = new RegExp(`export type ${type} =([^;]*);`).exec(read(file)) ?? [];
    return [...union.matchAll(/'(\w+)'/g)].map((match) => match[1]!);
  };
  const keys = [
    ...words('server/src/formats/error.ts', 'RefusalReason').map((reason) => `format.refused.${reason}`),
    ...words('server/src/formats/model.ts', 'AccountKind').map((kind) => `format.account.${kind}`),
  ];
  assert.ok(keys.length > 50);
  assert.deepEqual(
    keys.filter((key) => !hasText(key)),
    [],
  );
});

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function readTexts(file: string): Texts {
  return JSON.parse(read(file)) as Texts;
}

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[|}]/g)].map((match) => match[1]!))].sort();
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
