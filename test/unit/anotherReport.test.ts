/** What another report says, and what it does not: blanks, doubts, jumps, how many numbers are one finding. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { archives, education, findingsBeside, lastYear } from './support/neighbours.ts';
import { changed, sound } from './support/report.ts';

describe('another report', () => {
  const besideLastYear = (text: string, rules = {}): string[] =>
    findingsBeside({ 'last.txt': lastYear }, text, rules).map(({ rule }) => rule);

  it('says nothing of a number that a blank leaves open', () => {
    const blank = changed(['行政规范性文件\t5\t2\t31', '行政规范性文件\t5\t\t31']);
    assert.ok(!besideLastYear(blank).includes('documents-in-force'));
  });

  it('in doubt decides nothing', () => {
    const slip = changed(
      ['收到', '收到'],
      ['数量\t\t\t5\t1\t0\t0\t1\t0\t7', '数量\t\t\t6\t1\t0\t0\t1\t0\t8'],
    );
    const silent = slip.replace(/全年新收政府信息公开申请187件.*?12件。/, '');
    const doubtful = lastYear.replace('办理\t\t\t5\t1\t0\t0\t1\t0\t7', '办理\t\t\t5\t1\t0\t0\t1\t0\t9');
    assert.notEqual(doubtful, lastYear);
    const culprits = (last: string): number =>
      findingsBeside({ 'last.txt': last }, silent).filter(({ message }) => message.key.includes('culprit'))
        .length;
    assert.ok(culprits(lastYear) > 0);
    assert.equal(culprits(doubtful), 0);
  });

  it('is taken for no number below 0', () => {
    const text = changed(['行政规范性文件\t5\t2\t31', '行政规范性文件\t5\t40\t31']);
    const findings = findingsBeside({ 'last.txt': lastYear }, text);
    const finding = findings.find(({ rule }) => rule === 'documents-in-force')!;
    assert.equal(finding.message.args.expected, -7);
    assert.deepEqual(finding.fixes, []);
  });

  it('is a finding a number up to five numbers of a table, and one for more', () => {
    const files = {
      'members/education.txt': education!,
      'members/archives.txt': archives!,
      'disclosure-report.json': JSON.stringify({
        aggregates: [
          {
            parent: '青禾县人民政府办公室',
            members: ['青禾县教育局', '青禾县档案局'],
            tables: ['proactive'],
          },
        ],
      }),
    };
    const passages = [
      ['行政许可\t1486', '行政许可\t1487'],
      ['行政处罚\t273', '行政处罚\t274'],
      ['行政强制\t64', '行政强制\t65'],
      ['行政规范性文件\t5\t2', '行政规范性文件\t6\t3'],
      ['收费\t318.42', '收费\t381.42'],
    ] as const;
    const keys = (count: number): string[] =>
      findingsBeside(files, changed(...passages.slice(0, count)), { claim: 'off' }).map(
        ({ message }) => message.key,
      );
    assert.deepEqual(keys(4), new Array(5).fill('finding.aggregate'));
    assert.deepEqual(keys(5), ['finding.aggregate.many']);
  });

  it('names eight of the members that are not there', () => {
    const members = [...'一二三四五六七八九'].map((numeral) => `青禾县第${numeral}小学`);
    const files = {
      'disclosure-report.json': JSON.stringify({ aggregates: [{ parent: '青禾县人民政府办公室', members }] }),
    };
    const [finding] = findingsBeside(files, sound);
    assert.equal(finding!.message.args.names, members.slice(0, 8).join('、'));
    assert.equal(finding!.message.args.count, 9);
  });

  it('is not added up where a member, or the parent, has no number', () => {
    const plan = {
      aggregates: [{ parent: '青禾县人民政府办公室', members: ['青禾县教育局', '青禾县档案局'] }],
    };
    const files = { 'a.txt': education!, 'b.txt': archives!, 'disclosure-report.json': JSON.stringify(plan) };
    const summed = (own: Readonly<Record<string, string>>, text: string): string[] =>
      findingsBeside({ ...files, ...own }, text, { 'cell-number': 'off' }).map(({ rule }) => rule);
    const wrong = changed(['行政许可\t1486', '行政许可\t1487']);
    assert.deepEqual(summed({}, wrong), ['aggregate']);
    assert.deepEqual(summed({}, wrong.replace('行政许可\t1487', '行政许可\t见附件')), []);
    assert.deepEqual(summed({ 'a.txt': education!.replace(/行政许可\t\d+/, '行政许可\t见附件') }, wrong), []);
  });

  it('makes five times as many nothing unusual, nor any number after none', () => {
    const on = { 'unusual-change': 'hint' };
    const coercion = (number: number): string => changed(['行政强制\t64', `行政强制\t${number}`]);
    assert.deepEqual(besideLastYear(coercion(5 * 71), on), []);
    assert.deepEqual(besideLastYear(coercion(5 * 71 + 1), on), ['unusual-change']);
    const none = lastYear.replace('行政强制\t71', '行政强制\t0');
    assert.deepEqual(findingsBeside({ 'last.txt': none }, sound, { 'unusual-change': 'hint' }), []);
  });
});
