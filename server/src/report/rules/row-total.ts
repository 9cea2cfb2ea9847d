import { balanceRule } from './support/balanceBreaches.ts';

/** Natural persons and the five kinds of organisation add up to the row's 总计. */
export const rowTotal = balanceRule('row-total', {
  right: '申请\t9\t1\t0\t0\t0\t0\t10\n\t\t2.重复申请\t4\t0',
  wrong: '申请\t4\t1\t0\t0\t0\t0\t10\n\t\t2.重复申请\t9\t0',
});
