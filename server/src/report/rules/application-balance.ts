import { balanceRule } from './support/balanceBreaches.ts';

/** 新收 + 上年结转 = 办理总计 + 结转下年度, in each column; printed in the form's corner. */
export const applicationBalance = balanceRule('application-balance', {
  right: '（七）总计\t\t129\t21\t3\t4\t12\t13\t182',
  wrong: '（七）总计\t\t128\t21\t3\t4\t12\t13\t182',
});
