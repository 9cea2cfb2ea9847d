import { describe } from 'node:test';
import { finds } from '../unit/support/rulePassages.ts';

describe('a body called by another kind’s name', () => {
  finds('self-reference', [
    ['我局高度重视公开工作。', '我局', '我办高度重视公开工作。'],
    ['2025年，我无责任追究情形。', '我', '2025年，我办无责任追究情形。'],
  ]);
  finds(
    'self-reference',
    [
      ['我镇公开信息。', '我镇', '我局公开信息。'],
      ['我委公开信息。', '我委'],
    ],
    '青禾县教育局',
  );
  finds('self-reference', [['我厅公开信息。', '我厅', '我镇公开信息。']], '青禾县桐溪镇人民政府');
});

describe('a body called what it is, or as many are', () => {
  finds('self-reference', [
    ['我县高度重视，我办牵头落实。'],
    ['本机关高度重视，我单位牵头落实，我市、我区、我们一同推进。'],
    ['我国政务公开，提升自我约束，我委托他人办理。'],
  ]);
  finds('self-reference', [['我局公开信息，我局部署工作。']], '青禾县教育局');
  finds('self-reference', [['我街道、我街公开信息。']], '青禾县城关街道办事处');
  finds('self-reference', [['我局、我委公开信息。']], '青禾经济开发区管理委员会');
});
