/** Automatic numbers, which stand in no paragraph's text, are read as Word shows them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { paragraph, read, run, TRANSITIONAL, wordOf } from './support/word.ts';

interface LevelParts {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  readonly more?: string;
}

const level = ({ format, text, start = 1, more = '' }: LevelParts, index = 0): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, levels: readonly LevelParts[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map(level).join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (id: number, ilvl = 0, text = '文'): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`);

async function linesOf(numbering: string, body: string, styles = ''): Promise<readonly string[]> {
  const parts = {
    numbering: `<w:numbering xmlns:w="${TRANSITIONAL}">${numbering}</w:numbering>`,
    styles: `<w:styles xmlns:w="${TRANSITIONAL}">${styles}</w:styles>`,
  };
  const { text } = await read(wordOf(body, { parts }));
  return text.trimEnd().split('\n');
}

describe('numbers are written in', () => {
  const formats: Readonly<Record<string, readonly [value: number, written: string][]>> = {
    chineseCounting: [
      [1, '一'],
      [10, '十'],
      [12, '十二'],
      [20, '二十'],
      [35, '三十五'],
    ],
    chineseCountingThousand: [
      [1, '一'],
      [10, '十'],
      [101, '一百零一'],
      [110, '一百一十'],
      [2020, '二千零二十'],
    ],
    ideographDigital: [
      [1, '一'],
      [10, '一〇'],
      [21, '二一'],
    ],
    japaneseCounting: [
      [3, '三'],
      [11, '十一'],
    ],
    taiwaneseCountingThousand: [[19, '十九']],
    chineseLegalSimplified: [
      [3, '叁'],
      [12, '壹拾贰'],
    ],
    decimal: [[7, '7']],
    decimalZero: [
      [7, '07'],
      [12, '12'],
    ],
    decimalFullWidth: [[12, '１２']],
    decimalEnclosedCircle: [
      [1, '①'],
      [20, '⑳'],
      [21, '㉑'],
      [36, '㊱'],
    ],
    decimalEnclosedCircleChinese: [[3, '③']],
    decimalEnclosedParen: [[2, '⑵']],
    decimalEnclosedFullstop: [[2, '⒉']],
    ideographEnclosedCircle: [[1, '㊀']],
    ideographTraditional: [
      [1, '甲'],
      [10, '癸'],
    ],
    ideographZodiac: [[12, '亥']],
    upperRoman: [
      [4, 'IV'],
      [9, 'IX'],
    ],
    lowerRoman: [[14, 'xiv']],
    upperLetter: [
      [1, 'A'],
      [27, 'AA'],
      [28, 'BB'],
    ],
    lowerLetter: [[26, 'z']],
  };
  for (const [format, samples] of Object.entries(formats)) {
    test(format, async () => {
      for (const [start, written] of samples) {
        const numbering = definition(1, [{ format, text: '（%1）', start }]) + list(1, 1);
        assert.deepEqual(await linesOf(numbering, item(1)), [`（${written}）文`]);
      }
    });
  }
});

test('headings of a report whose numbers are automatic', async () => {
  const numbering =
    definition(1, [
      { format: 'chineseCounting', text: '%1、' },
      { format: 'chineseCounting', text: '（%2）' },
      { format: 'decimal', text: '%3.' },
    ]) + list(1, 1);
  const body = [item(1), item(1, 1), item(1, 1), item(1, 2), item(1), item(1, 1), item(1, 2)].join('');
  assert.deepEqual(await linesOf(numbering, body), [
    '一、文',
    '（一）文',
    '（二）文',
    '1.文',
    '二、文',
    '（一）文',
    '1.文',
  ]);
});

test('a number of several levels, in figures where it says so', async () => {
  const numbering =
    definition(1, [
      { format: 'chineseCounting', text: '第%1章' },
      { format: 'decimal', text: '%1.%2', more: '<w:isLgl/>' },
      { format: 'decimal', text: '%1.%2.%3', more: '<w:suff w:val="nothing"/>' },
    ]) + list(1, 1);
  const body = [item(1), item(1, 1), item(1, 2), item(1, 1)].join('');
  assert.deepEqual(await linesOf(numbering, body), ['第一章 文', '1.1 文', '一.1.1文', '1.2 文']);
});

test('two lists of one definition go on counting, unless one says where it begins', async () => {
  const numbering =
    definition(1, [{ format: 'decimal', text: '%1、' }]) +
    list(1, 1) +
    list(2, 1) +
    list(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
  const body = [item(1), item(2), item(3), item(3), item(1)].join('');
  assert.deepEqual(await linesOf(numbering, body), ['1、文', '2、文', '1、文', '2、文', '3、文']);
});

test('a level of a list in place of the definition’s', async () => {
  const own = level({ format: 'upperLetter', text: '%1)' });
  const numbering =
    definition(1, [{ format: 'decimal', text: '%1、' }]) +
    list(1, 1, `<w:lvlOverride w:ilvl="0">${own}</w:lvlOverride>`);
  assert.deepEqual(await linesOf(numbering, item(1)), ['A)文']);
});

test('a level that never begins anew', async () => {
  const numbering =
    definition(1, [
      { format: 'decimal', text: '%1、' },
      { format: 'decimal', text: '(%2)', more: '<w:lvlRestart w:val="0"/>' },
    ]) + list(1, 1);
  const body = [item(1), item(1, 1), item(1), item(1, 1)].join('');
  assert.deepEqual(await linesOf(numbering, body), ['1、文', '(1)文', '2、文', '(2)文']);
});

test('numbers that come from styles, also from those they are based on', async () => {
  const numbering =
    definition(1, [
      { format: 'chineseCounting', text: '%1、', more: '<w:pStyle w:val="h1"/>' },
      { format: 'chineseCounting', text: '（%2）', more: '<w:pStyle w:val="h2"/>' },
    ]) + list(4, 1);
  const numbered = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>';
  const styles = `<w:style w:type="paragraph" w:styleId="h1">${numbered}</w:style><w:style w:type="paragraph" w:styleId="h2">${numbered}</w:style><w:style w:type="paragraph" w:styleId="h1a"><w:basedOn w:val="h1"/></w:style>`;
  const styled = (id: string, more = ''): string => paragraph(run('文'), `<w:pStyle w:val="${id}"/>${more}`);
  const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
  const body = [styled('h1'), styled('h2'), styled('h1a'), styled('h1', none), styled('h2')].join('');
  assert.deepEqual(await linesOf(numbering, body, styles), [
    '一、文',
    '（一）文',
    '二、文',
    '文',
    '（一）文',
  ]);
});

test('levels that stand in the definition of a list style', async () => {
  const numbering =
    definition(1, [], '<w:numStyleLink w:val="s"/>') +
    definition(2, [{ format: 'decimal', text: '%1．' }], '<w:styleLink w:val="s"/>') +
    list(1, 1);
  assert.deepEqual(await linesOf(numbering, item(1)), ['1．文']);
});

test('bullets are no numbers, deleted paragraphs have none, unknown formats are counted as not read', async () => {
  const numbering =
    definition(1, [{ format: 'bullet', text: '●' }]) +
    definition(2, [{ format: 'hebrew1', text: '%1、' }]) +
    definition(3, [{ format: 'decimal', text: '%1、' }]) +
    list(1, 1) +
    list(2, 2) +
    list(3, 3);
  const deleted = paragraph(
    `<w:del w:id="1"><w:r><w:delText>文</w:delText></w:r></w:del>`,
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:rPr><w:del w:id="2"/></w:rPr>',
  );
  const was = paragraph(
    run('文'),
    '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:pPrChange>',
  );
  const parts = { numbering: `<w:numbering xmlns:w="${TRANSITIONAL}">${numbering}</w:numbering>` };
  const { text, account } = await read(wordOf(item(1) + item(2) + deleted + item(3) + was, { parts }));
  assert.deepEqual(text, '文\n文\n1、文\n文\n');
  assert.ok(account.some(({ kind, count, isRead }) => kind === 'unknownNumbers' && count === 1 && !isRead));
});
