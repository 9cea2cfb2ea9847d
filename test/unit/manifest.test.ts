/** What package.json promises agrees with the code. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { plainNotice } from '../../client/src/plainNotice.ts';
import { hasReportName, languageId, looksLikeReport } from '../../client/src/recognition.ts';
import { ruleDescriptions } from '../../server/src/report/rules/index.ts';
import { defaultSetting } from '../../server/src/report/rules/rule.ts';
import { hasReportName as isReportByName } from '../../server/src/workspace/recognition.ts';

const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { contributes } = manifest;
const setting = contributes.configuration.properties['disclosureReport.rules'];

test('every rule can be set, and its default is the one the setting shows', () => {
  for (const rule of ruleDescriptions)
    assert.equal(setting.properties[rule.id]?.default, defaultSetting(rule), rule.id);
});

test('a rule can be set to every severity, and off', () => {
  for (const [id, { enum: values }] of Object.entries<{ enum: string[] }>(setting.properties)) {
    assert.deepEqual(values, ['error', 'warning', 'information', 'hint', 'off'], id);
  }
});

test("the setting's page offers the rules and their severities to choose from", () => {
  // VS Code shows an object as a table only if it can tell what each of its values is.
  assert.equal(setting.additionalProperties, false);
  for (const [id, { type, description }] of Object.entries<Record<string, string>>(setting.properties)) {
    assert.deepEqual([type, typeof description], ['string', 'string'], id);
  }
});

test('every file that is named is there', () => {
  const [language] = contributes.languages;
  const named = [
    manifest.icon,
    language.configuration,
    ...contributes.jsonValidation.map(({ url }: { url: string }) => url),
    ...contributes.grammars.map(({ path }: { path: string }) => path),
  ];
  const missing = named.filter((file) => !existsSync(join(root, file)));
  assert.deepEqual(missing, []);
});

test('every command is registered by the client', () => {
  const sources = [
    'extension.ts',
    'commands/explainRule.ts',
    'commands/fixAll.ts',
    'commands/showChanges.ts',
    'table/reportTables.ts',
  ].map((file) => readFileSync(join(root, 'client/src', file), 'utf8'));
  const registered = [...sources.join('').matchAll(/registerCommand\('([\w.]+)'/g)].map((match) => match[1]);
  const contributed = contributes.commands.map(({ command }: { command: string }) => command);
  assert.deepEqual(registered.sort(), contributed.sort());
});

test('the language has the id the client asks for', () => {
  assert.equal(contributes.languages[0].id, languageId);
});

test('files are recognised by their names', () => {
  const names = [
    '溪口镇2025年政府信息公开工作年度报告.txt',
    '政府信息公开年度报告（定稿）.md',
    'a.disclosure.md',
  ];
  for (const name of names) {
    assert.ok(hasReportName(`/文件/${name}`), name);
    assert.ok(isReportByName(`/文件/${name}`), name);
  }
  const others = ['年度报告.txt', '政府信息公开指南.md', 'disclosure.txt', '政府信息公开年度报告.doc'];
  const notices = [
    '关于报送2025年政府信息公开工作年度报告的通知.txt',
    '2025年政府信息公开工作年度报告编制方案.md',
    '《2025年政府信息公开工作年度报告》解读.txt',
    '关于2025年政府信息公开工作年度报告的函.txt',
  ];
  for (const name of [...others, ...notices]) {
    assert.ok(!hasReportName(`/政府信息公开年度报告/${name}`), name);
    assert.ok(!isReportByName(name), name);
  }
});

test('texts are recognised by their first lines', () => {
  assert.ok(looksLikeReport('\n\n# 溪口镇 2025 年政府信息公开工作年度报告\n'));
  assert.ok(looksLikeReport('<p>2019年溪口镇政府信息公开工作年度报告</p><p>正文</p>'));
  assert.ok(looksLikeReport('**一、总体情况**\n正文。\n## 二、主动公开政府信息情况\n'));
  assert.ok(!looksLikeReport('关于做好政府信息公开工作年度报告编制发布的通知，请各单位：\n'));
  assert.ok(!looksLikeReport('关于报送2025年政府信息公开工作年度报告的通知\n各镇：\n'));
  assert.ok(!looksLikeReport('一、总体情况\n二、经费\n'));
});

test('a notification has no link that the workspace put into it', () => {
  // What VS Code takes for a link there.
  const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
  for (const text of [
    '“[看](command:quit)”夹在表格行之间',
    'Could not be read: [a](file:///b).txt, [[c]](https://localhost)',
  ]) {
    assert.match(text, link);
    assert.doesNotMatch(plainNotice(text), link);
  }
  assert.equal(plainNotice('“[1]（注）”夹在表格行之间'), '“[1]（注）”夹在表格行之间');
});
