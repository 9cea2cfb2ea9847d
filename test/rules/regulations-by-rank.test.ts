/** 规章 of bodies that cannot make any, told by their names. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changed, rulesIn } from '../unit/support/report.ts';

const ISSUER = '青禾县人民政府办公室2025年政府信息公开工作年度报告';

describe('regulations-by-rank', () => {
  const of = (issuer: string): string[] =>
    rulesIn(changed([ISSUER, `${issuer}2025年政府信息公开工作年度报告`], ['规章\t0\t0\t0', '规章\t1\t0\t3']));
  const cannot = [
    '青禾县人民政府',
    '青禾县人民政府办公室',
    '青禾县自然资源局',
    '青禾县青石镇人民政府',
    '青石镇人民政府',
    '白水乡人民政府',
    '东澜区人民政府',
    '东澜区教育局',
    '东澜区城关街道办事处',
    '云岭市公安局',
    '云岭市发展和改革委员会',
    '云岭市东澜区人民政府办公室',
    '乌兰旗人民政府',
    '青禾县应急管理局',
    '红水自治州青禾县人民政府',
    '红水自治州教育局',
    '云岭市东澜区城市管理综合行政执法大队',
    '云岭市生态环境保护综合行政执法支队',
    '云岭市公共资源交易综合保障服务中心',
    '青禾县气象站',
    '青禾县国有林场管理所',
    '云海海防大队',
    '云岭海事支队',
    '云海航道管理局',
    '云海气象中心',
    '青禾海关',
    '云海海关关区',
    '国家税务总局青禾县税务局',
    '国家统计局青禾调查队',
    '东澜区',
    '青禾县',
    '乌兰苏木',
    '云岭市东澜区城关街道',
    '云海新区管理委员会',
    '青禾经济技术开发区管委会',
    '云岭市昆明湖市人民政府',
    '青禾县人民政府（本级）',
    '青禾县供电公司',
  ];
  for (const issuer of cannot) {
    it(`warns of 规章 by ${issuer}`, () => {
      assert.deepEqual(of(issuer), ['regulations-by-rank']);
    });
  }

  const canOrUnknown = [
    '云岭市',
    '云岭市人民政府',
    '云海省人民政府',
    '红水自治州人民政府',
    '红水自治州人民政府办公室',
    '红水苗族侗族自治州人民政府',
    '北疆自治区人民政府',
    '水利部',
    '国家税务总局',
    '国务院办公厅',
    '海关总署',
    '国家卫生健康委员会',
    '北京市人民政府',
    '云岭市人民政府办公室',
    '新乡市人民政府',
    '云海省教育厅',
  ];
  for (const issuer of canOrUnknown) {
    it(`is silent on ${issuer}`, () => {
      assert.deepEqual(of(issuer), []);
    });
  }

  it('is silent where there are none', () => {
    assert.deepEqual(rulesIn(changed([ISSUER, '青石镇人民政府2025年政府信息公开工作年度报告'])), []);
  });
});
