/** What a PDF's text layer and a web page's tags do to words: they are read all the same, and found in their place. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { onlyFinding } from '../unit/support/edits.ts';
import { numbersOf, renderers, renderTables } from '../unit/support/layouts.ts';
import { changed, sound } from '../unit/support/report.ts';

const rulesIn = (text: string): string[] => analyze(text).findings.map(({ rule }) => rule);

/** Kangxi and other radicals in place of the characters that they look like. */
const RADICALS: Readonly<Record<string, string>> = {
  一: '⼀',
  二: '⼆',
  人: '⼈',
  八: '⼋',
  十: '⼗',
  口: '⼝',
  大: '⼤',
  子: '⼦',
  工: '⼯',
  心: '⼼',
  户: '⼾',
  方: '⽅',
  日: '⽇',
  月: '⽉',
  文: '⽂',
  生: '⽣',
  目: '⽬',
  行: '⾏',
  见: '⻅',
  门: '⻔',
  长: '⻓',
  民: '⺠',
  非: '⾮',
  高: '⾼',
};
const radicalsIn = (text: string): string =>
  text.replace(/./gsu, (character) => RADICALS[character] ?? character);

describe('radicals for characters', () => {
  const text = radicalsIn(sound);

  it('are read as the characters', () => {
    assert.notEqual(text, sound);
    assert.equal(text.length, sound.length);
    assert.deepEqual(rulesIn(text), []);
    assert.deepEqual(numbersOf(text), numbersOf(sound));
    const { sections, title, tables } = analyze(text);
    assert.equal(title!.issuer, analyze(sound).title!.issuer);
    assert.equal(sections.length, 6);
    assert.equal(sections[0]!.topics.length, 5);
    assert.equal(tables.length, 3);
  });

  for (const [name, render] of Object.entries(renderers))
    it(`are read as ${name}`, () => {
      const written = radicalsIn(renderTables(sound, render));
      assert.deepEqual(rulesIn(written), []);
      assert.deepEqual(numbersOf(written), numbersOf(sound));
    });

  it('are underlined where they stand', () => {
    const wrong = radicalsIn(changed(['12月31日', '11月30日'], ['2.其他法律行政法规', '2.其他法律法规']));
    const { source, findings } = analyze(wrong);
    assert.deepEqual(
      findings.map(({ rule, span }) => [rule, source.text.slice(span.start, span.end)]),
      [
        ['period', '2025年1⽉1⽇至2025年11⽉30⽇'],
        ['row-label', '2.其他法律法规禁止公开'],
      ],
    );
  });
});

describe('words held apart', () => {
  it('by single spaces are the same words', () => {
    const spaced = sound
      .replace(
        '统计期限为2025年1月1日至2025年12月31日',
        '统计期限为2 0 2 5 年 1 月 1 日至 2 0 2 5 年 1 2 月 3 1 日',
      )
      .replaceAll(/^([一二三四五六])、(.{4,20}(?:情况|事项))$/gm, (line) => [...line].join(' '));
    assert.deepEqual(rulesIn(spaced), []);
    assert.equal(analyze(spaced).sections.length, 6);
  });

  it('by tags are the same words', () => {
    const style = '<span style="font-family:仿宋;font-size:16pt;letter-spacing:0pt">';
    const wrapped = renderTables(sound, renderers['HTML with merged cells']!)
      .replace('2025年1月1日', `${style}2025</span>年${style}1</span>月${style}1</span>日`)
      .replace(
        /^.*工作年度报告$/m,
        (title) => `<h1>${style}${title.replace('2025', `</span>${style}2025</span>${style}`)}</span></h1>`,
      )
      .replaceAll(
        /^([一二三四五六])、(.{4,20}(?:情况|事项))$/gm,
        `<p>${style}$1、</span>${style}$2</span></p>`,
      );
    assert.deepEqual(rulesIn(wrapped), []);
    assert.equal(analyze(wrapped).title!.year, 2025);
  });
});

describe('a section that says nothing', () => {
  const nothing = sound.replace(
    /(?<=五、存在的主要问题及改进情况\n)[\s\S]*(?=六、)/,
    '\n<p>无。</p>\n\n- 6 -\n\n',
  );

  it('says nothing in tags and above a page number', () => {
    const { message } = onlyFinding(nothing, 'section-empty');
    assert.equal(message.key, 'finding.section-empty.nothing');
    assert.equal(message.args.found, '无。');
  });

  it('says nothing of fees whatever its tags are called', () => {
    const tagged = sound.replace(/(?<=六、其他需要报告的事项\n)[\s\S]*$/, '\n<p class="收费">无。</p>\n');
    assert.deepEqual(rulesIn(tagged), ['fee-statement']);
    const split = sound.replace('未收取信息处理费。', '未收取<b>信息</b>处<i>理</i>费。');
    assert.deepEqual(rulesIn(split), []);
  });
});

describe('a narrow page', () => {
  it('breaks titles in two', () => {
    const broken = sound
      .replace('2025年政府信息公开工作年度报告\n', '2025年政府信息公\n开工作年度报告\n')
      .replace('\n四、政府信息公开行政复议、行政诉讼情况\n', '\n四、政府信息公开行政复议、行政诉\n讼情况\n');
    const { findings, title, sections, source, tables } = analyze(broken);
    assert.deepEqual(findings, []);
    assert.deepEqual([title!.issuer, title!.year], ['青禾县人民政府办公室', 2025]);
    assert.equal(source.text.slice(title!.yearSpan!.start, title!.yearSpan!.end), '2025年');
    const [, , , proceedings] = sections;
    assert.equal(proceedings!.wording, 'form');
    assert.deepEqual(proceedings!.tables, [tables[2]]);
  });

  it('breaks no line that is a title', () => {
    const two = sound.replace('青禾县人民政府办公室2025年', '青禾县人民政府办公室\n2025年');
    const { title, source } = analyze(two);
    assert.equal(source.text.slice(title!.span.start, title!.span.end), '2025年政府信息公开工作年度报告');
    assert.equal(title!.issuer, '青禾县人民政府办公室');
  });
});

describe('text whose cells are held apart by two spaces, in no columns', () => {
  const text = renderTables(sound, (rows) =>
    rows.map((row) => row.filter((cell) => cell !== '').join('  ')).join('\n'),
  );
  const cases: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
    'with groups in the middle of their rows': [
      ['（三）不予公开  1.', '1.'],
      ['4.保护', '（三）不予公开  4.保护'],
      ['（四）无法提供  1.', '1.'],
      ['2.没有', '（四）无法提供  2.没有'],
      ['（五）不予处理  1.', '1.'],
      ['3.要求', '（五）不予处理  3.要求'],
    ],
    'with a group and a label broken beside each other': [
      ['（五）不予处理  1.信访举报投诉类申请', '（五）不  1.信访举报'],
      ['\n2.重复申请', '\n予处理  投诉类申请\n2.重复申请'],
    ],
    'with labels broken below their groups': [
      ['（三）不予公开  1.', '1.'],
      ['4.保护第三方合法权益', '4.保护第三方合\n（三）不予公开  法权益'],
      ['5.属于三类内部事务信息', '5.属于三类内部\n事务信息'],
    ],
    'with two rows run together': [['行政处罚  273\n行政强制', '行政处罚  273行政强制']],
    'with two rows of seven run together': [
      [
        '缴纳费用、行政机关不再处理其政府信息公开申请  1  0  0  0  0  0  1\n',
        '缴纳费用、行政机关不再处理其政府信息公开申请  1  0  0  0  0  0  1',
      ],
    ],
    'with a page’s number inside a label': [['行政事业性收费', '行政事业\n3\n\n性收费']],
  };
  for (const [what, changes] of Object.entries(cases))
    it(`${what} gives each number to its row, or to none`, () => {
      const changed = changes.reduce((before, [from, to]) => {
        assert.ok(before.includes(from), from);
        return before.replace(from, to);
      }, text);
      const truth = numbersOf(sound);
      numbersOf(changed).forEach((number, index) => {
        assert.ok(number === null || number === truth[index], `${index}: ${number}`);
      });
    });
});
