/** What is not shown is no content; what stands beside a number is no digit of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { numbersOf, renderers, renderTables } from './support/layouts.ts';
import { cellOf, parts, sound } from './support/report.ts';

const html = renderTables(sound, renderers['HTML cell by cell']!);
/** Its two digits: the first number of a row. */
const FIRST_NUMBER = /(<td>)(4)(1)(?=<\/td>)/;

const grantedWith = (first: string, second: string): number | null => {
  const text = html.replace(FIRST_NUMBER, `$1${first}${second}`);
  assert.notEqual(text, html);
  return cellOf(analyze(text), 'applications', 'granted', 'naturalPerson').value;
};

describe('a number in tags', () => {
  const { value } = cellOf(analyze(html), 'applications', 'granted', 'naturalPerson');
  const cases: Readonly<Record<string, readonly [string, string, number | null]>> = {
    'struck out in front': ['<del>99</del>$2', '$3', value],
    'struck out inside': ['$2<s>9</s>', '$3', value],
    'struck out behind, never closed': ['$2', '$3<strike>9', value],
    'hidden by an attribute': ['<i hidden>9</i>$2', '$3', value],
    'hidden by its style': ['$2<font style="color:red; DISPLAY : none">9</font>', '$3', value],
    'hidden by Word': ['$2$3', '<span style="mso-hide:all">7</span>', value],
    'a template': ['<template>9</template>$2', '$3', value],
    'in pieces': ['<b><span>$2</span></b>', '<font>$3</font>', value],
    'with a comment inside': ['$2<!-- 8 -->', '$3', value],
    'a note’s mark above': ['$2$3', '<sup>1</sup>', null],
    'a note’s mark below': ['$2$3', '<sub><a href="#1">1</a></sub>', null],
    'small behind': ['$2$3', '<small>1</small>', null],
    'behind small': ['<small>1</small>$2', '$3', null],
  };
  for (const [what, [first, second, expected]] of Object.entries(cases))
    it(`${what} is right or unknown`, () => assert.equal(grantedWith(first, second), expected));
});

describe('a copy of the report that is not shown', () => {
  const copies: Readonly<Record<string, string>> = {
    'in a comment': `<!--\n${sound.replaceAll('2025', '2024')}\n-->`,
    'in a hidden part of the page': `<section style="display:none"><div>\n\n${sound}\n</div></section>`,
    'between fences': `~~~text\n${sound}\n~~~\n`,
  };
  for (const [where, copy] of Object.entries(copies))
    it(`${where} counts nowhere`, () => {
      const text = sound + copy;
      assert.deepEqual(analyze(text).findings, []);
      assert.deepEqual(numbersOf(text), numbersOf(sound));
    });

  it('is not lost to one that is: an open comment or fence, a report between fences', () => {
    for (const text of [`${sound}\n<!-- `, `<!-- ${sound}`, `${sound}\n\`\`\`\n`, `\`\`\`\n${sound}\`\`\`\n`])
      assert.deepEqual(numbersOf(text), numbersOf(sound));
  });
});

describe('a section that is not shown', () => {
  const hidden = `<!--\n${parts.improvement}-->\n`;

  it('is missing', () => {
    const rules = analyze(sound.replace(parts.improvement, hidden)).findings.map(({ rule }) => rule);
    assert.deepEqual(rules, ['section-missing']);
  });
});

describe('marks behind backslashes', () => {
  for (const [name, render] of Object.entries(renderers))
    it(`are themselves: ${name}`, () => {
      const text = renderTables(sound, render);
      const escaped = text.replace(/(\d)\.(?=[一-龥])/g, '$1\\.');
      assert.notEqual(escaped, text);
      assert.deepEqual(analyze(escaped).findings, []);
      assert.deepEqual(numbersOf(escaped), numbersOf(text));
    });
});
