/** The title of a report, in whatever way it is written: whose it is, and for which year. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { parts, rulesIn, sound, titled } from './support/report.ts';

describe('the title', () => {
  it('gives issuer and year', () => {
    assert.deepEqual(issuerAndYear(sound), ['青禾县人民政府办公室', 2025]);
  });

  const writings: readonly (readonly [what: string, title: string])[] = [
    ['with spaces', '青禾县人民政府办公室 2025 年政府信息公开工作年度报告'],
    ['in Markdown', '# 青禾县人民政府办公室2025年政府信息公开工作年度报告'],
    ['bold', '**青禾县人民政府办公室2025年政府信息公开工作年度报告**'],
    ['with the issuer on the line above', '青禾县人民政府办公室\n2025年政府信息公开工作年度报告'],
    ['with the issuer below', '2025年政府信息公开工作年度报告\n\n青禾县人民政府办公室'],
    ['with year and issuer on the line above', '2025年青禾县人民政府办公室\n政府信息公开工作年度报告'],
    ['with issuer and year on the line above', '青禾县人民政府办公室2025年度\n\n政府信息公开工作年度报告'],
    ['in three lines', '青禾县人民政府办公室\n2025年\n政府信息公开工作年度报告'],
    ['with the year in brackets below', '青禾县人民政府办公室\n政府信息公开工作年度报告\n（2025年度）'],
    ['with year and issuer below', '政府信息公开工作年度报告\n（2025年）\n青禾县人民政府办公室'],
    ['broken by a blank line', '青禾县人民政府办公室2025年度政府信息\n\n公开工作年度报告'],
    ['with the year among the words', '青禾县人民政府办公室政府信息公开工作2025年度报告'],
    ['with the year in Chinese numerals', '青禾县人民政府办公室二〇二五年政府信息公开工作年度报告'],
    ['in front matter', '---\ntitle: "青禾县人民政府办公室2025年政府信息公开工作年度报告"\n---'],
    ['with the year behind it', '青禾县人民政府办公室政府信息公开工作年度报告（2025年度）'],
    ['with a note behind it', '青禾县人民政府办公室2025年政府信息公开工作年度报告（文字版）'],
    ['with 关于', '青禾县人民政府办公室关于2025年政府信息公开工作年度报告'],
    ['behind a point', '• 青禾县人民政府办公室2025年政府信息公开工作年度报告'],
    ['behind a mark', '（图解）青禾县人民政府办公室2025年政府信息公开工作年度报告'],
    ['in a cell of a table', '| 青禾县人民政府办公室2025年政府信息公开工作年度报告 | | | |'],
    ['behind 标题', '标题：青禾县人民政府办公室2025年政府信息公开工作年度报告'],
    [
      'at the end of a path',
      '当前位置：首页 > 信息公开 > 青禾县人民政府办公室2025年政府信息公开工作年度报告',
    ],
    ['with the site behind it', '青禾县人民政府办公室2025年政府信息公开工作年度报告_青禾县人民政府'],
    ['with an anchor', '# 青禾县人民政府办公室2025年政府信息公开工作年度报告 {#top .title}'],
    ['as a link', '## [青禾县人民政府办公室2025年政府信息公开工作年度报告](/art/2026/a_(1).html)'],
    ['as a bold link', '**[青禾县人民政府办公室2025年政府信息公开工作年度报告](/a.html)**'],
    ['as a link by reference', '# [青禾县人民政府办公室2025年政府信息公开工作年度报告][1]'],
    ['in title marks', '《青禾县人民政府办公室2025年政府信息公开工作年度报告》'],
    ['with a note’s mark', '青禾县人民政府办公室2025年政府信息公开工作年度报告①'],
    ['with a star', '青禾县人民政府办公室2025年政府信息公开工作年度报告*'],
    ['with a footnote', '# 青禾县人民政府办公室2025年政府信息公开工作年度报告[^1]'],
    ['with a note above the line', '<p>青禾县人民政府办公室2025年政府信息公开工作年度报告<sup>1</sup></p>'],
    [
      'with a year that tags split',
      '<p>青禾县人民政府办公室<span>20</span><span lang="EN-US">25</span>年政府信息公开工作年度报告</p>',
    ],
    [
      'with a year written out',
      '<h1>青禾县人民政府办公室&#50;&#x30;&#50;&#53;年政府信息公开工作年度报告</h1>',
    ],
    [
      'with a tag round each character',
      `<p>${[...'青禾县人民政府办公室2025年政府信息公开工作年度报告'].map((character) => `<span style="font-size:22pt"><font face="仿宋">${character}</font></span>`).join('')}</p>`,
    ],
    ['behind a page’s word', '首页 青禾县人民政府办公室2025年政府信息公开工作年度报告'],
    [
      'behind the name of a site',
      '青禾县人民政府门户网站　青禾县人民政府办公室2025年政府信息公开工作年度报告',
    ],
    ['behind the name of a column', '信息公开年报 青禾县人民政府办公室2025年政府信息公开工作年度报告'],
    ['behind a path of slashes', '政府信息公开 / 年报 / 青禾县人民政府办公室2025年政府信息公开工作年度报告'],
    ['behind another body’s name', '青禾县人民政府-青禾县人民政府办公室2025年政府信息公开工作年度报告'],
    ['behind the number of a page', '第1页　青禾县人民政府办公室2025年政府信息公开工作年度报告'],
    ['in front of the number of a page', '青禾县人民政府办公室2025年政府信息公开工作年度报告 第1页'],
    ['with 全文', '青禾县人民政府办公室2025年政府信息公开工作年度报告全文'],
    ['with its name in pieces', '青禾县 人民政府 办公室 2025年政府信息公开工作年度报告'],
    ['broken below a running title', '青禾县政务公开\n青禾县人民政府办公室2025年政府\n信息公开工作年度报告'],
    ['with the year first', '2025年青禾县人民政府办公室政府信息公开工作年度报告'],
    ['with 年度', '青禾县人民政府办公室2025年度政府信息公开工作年度报告'],
    ['with the year in full-width digits', '青禾县人民政府办公室２０２５年政府信息公开工作年度报告'],
    ['in Kangxi radicals', '青禾县\u2f08\u2ea0政府办公室2025年政府信息公开工作年度报告'],
    [
      'below a web page’s navigation',
      '首页\n政府信息公开\n\n青禾县人民政府办公室2025年政府信息公开工作年度报告',
    ],
  ];
  for (const [what, title] of writings) {
    it(`is read ${what}, and is no fault`, () => {
      assert.deepEqual(issuerAndYear(titled(title)), ['青禾县人民政府办公室', 2025]);
      assert.deepEqual(rulesIn(titled(title)), []);
    });
  }

  const faulty: readonly (readonly [what: string, title: string])[] = [
    ['without a year', '青禾县人民政府办公室政府信息公开工作年度报告'],
    ['without an issuer', '2025年政府信息公开工作年度报告'],
    ['without the words of the form', '青禾县人民政府办公室2025年政府信息公开年报'],
    ['whose words run into the name', '2025年青禾县人民政府信息公开年度报告'],
    ['without 政府 and 工作', '2025年青禾县人民政府办公室信息公开年报'],
    ['without 年度', '青禾县人民政府办公室2025年政府信息公开工作报告'],
    ['none', ''],
  ];
  it('leaves the name whole where its words run into it', () => {
    assert.deepEqual(issuerAndYear(titled('2025年青禾县人民政府信息公开年度报告')), ['青禾县人民政府', 2025]);
  });

  it('takes no other date for its year, and no line of navigation for its issuer', () => {
    const title = '青禾县门户网站\n发布日期：2026年1月20日\n政府信息公开工作年度报告\n来源：2025年政务公开办';
    assert.deepEqual(issuerAndYear(titled(title)), [null, null]);
  });

  for (const [what, title] of faulty) {
    it(`${what} is a fault`, () => {
      assert.deepEqual(rulesIn(titled(title)), ['report-title']);
    });
  }
});

describe('a text', () => {
  const { applications, overview, improvement, other } = parts;
  const [first, last, table] = [overview, other, applications].map((part) => part.trimEnd());

  it('is a report with a title of a year, with three of the sections, or with a table', () => {
    const [title] = parts.head.split('\n');
    for (const text of [title!, `${first}\n\n${improvement}\n${last}`, table!])
      assert.equal(analyze(text).isReport, true, text.slice(0, 20));
  });

  it('is none with two of the sections', () => {
    assert.equal(analyze(`${first}\n\n${last}`).isReport, false);
  });
});

function issuerAndYear(text: string): [string | null, number | null] {
  const { issuer, year } = analyze(text);
  return [issuer, year];
}
