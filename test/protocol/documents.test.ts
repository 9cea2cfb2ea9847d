/** Documents that are no text, over the protocol: read, written back, refused with the reason. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover } from 'vscode-languageserver-protocol';
import { analyze } from '../../server/src/report/analyze.ts';
import { bodyOf, paragraph, read, run, sound, wordOf } from '../formats/support/word.ts';
import { Client } from './client.ts';
import { EARLY, Folder, LATE, lastYear, moved, pulled, twice, until } from './reportFolder.ts';

const name = '青溪县人民政府2024年政府信息公开工作年度报告.docx';
const file = `file:///reports/${encodeURIComponent(name)}`;
const uri = `disclosure-report-document:/reports/${encodeURIComponent(name)}.disclosure.txt?${encodeURIComponent(file)}`;
const word = wordOf(bodyOf(sound));

interface DocumentText {
  readonly text: string;
  readonly isWritable: boolean;
  readonly account: readonly string[];
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const readDocument = (client: Client, bytes: Uint8Array): Promise<DocumentText> =>
  client.request('disclosureReport/readDocument', { uri, name, bytes: base64(bytes) });

const writeDocument = async (client: Client, bytes: Uint8Array, text: string): Promise<Uint8Array> => {
  const params = { uri, name, bytes: base64(bytes), text };
  const { bytes: written } = await client.request<{ bytes: string }>(
    'disclosureReport/writeDocument',
    params,
  );
  return new Uint8Array(Buffer.from(written, 'base64'));
};

test('a Word document is read: its text, that it can be written, what was read and what was not', async (t) => {
  const client = await Client.start(t, { locale: 'en' });
  const hidden = paragraph(run('隐藏', '<w:vanish/>'));
  const { text, isWritable, account } = await readDocument(client, wordOf(bodyOf(sound) + hidden));
  assert.equal(text, (await read(wordOf(bodyOf(sound) + hidden))).text);
  assert.equal(isWritable, true);
  assert.ok(account.includes('tables: 3'), account.join('; '));
  assert.ok(account.includes('hidden text: 1, not read'), account.join('; '));
});

test('what is changed in the text is written into the document', async (t) => {
  const client = await Client.start(t, { locale: 'en' });
  const { text } = await readDocument(client, word);
  const changed = text.replace('41\t6\t1\t2\t3\t4\t57', '41\t6\t1\t2\t3\t4\t75');
  assert.notEqual(changed, text);
  assert.equal((await read(await writeDocument(client, word, changed))).text, changed);
  assert.deepEqual(await writeDocument(client, word, text), word, 'no change, no other byte');
});

test('what cannot be written, or read, is refused with the reason in the client’s language', async (t) => {
  const client = await Client.start(t, { locale: 'en' });
  const { text } = await readDocument(client, word);
  await assert.rejects(writeDocument(client, word, `${text}一段\n`), /paragraph|row/);
  await assert.rejects(readDocument(client, new TextEncoder().encode('{\\rtf1 }')), /\.docx/);
  const chinese = await Client.start(t, { locale: 'zh-cn' });
  await assert.rejects(readDocument(chinese, new TextEncoder().encode('{\\rtf1 }')), /另存/);
});

test('the list of changes says what was changed since it was read, and what is still to be changed', async (t) => {
  const client = await Client.start(t, { locale: 'zh-cn' });
  const { text: was } = await readDocument(client, word);
  const now = was.replace('41\t6\t1\t2\t3\t4\t57', '41\t6\t1\t2\t3\t4\t75').replace('12月31日', '12月30日');
  await client.open(uri, now);
  const list = async (): Promise<string> =>
    (await client.request<{ text: string }>('disclosureReport/listChanges', { uri, was })).text;
  const [made, ...rest] = (await list()).split('\n');
  assert.match(made!, /已修改 2 处/);
  assert.match(rest[0]!, /^ {2}第\d+行：31 → 30$/);
  assert.match(rest[1]!, /^ {2}表三 · .* · 总计：57 → 75$/);
  assert.match(rest.join('\n'), /尚待修改 \d+ 处：\n(?: {2}.*\n)* {2}表三 · .* · 总计：75 → 57/);
  await client.change(uri, 2, { text: was });
  assert.equal(await list(), '没有需要修改的内容。\n');
});

test('a report is exported as a document that says the same, or is not and that is said', async (t) => {
  const client = await Client.start(t, { locale: 'en' });
  const text = 'untitled:report';
  await client.open(text, sound);
  const exported = async (file: string): Promise<string> => {
    const params = { uri: text, name: file };
    const { bytes } = await client.request<{ bytes: string }>('disclosureReport/exportDocument', params);
    return (await read(new Uint8Array(Buffer.from(bytes, 'base64')), file)).text;
  };
  const tables = (whole: string): unknown => analyze(whole).tables.map(({ values }) => values);
  for (const file of ['report.docx', 'report.html'])
    assert.deepEqual(tables(await exported(file)), tables(sound));
  await assert.rejects(exported('report.rtf'), /\.docx/);
  await client.change(text, 2, {
    text: sound.replace(/^规章\t.*$/m, '<table><tr><td>规章</td></tr></table>'),
  });
  await assert.rejects(exported('report.docx'), /tidy the tables first/);
});

test('hover on the title says what was read of the document', async (t) => {
  const client = await Client.start(t, { locale: 'en' });
  const { text } = await readDocument(client, word);
  await client.open(uri, text);
  const hover = await client.request<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 0, character: 2 },
  });
  assert.match(JSON.stringify(hover.contents), /Read from the document.*tables.*3/);
});

test('last year’s report may be a Word document: findings lead to its text', async (t) => {
  const early = EARLY.replace('.txt', '.docx');
  const late = LATE.replace('.txt', '.docx');
  const folder = new Folder(t, { [early]: wordOf(bodyOf(lastYear)), [late]: wordOf(bodyOf(moved)) });
  const initializationOptions = { showsDocuments: true };
  const client = await Client.start(t, { folder: folder.uri, locale: 'en', initializationOptions });
  const shown = (file: string): string =>
    `disclosure-report-document:${decodeURIComponent(new URL(folder.of(file)).pathname)}.disclosure.txt?${encodeURIComponent(folder.of(file))}`;
  await client.open(shown(late), (await read(wordOf(bodyOf(moved)))).text);
  await until(client, shown(late), twice);
  const [first] = await pulled(client, shown(late));
  const { uri: elsewhere } = first!.relatedInformation![0]!.location;
  assert.equal(decodeURIComponent(elsewhere.slice(elsewhere.indexOf('?') + 1)), folder.of(early));
  assert.ok(elsewhere.startsWith('disclosure-report-document:/'), elsewhere);
});
