import { balanceRule } from './balance.ts';

/** Every result from 予以公开 to 其他处理 adds up to （七）总计, in each column. */
export const handledTotal = balanceRule('handled-total', { right: '', wrong: '' });
