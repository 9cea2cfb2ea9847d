/** Sections, in whatever way they are written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { fixed } from './support/edits.ts';
import { changed, parts, placesIn, reportOf, rulesIn, sound } from './support/report.ts';

const six = ['overview', 'proactive', 'applications', 'proceedings', 'improvement', 'other'];

describe('section headings', () => {
  const writings: readonly (readonly [what: string, write: (heading: string, index: number) => string])[] = [
    ['plain', (heading) => heading],
    ['in Markdown', (heading) => `## ${heading}`],
    ['bold', (heading) => `**${heading}**`],
    ['in Markdown and bold', (heading) => `## **${heading}**`],
    [
      'plain, bold and in Markdown by turns',
      (heading, index) => [heading, `**${heading}**`, `## ${heading}`][index % 3]!,
    ],
    ['in Markdown, closed', (heading) => `## ${heading} ##`],
    ['in Markdown with an anchor', (heading) => `## ${heading} {#an-anchor}`],
    ['in Markdown with a bookmark', (heading) => `## []{#_Toc1 .anchor}${heading}`],
    ['bold and slanted', (heading) => `***${heading}***`],
    ['as links', (heading) => `## [${heading}](#part)`],
    ['with a footnote', (heading) => `## ${heading}[^1]`],
    ['with a note’s mark', (heading) => `${heading}①`],
    ['with a tag round each character', (heading) => `<p>${inTags(heading)}</p>`],
    ['as points', (heading) => `- ${heading}`],
    ['as points of a numbered list', (heading, index) => `${index + 1}. ${heading}`],
    ['quoted', (heading) => `> ${heading}`],
    ['with a soft hyphen', (heading) => heading.replace('情况', '情\u00ad况')],
    ['with spaces in front and behind', (heading) => `\u3000\u3000${heading}  `],
    ['with a tab in front', (heading) => `\t${heading} `],
    ['with a space behind the number', (heading) => heading.replace('、', '、 ')],
    ['with spaces in the title', (heading) => heading.replace('情况', '情 况')],
    ['with a colon behind', (heading) => `${heading}：`],
    ['with a full stop behind', (heading) => `${heading}。`],
    ['with a full stop behind the number', (heading) => heading.replace('、', '．')],
  ];
  for (const [what, write] of writings) {
    it(`are found ${what}, and are no fault`, () => {
      let index = 0;
      const text = sound.replace(/^[一二三四五六]、(?!.*\t).*$/gm, (heading) => write(heading, index++));
      assert.deepEqual(sectionsOf(text), six);
      assert.deepEqual(rulesIn(text), []);
    });
  }

  it('are known by their numerals, not by the number of #, which is hinted at', () => {
    const marks = ['##', '##', '###', '####', '#', '##'];
    let index = 0;
    const text = sound.replace(/^[一二三四五六]、(?!.*\t).*$/gm, (heading) => `${marks[index++]} ${heading}`);
    assert.deepEqual(sectionsOf(text), six);
    assert.deepEqual(rulesIn(text), ['heading-level']);
  });

  it('are not the sentences of section 一 that begin with a numeral', () => {
    const sentences = [
      '一、加强领导。全年召开专题会议两次。',
      '二、主动公开政府信息情况良好，群众满意度提高；',
      '三、依申请公开渠道畅通。',
      '五、改进措施。',
      '七、其他工作。',
    ];
    const text = changed(['（一）主动公开情况', `${sentences.join('\n')}\n\n（一）主动公开情况`]);
    assert.deepEqual(sectionsOf(text), six);
    assert.deepEqual(rulesIn(text), []);
  });

  it('are not short openers of section 一 without a full stop', () => {
    const text = changed([
      '（一）主动公开情况',
      '一、加强组织领导\n\n二、完善工作机制\n\n（一）主动公开情况',
    ]);
    assert.deepEqual(sectionsOf(text), six);
    assert.deepEqual(rulesIn(text), []);
  });

  it('are not the titles that a preamble lists', () => {
    const list =
      '本报告包括一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况，四、政府信息公开行政复议、行政诉讼情况，五、存在的主要问题及改进情况，六、其他需要报告的事项六个部分。';
    const text = changed(['\n\n一、总体情况', `\n\n${list}\n\n一、总体情况`]);
    assert.deepEqual(sectionsOf(text), six);
    assert.deepEqual(rulesIn(text), []);
  });

  it('are not the labels of table applications, even where these lost their tabs', () => {
    const text = changed(
      ['一、本年新收政府信息公开申请数量\t\t\t', '一、本年新收政府信息公开申请数量\n\t\t\t'],
      ['三、本年度办理结果\t', '三、本年度办理结果\n\t'],
    );
    assert.deepEqual(sectionsOf(text), six);
  });

  it('may be missing while the table is there', () => {
    const text = changed(['四、政府信息公开行政复议、行政诉讼情况\n', '']);
    assert.deepEqual(rulesIn(text), ['section-missing']);
    assert.equal(analyze(text).tables.length, 3);
  });

  it('may be there while the table is missing', () => {
    const text = reportOf({ applications: '三、收到和处理政府信息公开申请情况\n\n本年未收到申请。\n\n' });
    assert.deepEqual(rulesIn(text), ['table-missing']);
  });

  it('is told of a table that is there and cannot be read', () => {
    const section = '四、政府信息公开行政复议、行政诉讼情况\n';
    const text = reportOf({
      proceedings: `${section}\n行政复议；结果维持：6；结果纠正：2；其他结果：1；尚未审结：3；总计：12\n\n`,
    });
    assert.deepEqual(placesIn(text), [
      `${text.slice(0, text.indexOf(section)).split('\n').length}:layout-unclear`,
    ]);
  });

  it('may all be missing', () => {
    const text = sound.replace(/^[一二三四五六]、(?!.*\t).*\n/gm, '');
    assert.deepEqual(rulesIn(text), ['section-missing']);
  });

  it('are found under other numbers or none, as automatic numbering leaves them: one finding whose fix numbers them', () => {
    const numerals = '一二三四五六';
    const renumbered = (write: (numeral: string) => string): string =>
      sound.replace(/^([一二三四五六])、(?!.*\t)/gm, (_, numeral: string) => write(numeral));
    for (const write of [
      (numeral: string) => `${numerals.indexOf(numeral) + 1}. `,
      (numeral: string) => `（${numeral}）`,
      (numeral: string) => `第${numeral}部分 `,
      () => '',
      () => '## ',
    ]) {
      const text = renumbered(write);
      assert.deepEqual(sectionsOf(text), six);
      assert.deepEqual(rulesIn(text), ['section-order']);
      assert.equal(analyze(text).findings[0]!.message.args.count, 6);
      const after = fixed(text, 'section-order');
      assert.deepEqual(rulesIn(after), []);
      assert.equal(after.replaceAll('## ', ''), sound);
    }
    const dash = changed(['\n一、总体情况', '\n—、总体情况']);
    assert.deepEqual(rulesIn(dash), ['section-order']);
    assert.equal(fixed(dash, 'section-order'), sound);
    const one = changed(['五、存在的', '存在的']);
    assert.equal(fixed(one, 'section-order'), sound);
    const contents = renumbered(() => '').replace(
      '根据《中华',
      '总体情况\n主动公开政府信息情况\n\n根据《中华',
    );
    assert.deepEqual(rulesIn(contents), ['section-order']);
  });

  for (const [heading, written] of [
    ['一、总体情况', '一、政府信息公开工作开展情况'],
    ['二、主动公开政府信息情况', '二、行政机关主动公开政府信息'],
    ['三、收到和处理政府信息公开申请情况', '三、政府信息依申请公开情况'],
    ['三、收到和处理政府信息公开申请情况', '三、收到和处理政府信息公开申请'],
    ['五、存在的主要问题及改进情况', '五、存在的主要问题'],
    ['五、存在的主要问题及改进情况', '五、存在问题及下步工作计划'],
    ['六、其他需要报告的事项', '六、需要报告的其他事项'],
    ['六、其他需要报告的事项', '六、其他'],
  ] as const) {
    it(`in other words are there: ${written}`, () => {
      assert.deepEqual(rulesIn(changed([`\n${heading}\n`, `\n${written}\n`])), ['section-title']);
    });
  }

  it('in other words are told by their number and what they speak of', () => {
    const text = changed(
      ['二、主动公开政府信息情况', '二、主动公开情况'],
      ['四、政府信息公开行政复议、行政诉讼情况', '四、复议诉讼情况'],
      ['六、其他需要报告的事项', '六、其他事项'],
    );
    assert.deepEqual(sectionsOf(text), six);
    assert.deepEqual(rulesIn(text), ['section-title', 'section-title', 'section-title']);
  });

  it('out of order are found, and the one out of place is told', () => {
    const text = reportOf({ improvement: parts.other.trimEnd().concat('\n\n'), other: parts.improvement });
    assert.deepEqual(new Set(rulesIn(text)), new Set(['section-order']));
  });

  it('in a list of contents are no sections', () => {
    const titles = sound.match(/^[一二三四五六]、(?!.*\t).*$/gm)!.join('\n');
    const text = sound.replace('根据《中华', `目录\n\n${titles}\n\n根据《中华`);
    assert.deepEqual(sectionsOf(text), six);
    assert.deepEqual(rulesIn(text), []);
  });

  it('in a page’s list of links behind the report are no sections', () => {
    const titles = sound.match(/^[一二三四五六]、(?!.*\t).*$/gm)!.join('\n');
    const text = `${sound.trimEnd()}\n\n${titles}\n打印 关闭\n`;
    assert.deepEqual(sectionsOf(text), six);
    assert.deepEqual(rulesIn(text), []);
    const further = `${sound.trimEnd()}\n\n七、附件\n\n见附表。\n\n${titles}\n七、附件\n打印 关闭\n`;
    assert.deepEqual(sectionsOf(further), [...six, null]);
    assert.deepEqual(rulesIn(further), []);
  });

  it('twice the same section is told at the second', () => {
    const text = `${sound.trimEnd()}\n\n五、存在的主要问题及改进情况\n\n同上。\n`;
    assert.equal(placesIn(text).at(-1)?.split(':')[1], 'section-duplicate');
  });

  it('a seventh section is none of the six and no fault', () => {
    const text = `${sound.trimEnd()}\n\n七、附件\n\n见附表。\n`;
    assert.deepEqual(sectionsOf(text), [...six, null]);
    assert.deepEqual(rulesIn(text), []);
  });

  it('a seventh in Markdown is told by its level: one that the six have', () => {
    const marked = sound.replace(/^([一二三四五六]、)(?!.*\t)/gm, '## $1').trimEnd();
    assert.deepEqual(sectionsOf(`${marked}\n\n## 七、附件\n\n见附表。\n`), [...six, null]);
    assert.deepEqual(sectionsOf(`${marked}\n\n### 七、附件\n\n见附表。\n`), six);
  });

  for (const [title, rules] of [
    ['行政机关主动公开政府信息情况', []],
    ['主动公开信息情况', ['section-title']],
  ] as const) {
    it(`accept ${title}${rules.length > 0 ? ' with a hint' : ''}`, () => {
      assert.deepEqual(rulesIn(changed(['二、主动公开政府信息情况', `二、${title}`])), rules);
    });
  }
});

describe('a topic worded like a section', () => {
  const { head, improvement, other } = parts;
  const drafts: readonly (readonly [what: string, overview: string])[] = [
    ['in brackets', '（一）主动公开政府信息情况\n好。\n（二）收到和处理政府信息公开申请情况\n好。'],
    ['behind 1.', '1.主动公开政府信息情况\n好。\n2.依申请公开\n好。'],
    ['in bold', '**主动公开政府信息情况**\n好。\n**依申请公开**\n好。'],
    ['alone on its line', '主动公开政府信息情况\n好。\n依申请公开情况\n好。'],
  ];
  for (const [what, topics] of drafts) {
    it(`is no section ${what}`, () => {
      const text = `${head}一、总体情况\n${topics}\n\n${improvement}${other}`;
      assert.deepEqual(sectionsOf(text), ['overview', 'improvement', 'other']);
      assert.deepEqual([...new Set(rulesIn(text))].sort(), ['section-missing', 'topic-missing']);
    });
  }

  it('under the number of the section is the section', () => {
    const text = sound.replace('二、主动公开政府信息情况', '（二）主动公开政府信息情况');
    assert.deepEqual(sectionsOf(text), six);
  });
});

describe('a text that is no report', () => {
  for (const text of ['', '\n\n', '购物清单：\n牛奶\t2\n面包\t1\n', '一、总体情况\n\n本周工作顺利。\n']) {
    it(`has no finding: ${JSON.stringify(text)}`, () => {
      const analysis = analyze(text);
      assert.equal(analysis.isReport, false);
      assert.deepEqual(analysis.findings, []);
    });
  }

  it('is checked where somebody says that it is one', () => {
    const { isReport, findings } = analyze('', { assumeReport: true });
    assert.equal(isReport, true);
    assert.ok(findings.some((finding) => finding.rule === 'report-title'));
  });
});

function sectionsOf(text: string): (string | null)[] {
  return analyze(text).sections.map((section) => section.id);
}

/** Each character in tags of its own, as Word writes HTML. */
function inTags(text: string): string {
  return [...text]
    .map((character) => `<span style="font-family:仿宋_GB2312;font-size:16.0pt">${character}</span>`)
    .join('');
}
