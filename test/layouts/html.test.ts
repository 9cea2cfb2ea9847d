/** Tables in HTML, as web pages and exporters write them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { numbersOf, renderers, renderTables } from '../unit/support/layouts.ts';
import { cellOf, sound } from '../unit/support/report.ts';

describe('HTML for the browser alone', () => {
  const table = renderTables(sound, renderers['HTML cell by cell']!);
  const written: Readonly<Record<string, string>> = {
    'styles and scripts': table.replaceAll('<td>', '<td><style>td{width:12px}</style><script>n = 1</script>'),
    'cells that are not shown': table.replaceAll('</tr>', '<td style="width:1px; display: none">9</td></tr>'),
  };
  for (const [what, text] of Object.entries(written))
    it(`${what} are no words of a table`, () => {
      assert.notEqual(text, table);
      assert.deepEqual(analyze(text).findings, []);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
    });
});

describe('written-out characters in HTML', () => {
  const written = (character: string): string => `&#${character.charCodeAt(0)};`;
  const text = sound
    .replace(/^[^\t\n]+$/gm, (line) => `<p>${line}</p>`)
    .replace(/[主行政府条理续费公开一三五年月日]/g, written);

  it('are read as what they are', () => {
    const html = renderTables(sound, renderers['HTML cell by cell']!);
    const cells = html.slice(html.indexOf('<table'), html.lastIndexOf('</table>'));
    assert.deepEqual(analyze(html.replace(cells, cells.replace(/[政开理]/g, written))).findings, []);
    const { findings, title, sections } = analyze(text);
    assert.deepEqual([title?.issuer, title?.year, sections.length], ['青禾县人民政府办公室', 2025, 6]);
    assert.deepEqual(
      findings.filter(({ rule }) => !['table-missing', 'layout-unclear'].includes(rule)),
      [],
    );
  });
});

describe('HTML', () => {
  const withHtml = (table: string): string => sound.replace(/第二十条第（一）项[\s\S]*?318\.42/, () => table);
  const row = (label: string, ...cells: string[]): string => `<tr><td>${label}</td>${cells.join('')}</tr>`;
  const block = (cells: string): string =>
    withHtml(`<table>
${row('第二十条第（一）项')}
${row('信息内容', '<td>本年制发<br/>件数</td>', '<td colspan=2>本年废止件数</td>', '<td>现行有效件数</td>')}
${row('规章', '<td>0', '<td>0', '<td>0')}
${cells}
</table>`);
  const documents = (text: string): (number | null)[] =>
    ['issued', 'repealed', 'inForce'].map(
      (column) => cellOf(analyze(text), 'proactive', 'normativeDocuments', column).value,
    );

  it('cells merged from other columns than the header keep their order', () => {
    const text = block(row('行政规范性文件', '<td colspan=2>5</td>', '<td>2</td>', '<td>31</td>'));
    assert.deepEqual(documents(text), [5, 2, 31]);
  });

  it('a cell is its words, not its tags, and entities are read', () => {
    const text = block(
      row('行政规范性文件', '<td><b>&#53;</b></td>', '<td> <p>2&nbsp;</p>', '<td>3<i>1</i></td>'),
    );
    assert.deepEqual(documents(text), [5, 2, 31]);
    const { span } = cellOf(analyze(text), 'proactive', 'normativeDocuments', 'repealed');
    assert.equal(text.slice(span.start, span.end), '2');
  });

  it('a blank cell stands inside its paragraph', () => {
    const text = block(row('行政规范性文件', '<td>5</td>', '<td><p>&nbsp;</p></td>', '<td>31</td>'));
    const { span, state } = cellOf(analyze(text), 'proactive', 'normativeDocuments', 'repealed');
    assert.equal(state, 'blank');
    assert.equal(text.slice(span.start - 3, span.end + 6), '<p>&nbsp;');
  });

  it('a page built with an outer table is read like the inner one', () => {
    const text = renderTables(sound, renderers['HTML with merged cells']!);
    const page = `<table><tr><td>${text.replaceAll('\n', '<br>\n')}</td></tr></table>`;
    assert.deepEqual(numbersOf(page), numbersOf(sound));
  });

  it('headings and the title stand in tags', () => {
    const text = renderTables(sound, renderers['HTML with merged cells']!)
      .split('\n')
      .map((line) => (line === '' || line.startsWith('<table') ? line : `<p><strong>${line}</strong></p>`))
      .join('');
    const { findings, sections, title, source } = analyze(text);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      [],
    );
    assert.equal(title!.issuer, '青禾县人民政府办公室');
    assert.deepEqual(
      sections.map(({ titleSpan }) => source.text.slice(titleSpan.start, titleSpan.end)),
      analyze(sound).sections.map((section) => section.title),
    );
    assert.equal(sections[0]!.topics.length, 5);
  });
});
