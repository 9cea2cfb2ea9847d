/** Saved web pages: what is read of them, and what is not. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeGb18030 } from '../../server/src/files/gb18030.ts';
import { FormatError } from '../../server/src/formats/error.ts';
import type { AccountKind, OpenDocument } from '../../server/src/formats/model.ts';
import { open } from '../../server/src/formats/open.ts';
import { sound } from '../unit/support/report.ts';
import { contentOf, type PageStyle, pageOf, stated } from './support/pages.ts';

const NAME = '年度报告.html';
const read = (page: string | Uint8Array): Promise<OpenDocument> =>
  open(typeof page === 'string' ? new TextEncoder().encode(page) : page, NAME);

const wanted = stated(sound);
const content = contentOf(sound);
const TITLE = '青禾县人民政府办公室2025年政府信息公开工作年度报告';

async function readsAsSound(page: string | Uint8Array): Promise<OpenDocument> {
  const document = await read(page);
  assert.deepEqual(stated(document.text), wanted);
  assert.ok(document.text.startsWith(TITLE), document.text.slice(0, 200));
  return document;
}

function countOf({ account }: OpenDocument, kind: AccountKind): number {
  return account.find((item) => item.kind === kind)?.count ?? 0;
}

describe('a page says what its report says', () => {
  it('without a title of its own above, and nothing around', async () => {
    const { text, account, kind } = await readsAsSound(pageOf(content));
    assert.equal(kind, 'html');
    assert.equal(text, sound.replace(/\n\n+/g, '\n'));
    assert.deepEqual(account, [
      { kind: 'paragraphs', count: 18, isRead: true },
      { kind: 'tables', count: 3, isRead: true },
    ]);
  });

  const spread = (tag: (character: string) => string) => (text: string) => [...text].map(tag).join('');
  const styles: Readonly<Record<string, Partial<PageStyle>>> = {
    'with a tag round each character': {
      paragraph: (text) =>
        `<p class="MsoNormal">${spread((c) => `<span lang=EN-US><font>${c}</font></span>`)(text)}<o:p></o:p></p>`,
      cell: (text) => `<p><span>${spread((c) => `<b>${c}</b>`)(text)}<o:p>&nbsp;</o:p></span></p>`,
    },
    'with each character an entity': {
      paragraph: (text) => `<p>${spread((c) => `&#${c.codePointAt(0)};`)(text)}</p>`,
      cell: spread((c) => `&#x${c.codePointAt(0)!.toString(16)};`),
    },
    'with lines that break for the look of the source': {
      cell: (text) => `\n      ${text}\n    `,
      paragraph: (text) => `<p>\n  ${spread((c) => (c === '，' ? '，\n  ' : c))(text)}\n</p>`,
    },
    'with labels broken into lines and paragraphs': {
      cell: (text) =>
        /^\d/.test(text) ? text : spread((c) => (/[）、开称]/.test(c) ? `${c}<br>` : c))(text),
    },
    'with paragraphs that are lines, indented by spaces': { paragraph: (text) => `&emsp;&emsp;${text}<br/>` },
    'with what closes left out': {
      paragraph: (text) => `<p>${text}`,
      row: (cells) => `<tr>${cells}`,
      wrap: (attributes, own) => `<td${attributes}><p>${own}`,
      table: (rows) => `<table>${rows}</table>`,
    },
    'with tags of old editors in capitals, attributes without quotes': {
      paragraph: (text) => `<P ALIGN=justify><FONT SIZE=3>${text}</FONT></P>`,
      wrap: (attributes, own) => `<TD${attributes.toUpperCase().replaceAll('"', '')} NOWRAP>${own}</TD>`,
    },
    'with tags that close nothing': {
      wrap: (attributes, own) => `<td${attributes}>${own}</div></span></p></td></td>`,
      paragraph: (text) => `<p>${text}</p></p></span>`,
    },
    'with tables inside of blocks, captions and column groups': {
      table: (rows) =>
        `<div><center><table><colgroup><col width=20><col></colgroup><thead></thead><tbody>${rows}</tbody></table></center></div>`,
    },
    'with a form around the rows': { table: (rows) => `<table><form action="x">${rows}</form></table>` },
    'with a table of one cell around each table': {
      table: (rows) => `<table><tr><td><table>${rows}</table></td></tr></table>`,
    },
  };
  for (const [name, style] of Object.entries(styles)) {
    it(name, async () => {
      await readsAsSound(pageOf(contentOf(sound, style)));
    });
  }

  it('laid out by tables', async () => {
    const page =
      pageOf(`<table width="100%"><tr><td>首页<td>政务公开</tr><tr><td width="20%">导航<br>机构职能</td><td>
      <table><tr><td>${content}</td></tr></table></td></tr><tr><td colspan=2>主办：青禾县</td></tr></table>`);
    const document = await readsAsSound(page);
    assert.equal(countOf(document, 'tables'), 3);
    assert.equal(countOf(document, 'layoutTables'), 2);
    assert.equal(countOf(document, 'linesAfter'), 1);
  });

  it('in text that is laid out as it is written', async () => {
    await readsAsSound(pageOf(`<pre>${sound}</pre>`));
  });
});

describe('what is no report is left out, and said', () => {
  const site = `<header><a href="/">青禾县人民政府</a></header>
    <nav><ul><li>首页</li><li>一、总体情况</li></ul></nav>
    <div class="crumbs">首页 &gt; 政府信息公开 &gt; ${TITLE}</div>
    <table><tr><td>索引号</td><td>0143/2026-00002</td><td>名称</td><td>${TITLE}</td></tr></table>
    <h1>${TITLE}</h1><div>发布时间：2026-01-20 字体：[大 中 小]</div>`;
  const foot = `<div class="share">分享到：<a>微信</a></div><p>上一篇：<a>另一份</a></p>
    <div id="footer">主办：青禾县人民政府办公室<br>青ICP备12345678号</div>`;

  it('the site around it, from the title to the foot', async () => {
    const document = await readsAsSound(
      pageOf(`${site}<div id="article"><div>${content}</div></div>${foot}`),
    );
    assert.equal(countOf(document, 'navigation'), 1);
    assert.equal(countOf(document, 'linesBefore'), 5);
    assert.ok(countOf(document, 'linesAfter') >= 3);
  });

  it('the foot of a page whose parts all stand in one block', async () => {
    const document = await readsAsSound(pageOf(`${site}${content}${foot}`));
    assert.ok(countOf(document, 'linesAfter') >= 3);
  });

  it('a report whose title only the page has is named by it', async () => {
    const untitled = content.slice(content.indexOf('</p>') + 4);
    await readsAsSound(
      pageOf(`<div>首页</div><div>${untitled}</div>`, `<meta charset=utf-8><title>${TITLE}</title>`),
    );
  });

  const copies: Readonly<Record<string, readonly [AccountKind, string]>> = {
    'by its style': ['hiddenText', `<div style="DISPLAY : none">${content}</div>`],
    'by its attribute': ['hiddenText', `<section hidden>${content}</section>`],
    'by a class of the page': [
      'hiddenText',
      `<style>/* .a{} */ .c1, .print-area { display:none }</style><div class="print-area x">${content}</div>`,
    ],
    'by an id within all screens': [
      'hiddenText',
      `<style>@media screen{#dy{color:red;display:none!important}}</style><div id="dy">${content}</div>`,
    ],
    'for paper': ['printCopies', `<div class="visible-print-block">${content}</div>`],
    'behind it for other screens': ['printCopies', `<div class="mobile">${content}</div>`],
    'in a comment': ['scripts', `<!-- ${content} --><script>document.write("${TITLE}")</script>`],
    'as a template': ['scripts', `<template>${content}</template>`],
    'for readers without scripts': ['scripts', `<noscript>${content}</noscript>`],
  };
  for (const [name, [kind, copy]] of Object.entries(copies)) {
    it(`a copy of it hidden ${name}`, async () => {
      const behind = await readsAsSound(pageOf(`<div>${content}</div>${copy}`));
      assert.ok(countOf(behind, kind) > 0, JSON.stringify(behind.account));
      if (!name.startsWith('behind')) await readsAsSound(pageOf(`${copy}<div>${content}</div>`));
    });
  }

  it('rules for paper or narrow screens alone hide nothing', async () => {
    const style =
      '<style>@media print { .a { display: none } } @media (max-width: 9px) {.a{display:none} .b{display:none}} .a .c {display:none}</style>';
    await readsAsSound(pageOf(`${style}<div class="a">${content}</div>`));
  });

  it('hidden cells, rows and pieces of a cell', async () => {
    const hidden = content
      .replace(
        '<td>132</td>',
        '<td>1<span style="display:none">9</span>32</td><td style="display:none">7</td>',
      )
      .replace('</tr>', '</tr><tr hidden><td>1</td><td>2</td></tr>');
    const document = await readsAsSound(pageOf(hidden));
    assert.equal(countOf(document, 'hiddenText'), 3);
  });

  it('marks of notes, and what is struck out', async () => {
    const marked = content
      .replace('<td>132</td>', '<td>132<sup>1</sup></td>')
      .replace('<td>187</td>', '<td><del>178</del>187<sup><a href="#n">[2]</a></sup></td>')
      .replace('<td>41</td>', '<td><s>14</s>41</td>')
      .replace('1486', '<span style="text-decoration:line-through">1</span>1486');
    const document = await readsAsSound(pageOf(marked));
    assert.equal(countOf(document, 'notes'), 2);
    assert.equal(countOf(document, 'deletions'), 3);
  });

  it('pictures are counted where they stand in the report', async () => {
    const withPicture = content.replace(
      /<table[\s\S]*?<\/table>/,
      '<p><img src="http://127.0.0.1:1/table.png"></p>',
    );
    const document = await read(pageOf(`<img src=logo.png>${withPicture}`));
    assert.equal(countOf(document, 'pictures'), 1);
    assert.equal(countOf(document, 'tables'), 2);
  });

  it('raised units stay, and two numbers on two lines stay two', async () => {
    const { text } = await read(
      pageOf('<p>面积12m<sup>2</sup></p><table><tr><td>数</td><td>1<br>2</td></tr></table>'),
    );
    assert.equal(text, '面积12m2\n数\t1   2\n');
  });

  it('a page of something else is left whole', async () => {
    const { text } = await read(
      pageOf('<div>首页</div><p>关于机构设置的说明</p><ol start=3><li>甲<li value=7>乙<li>丙</ol>'),
    );
    assert.equal(text, '首页\n关于机构设置的说明\n3. 甲\n7. 乙\n8. 丙\n');
  });
});

describe('encodings', () => {
  const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const with_ = (meta: string): string => pageOf(content, meta);
  const pages: Readonly<Record<string, Uint8Array>> = {
    'a mark of UTF-8 against the meta': new TextEncoder().encode(`\ufeff${with_('<meta charset="gb2312">')}`),
    'UTF-16 with a mark': utf16(with_('<meta charset="unicode">')),
    'GB2312 by the meta': encodeGb18030(
      with_('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
    ),
    'GB18030 that says nothing': encodeGb18030(with_('')),
    'GB18030 that says it is UTF-8': encodeGb18030(with_('<meta charset="utf-8">')),
    'GB18030 that says it is Latin': encodeGb18030(with_('<meta charset="iso-8859-1">')),
    'UTF-8 that says it is GBK': new TextEncoder().encode(with_("<meta charset='gbk'>")),
    'UTF-8 that says it is Big5': new TextEncoder().encode(with_('<META CHARSET=big5>')),
  };
  for (const [name, bytes] of Object.entries(pages)) {
    it(name, async () => {
      await readsAsSound(bytes);
    });
  }

  it('a page with bytes that are no character is read, and says so', async () => {
    const [head, rest] = with_('<meta charset=gbk>').split('</head>') as [string, string];
    for (const encode of [encodeGb18030, (text: string) => new TextEncoder().encode(text)]) {
      const broken = Uint8Array.from([
        ...encode(`${head}</head><p>页`),
        0x81,
        0x20,
        ...encode(`首</p>${rest}`),
      ]);
      const document = await readsAsSound(broken);
      assert.equal(countOf(document, 'symbols'), 1);
    }
  });

  it('another encoding that the page names is read, and not written', async () => {
    const bytes = Uint8Array.from([...Buffer.from('<html><meta charset=big5><p>'), 0xa4, 0xa4, 0xa4, 0xe5]);
    const document = await read(bytes);
    assert.equal(document.text, '中文\n');
    assert.equal(document.edit, undefined);
  });
});

describe('places', () => {
  it('tell paragraph, table, row and column', async () => {
    const { text, placeOf } = await read(pageOf(content));
    assert.deepEqual(placeOf(text.indexOf(TITLE)), { paragraph: 1 });
    assert.deepEqual(placeOf(text.indexOf('一、总体情况')), { paragraph: 3 });
    assert.deepEqual(placeOf(text.indexOf('\t132\t') + 1), { table: 2, row: 4, column: 4 });
    assert.deepEqual(placeOf(text.indexOf('187', text.indexOf('\t132\t'))), { table: 2, row: 4, column: 10 });
  });

  it('the map leads to the characters in the source', async () => {
    const page = pageOf(content.replace('<td>132</td>', '<td>1<b>3</b>&#50;</td>'));
    const { text, map } = await read(page);
    const at = text.indexOf('132\t22');
    const own = map.filter((stretch) => stretch.text.start >= at && stretch.text.end <= at + 3);
    assert.deepEqual(
      own.map(({ source }) => page.slice(source.start, source.end)),
      ['1', '3', '&#50;'],
    );
    for (const { text: span, source } of map) {
      const shown = text.slice(span.start, span.end);
      if (span.end - span.start === source.end - source.start)
        assert.equal(page.slice(source.start, source.end).replace(/\s/g, ' '), shown);
    }
  });
});

describe('refused', () => {
  const reasonOf = async (bytes: Uint8Array): Promise<string> => {
    try {
      await open(bytes, NAME);
    } catch (error) {
      if (error instanceof FormatError) return error.reason.key.replace('format.refused.', '');
      throw error;
    }
    return 'read';
  };
  const repeated = (text: string, count: number): Uint8Array =>
    new TextEncoder().encode(`<html>${text.repeat(count)}`);

  it('archives, what is too large or nested too deep, what is no text', async () => {
    assert.equal(
      await reasonOf(
        new TextEncoder().encode(
          'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n<html>',
        ),
      ),
      'mht',
    );
    assert.equal(await reasonOf(repeated('字', 6 * 1024 * 1024)), 'tooLarge');
    assert.equal(await reasonOf(repeated('<div>', 600)), 'tooDeep');
    assert.equal(await reasonOf(Uint8Array.from([...Buffer.from('<html><p>'), 0xff, 0xff])), 'damaged');
  });

  const hostile: Readonly<Record<string, Uint8Array>> = {
    'inline tags never closed': repeated('<b>', 5_000_000),
    'tags that close nothing': repeated('</i>', 4_000_000),
    'paragraphs that close each other': repeated('<p>x', 200_000),
    'spans within hidden spans': repeated('<span style="display:none"><span>', 300),
    'tables in tables': repeated('<table><tr><td>', 160),
    'table parts without tables': repeated('<td><tr>', 1_000_000),
    'cells that claim to be wide': repeated('<table><tr><td colspan=999999999 rowspan=999999999>1', 100),
    'an endless list': repeated('<ol>'.concat('<li>x'.repeat(190_000)), 1),
    'a sheet of open comments and braces': repeated(
      `<style>${'/*{'.repeat(500_000)}</style><style>${'@media{'.repeat(500_000)}`,
      1,
    ),
    ampersands: repeated('&', 5_000_000),
    'open angle brackets': repeated('<', 5_000_000),
    'attributes without end': repeated(`<p ${'a="" '.repeat(1_000_000)}>x`, 1),
    'white space': repeated(' \n', 5_000_000),
    'a heading over and over': repeated('<p>一、总体情况', 20_000),
  };
  for (const [name, bytes] of Object.entries(hostile)) {
    it(`or read in a few seconds: ${name}`, { timeout: 5_000 }, async () => {
      assert.match(await reasonOf(bytes), /^(?:read|tooLarge|tooDeep)$/);
    });
  }
});
