/** What of a Word document's paragraphs, cells and text boxes becomes text, and where it stands. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cell, paragraph, read, row, run, TRANSITIONAL, table, wordOf } from './support/word.ts';

const textOf = async (content: string): Promise<string> => (await read(wordOf(content))).text;

describe('what stands where', () => {
  test('two numbers in one cell stay two', async () => {
    const two = paragraph(run('12')) + paragraph(run('34'));
    assert.match(await textOf(table(row(cell(paragraph(run('规章'))) + cell(two)))), /12\s+34/);
    const broken = paragraph(`<w:r><w:t>12</w:t><w:br/><w:t>34</w:t></w:r>`);
    assert.match(await textOf(table(row(cell(paragraph(run('规章'))) + cell(broken)))), /12\s+34/);
  });

  test('a merged cell stands once, in its first row and column', async () => {
    const rows = [
      row(cell(paragraph(run('甲')), '<w:vMerge w:val="restart"/>') + cell(paragraph(run('1')))),
      row(cell(paragraph(''), '<w:vMerge/>') + cell(paragraph(run('2')))),
      row(cell(paragraph(run('乙')), '<w:gridSpan w:val="2"/>')),
    ];
    assert.equal(await textOf(table(rows.join(''))), '甲\t1\n\t2\n乙\t\n');
  });

  test('the rest of a merged cell whose first row is deleted is read', async () => {
    const rows = [
      row(
        cell(paragraph(run('甲')), '<w:vMerge w:val="restart"/>') + cell(paragraph(run('1'))),
        '<w:del w:id="1"/>',
      ),
      row(cell(paragraph(run('乙')), '<w:vMerge/>') + cell(paragraph(run('2')))),
    ];
    assert.equal(await textOf(table(rows.join(''))), '乙\t2\n');
  });

  test('a text box is read once, behind its paragraph', async () => {
    const box = `<w:txbxContent>${paragraph(run('框中的话'))}</w:txbxContent>`;
    const drawn = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    assert.equal(
      await textOf(paragraph(run('前') + drawn + run('后')) + paragraph(run('下'))),
      '前后\n框中的话\n下\n',
    );
  });

  test('a paragraph whose end is deleted goes on in the next', async () => {
    const first = paragraph(run('二、主动'), '<w:rPr><w:del w:id="1"/></w:rPr>');
    assert.equal(await textOf(first + paragraph(run('公开政府信息情况'))), '二、主动公开政府信息情况\n');
  });

  test('a page break in front of a heading breaks no line', async () => {
    const content = `<w:r><w:br w:type="page"/></w:r>${run('二、')}<w:r><w:br/></w:r>${run('下')}`;
    assert.equal(await textOf(paragraph(content)), '二、\n下\n');
  });

  test('hyphens and symbols', async () => {
    const content = `<w:r><w:t>0351</w:t><w:noBreakHyphen/><w:t>1</w:t><w:sym w:font="Symbol" w:char="F0B4"/><w:sym w:font="Wingdings" w:char="F04A"/></w:r>`;
    assert.equal(await textOf(paragraph(content)), '0351-1×\ufffd\n');
  });

  test('spaces at the ends of text that are not said to be kept are none', async () => {
    assert.equal(
      await textOf(paragraph('<w:r><w:t> 12 </w:t></w:r><w:r><w:t xml:space="preserve"> 3</w:t></w:r>')),
      '12 3\n',
    );
  });

  test('hidden by the style of a character, a paragraph, or the one it is based on', async () => {
    const styles = `<w:styles xmlns:w="${TRANSITIONAL}"><w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`;
    const shown = run('见', '<w:rStyle w:val="a"/><w:vanish w:val="0"/>');
    const content =
      paragraph(run('不', '<w:rStyle w:val="a"/>') + shown) + paragraph(run('不'), '<w:pStyle w:val="b"/>');
    assert.equal((await read(wordOf(content, { parts: { styles } }))).text, '见\n\n');
  });

  test('a table of contents is left out', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const content =
      paragraph(
        `${field('begin')}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${field('separate')}${run('一、总体情况 1')}`,
      ) +
      paragraph(run('二、主动公开政府信息情况 2')) +
      paragraph(field('end')) +
      paragraph(run('一、总体情况'));
    const { text, account } = await read(wordOf(content));
    assert.equal(text.trim(), '一、总体情况');
    assert.ok(account.some(({ kind, isRead }) => kind === 'contents' && !isRead));
  });
});

test('a tab in front of a paragraph is its indent, inside of one it stands', async () => {
  const tab = '<w:r><w:tab/></w:r>';
  assert.equal(await textOf(paragraph(`${tab}${tab}${run('一、总体情况')}`)), '一、总体情况\n');
  assert.equal(await textOf(paragraph(`${run('规章')}${tab}${run('0')}`)), '规章\t0\n');
});

test('labels whose numbers are automatic', async () => {
  const level =
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>';
  const numbering = `<w:numbering xmlns:w="${TRANSITIONAL}"><w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
  const label = (text: string): string =>
    cell(paragraph(run(text), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'));
  const rows = ['属于国家秘密', '其他法律行政法规禁止公开'].map((text) =>
    row(label(text) + cell(paragraph(run('0')))),
  );
  const { text } = await read(wordOf(table(rows.join('')), { parts: { numbering } }));
  assert.equal(text, '1.属于国家秘密\t0\n2.其他法律行政法规禁止公开\t0\n');
});
