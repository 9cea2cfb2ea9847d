/** A table is not written anew where its source holds text that was not read. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderers, renderTables } from '../unit/support/layouts.ts';
import { sound } from '../unit/support/report.ts';
import { rewriting, targets } from '../unit/support/rewriting.ts';

const html = renderTables(sound, renderers['HTML cell by cell']!);
const pipes = renderTables(sound, renderers['Markdown without spaces']!);

describe('a table with text that was not read', () => {
  const sources: readonly (readonly [string, string])[] = [
    ['swallowed by a closing tag', html.replace('<td>行政强制</td>', '<td>行政强制</二是基层</td>')],
    ['swallowed by an attribute', html.replace('<td>行政强制', '<td rows查、<td>行政强制')],
    ['swallowed by a quotation mark', html.replace('<td>行政强制', '<td title="其中<td>">行政强制')],
    ['in an attribute', html.replace('<td>行政强制', '<td title="其中二件">行政强制')],
    ['in a cell that is hidden', html.replace('<td>64</td>', '<td style="display:none">35</td><td>64</td>')],
    ['in a broken tag between pipes', `${pipes.replace('|行政强制|', '|行政强制<b 其中>|')}\n<p>完</p>\n`],
  ];
  for (const [what, text] of sources)
    it(`${what} is refused`, () => {
      assert.ok(text !== html && text !== pipes);
      for (const target of targets.filter((each) => each !== 'tidy')) {
        const { edits } = rewriting(text, target);
        assert.ok(edits.every(({ span }) => !text.slice(span.start, span.end).includes('行政强制')));
      }
    });

  it('is none where a tag only says how it looks', () => {
    const styled = html.replace('<td>64', '<td style="font-family: 宋体" class=\'数\' align=center x:num>64');
    assert.ok(rewriting(styled.replace(' x:num', ''), 'tabs').refused.length === 0);
    assert.ok(
      rewriting(html.replaceAll('“', '&ldquo;').replaceAll('”', '&rdquo;'), 'tabs').refused.length === 0,
    );
  });
});
