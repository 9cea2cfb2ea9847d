import { yearRule } from './support/acrossYears.ts';

/** Last year's documents in force and what was issued, without what was repealed. Expiry and recounting break it. */
export const documentsInForce = yearRule('documents-in-force', 'warning', {
  right: '行政规范性文件\t5\t2\t31',
  wrong: '行政规范性文件\t5\t2\t31',
  beside: {
    reports: 'last-year',
    passage: '行政规范性文件\t4\t3\t28',
    instead: '行政规范性文件\t4\t3\t30',
  },
});
