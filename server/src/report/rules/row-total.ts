import { balanceRule } from './balance.ts';

/** Natural persons and the five kinds of organisation add up to the row's 总计. */
export const rowTotal = balanceRule('row-total', { right: '', wrong: '' });
