/** A report written as a Word document reads as the report that it was written from. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { sampleDocuments } from '../../scripts/sample-documents.ts';
import { extractFrom } from '../../server/src/cli/extract/extracted.ts';
import { type PublishedKind, publishReport } from '../../server/src/publishReport.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { read, sound } from './support/word.ts';

const samples = join(import.meta.dirname, '..', '..', 'samples');

async function publish(text: string, kind: PublishedKind = 'docx'): Promise<Uint8Array> {
  const published = await publishReport(text, kind);
  assert.ok(published instanceof Uint8Array, JSON.stringify(published));
  return published;
}

const partIn = (bytes: Uint8Array, name: string): string =>
  Buffer.from(unzipSync(bytes)[name] ?? []).toString('utf8');

/** What `extract` prints, but for the places of headings. */
function extracted(text: string): unknown {
  const { sections, ...facts } = extractFrom('', analyze(text, { assumeReport: true }));
  return { ...facts, sections: sections.map(({ range: _, ...section }) => section) };
}

describe('extract says the same of what was written of', () => {
  for (const name of readdirSync(samples).filter((each) => /\.(?:txt|md)$/.test(each))) {
    test(name, async () => {
      const text = readFileSync(join(samples, name), 'utf8');
      for (const kind of ['docx', 'html'] as const) {
        const document = await read(await publish(text, kind), `report.${kind}`);
        assert.deepEqual(extracted(document.text), extracted(text));
      }
    });
  }
});

test('what npm run samples makes is what is there', async () => {
  for (const [name, bytes] of await sampleDocuments())
    assert.ok(readFileSync(join(samples, '..', name)).equals(bytes), `${name}: npm run samples`);
});

test('a sound report is sound, with every paragraph it had', async () => {
  const { text } = await read(await publish(sound));
  const paragraphs = (whole: string): string[] =>
    whole.split('\n').filter((line) => line !== '' && !line.includes('\t'));
  assert.deepEqual(analyze(text).findings, []);
  assert.deepEqual(paragraphs(text), paragraphs(sound));
});

test('marks of stress go, stars that are words stay', async () => {
  const heading = '一、总体情况\n';
  const words = '联系人李**、王**，电话138****1234、139****5678。';
  const { text } = await read(await publish(sound.replace(heading, `${heading}\n**要点**：${words}\n`)));
  assert.ok(text.includes(`\n要点：${words}\n`));
});

test('page, type and tables are those of a published report', async () => {
  const bytes = await publish(sound);
  const document = partIn(bytes, 'word/document.xml');
  assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/);
  assert.match(document, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  assert.match(document, /w:eastAsia="方正小标宋简体".{0,60}<w:sz w:val="44"\/>/);
  assert.match(document, /w:eastAsia="黑体".{0,200}一、总体情况/);
  assert.equal(document.match(/<w:tblHeader\/>/g)?.length, 6);
  assert.equal(document.match(/<w:cantSplit\/>/g)?.length, document.match(/<w:tr>/g)?.length);
  assert.match(document, /<w:vMerge w:val="restart"\/>.{0,300}三、本年度办理结果/);
  assert.match(partIn(bytes, 'word/settings.xml'), /evenAndOddHeaders/);
});

test('a web page has headings, and tables whose heads say what they head', async () => {
  const page = Buffer.from(await publish(sound, 'html')).toString('utf8');
  assert.match(page, /<h1>.*年度报告<\/h1>/);
  assert.match(
    page,
    /<h2>二、主动公开政府信息情况<\/h2>\n<table border="1">\n<caption>主动公开政府信息情况<\/caption>/,
  );
  assert.match(page, /<th scope="colgroup" colspan="5">法人或其他组织<\/th>/);
  assert.match(
    page,
    /<th scope="rowgroup" rowspan="8">（三）不予公开<\/th><th scope="row">1\.属于国家秘密<\/th><td>\d+<\/td>/,
  );
  assert.doesNotMatch(page, /style=|class=|<script|<font/);
});

test('a faulty report is written with its faults, neither mended nor hidden', async () => {
  const faulty = sound.replace('行政许可\t1486', '行政许可\t见附件').replace('行政处罚\t273', '行政处罚\t/');
  const { text } = await read(await publish(faulty));
  assert.deepEqual(extracted(text), extracted(faulty));
  assert.match(text, /行政许可\t见附件/);
});

test('a table that cannot be laid out is said to be, and nothing is written', async () => {
  const html = sound.replace(/^规章\t.*$/m, '<table><tr><td>规章</td><td>0</td></tr></table>');
  assert.deepEqual(await publishReport(html, 'docx'), { key: 'export.layout', args: {} });
});
