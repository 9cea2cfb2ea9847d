import { yearRule } from './support/acrossYears.ts';

/** What last year's report carries forward is what this year's was carried in, in each column. */
export const carryOver = yearRule('carry-over', 'error', {
  right: '132\t22\t3\t5\t11\t14\t187\n二、上年结转政府信息公开申请数量\t\t\t5\t1\t0\t0\t1\t0\t7',
  wrong: '131\t22\t3\t5\t12\t14\t187\n二、上年结转政府信息公开申请数量\t\t\t6\t1\t0\t0\t0\t0\t7',
  beside: { reports: 'last-year', passage: '四、结转下年度继续办理\t\t\t5\t1\t0\t0\t1\t0\t7' },
});
