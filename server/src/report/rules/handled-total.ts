import { balanceRule } from './support/balanceBreaches.ts';

/** Every result from 予以公开 to 其他处理 adds up to （七）总计, in each column. */
export const handledTotal = balanceRule('handled-total', {
  right: '（一）予以公开\t\t41\t6\t1\t2\t3\t4\t57',
  wrong: '（一）予以公开\t\t14\t6\t1\t2\t3\t4\t57',
});
