import { describe } from 'node:test';
import { finds } from '../unit/support/rulePassages.ts';

describe('a list that lacks one or two of its whole', () => {
  finds('list-short', [
    ['公开信息80条，其中公告50条、规划10条、预算10条、人事9条。', '80'],
    ['公开信息800条（公告500条，规划100条，预算100条，人事90条）。', '800'],
  ]);
});

describe('a list that is not meant as complete, or is', () => {
  finds('list-short', [
    ['公开信息80条，其中公告50条、规划10条、预算10条、人事9条等。'],
    ['公开信息80条，其中公告50条、规划20条。'],
    ['公开信息80条，其中主要有公告50条、规划10条、预算10条、人事9条。'],
    ['公开信息80余条，其中公告50条、规划10条、预算10条、人事9条。'],
    ['公开信息80条，其中公告50条、规划10条、预算10条、人事10条。'],
    ['公开信息80条，其中公告50条、规划10条、预算9条、人事2条。'],
  ]);
});
