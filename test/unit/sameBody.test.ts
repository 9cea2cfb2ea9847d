/** Whose report it is: when another year's is that of the same body. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../../server/src/report/model/index.ts';
import { issuerKey } from '../../server/src/report/others/issuer.ts';
import { findingsBeside, lastYear } from './support/neighbours.ts';
import { changed } from './support/report.ts';

/** Two applications moved between two columns; every balance of the report itself holds. */
const moved = changed(
  [
    '一、本年新收政府信息公开申请数量\t\t\t132\t22\t3\t5\t11\t14\t187',
    '一、本年新收政府信息公开申请数量\t\t\t131\t22\t3\t5\t12\t14\t187',
  ],
  [
    '二、上年结转政府信息公开申请数量\t\t\t5\t1\t0\t0\t1\t0\t7',
    '二、上年结转政府信息公开申请数量\t\t\t6\t1\t0\t0\t0\t0\t7',
  ],
);

const rulesOf = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);

function replaced(text: string, passage: string, replacement: string): string {
  assert.ok(text.includes(passage), passage);
  return text.replaceAll(passage, () => replacement);
}

describe('whose report it is', () => {
  const other = (issuer: string): string => replaced(lastYear, '青禾县人民政府办公室2024', `${issuer}2024`);

  it('is never told by the beginning of a name', () => {
    for (const issuer of ['青禾县', '青禾县人民政府', '青禾县人民政府办公室（本级）', '禾县人民政府办公室'])
      assert.deepEqual(rulesOf(findingsBeside({ 'last.txt': other(issuer) }, moved)), [], issuer);
  });

  it('is not told by a name that many bodies have, unless both reports are in one folder', () => {
    const own = '青禾县人民政府办公室';
    const said = (issuer: string, file: string): number => {
      const [now, before] = [moved, lastYear].map((text) => text.replace(own, issuer));
      return findingsBeside({ [file]: before! }, now!).filter(({ rule }) => rule === 'carry-over').length;
    };
    for (const issuer of [
      '教育局',
      '县教育局',
      '县城市管理局',
      '住房和城乡建设局',
      '开发区管委会',
      '本街道办事处',
    ]) {
      assert.equal(said(issuer, 'elsewhere/last.txt'), 0, issuer);
      assert.equal(said(issuer, 'last.txt'), 2, issuer);
    }
    for (const issuer of [
      '渠县教育局',
      '镇江市民政局',
      '城关镇人民政府',
      '大鹏新区管委会',
      '青石街道办事处',
      '国家税务总局',
    ])
      assert.equal(said(issuer, 'elsewhere/last.txt'), 2, issuer);
  });

  it('does not depend on white space, characters or brackets', () => {
    assert.equal(issuerKey('青禾縣 人民政府（本級）'), issuerKey('青禾县人民政府(本級)'));
    for (const issuer of ['青禾縣人民政府辦公室', '青禾县 人民政府 办公室'])
      assert.equal(findingsBeside({ 'last.txt': other(issuer) }, moved).length, 2, issuer);
  });

  it('is one with its superior’s name in front of it, where no other fits', () => {
    const beside = (now: string, ...before: string[]): number => {
      const text = moved.replaceAll('青禾县人民政府办公室', now);
      const files = before.map((issuer, at) => [`${at}.txt`, other(issuer)]);
      return findingsBeside(Object.fromEntries(files), text).length;
    };
    const [short, long, longest] = [
      '洪泉区人民政府',
      '云岭市洪泉区人民政府',
      '云海省云岭市洪泉区人民政府',
    ] as const;
    assert.equal(beside(short, long), 2);
    assert.equal(beside(long, short), 2);
    assert.equal(beside(long, longest), 2);
    assert.equal(beside(short, long, '江北市洪泉区人民政府'), 0, 'two that fit as well');
    assert.equal(beside('江北市洪泉区人民政府', long), 0, 'another superior');
    assert.equal(beside('云岭市人民政府', long), 0, 'the superior itself');
    assert.equal(beside('教育局', '洪泉区教育局'), 0, 'a name that tells nothing');
  });

  it('is not a body that has a report of its own for this year', () => {
    const [now, before] = [moved, lastYear].map((text, at) =>
      text.replaceAll('青禾县人民政府办公室', at === 0 ? '洪泉区人民政府' : '云岭市洪泉区人民政府'),
    );
    const own = before!.replaceAll('2024', '2025');
    assert.equal(findingsBeside({ 'last.txt': before!, 'own.txt': own }, now!).length, 0);
  });

  it('is the same report under two paths', () => {
    assert.equal(findingsBeside({ 'a.txt': lastYear, 'b/a.txt': lastYear }, moved).length, 2);
  });

  it('is not told by two files with different numbers', () => {
    const draft = replaced(lastYear, '行政处罚\t305', '行政处罚\t350');
    assert.deepEqual(rulesOf(findingsBeside({ 'a.txt': lastYear, 'b.txt': draft }, moved)), []);
  });

  it('is another report for another year', () => {
    assert.deepEqual(
      rulesOf(findingsBeside({ 'last.txt': replaced(lastYear, '2024年', '2023年') }, moved)),
      [],
    );
  });
});
