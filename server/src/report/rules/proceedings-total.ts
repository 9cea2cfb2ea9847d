import { balanceRule } from './support/balanceBreaches.ts';

/** 结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计, in each of the three groups. */
export const proceedingsTotal = balanceRule('proceedings-total', {
  right: '6\t2\t1\t3\t12',
  wrong: '6\t2\t1\t3\t21',
});
