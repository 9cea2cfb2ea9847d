import { balanceRule } from './balance.ts';

/** 新收 + 上年结转 = 办理总计 + 结转下年度, in each column; printed in the form's corner. */
export const applicationBalance = balanceRule('application-balance', { right: '', wrong: '' });
