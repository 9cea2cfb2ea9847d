import type { Report } from '../model/index.ts';
import { type Breach, message, type Rule } from './rule.ts';

/** Bodies that cannot make 规章 by their name: below a 设区的市, or a department of one (立法法 Articles 91, 93). */
const CANNOT =
  /(?:县|乡|镇|街道|街道办事处|旗)(?:人民政府)?$|[县区旗]人民政府$|(?:县|区|旗|乡|镇|市).*(?:局|办公室|委员会|大队|支队|中心|站|所)$|^.{0,12}(?:局|大队|支队|中心)$/;
/** National bodies and provincial ones are named with these; the office of a city's government reports the city's. */
const CAN =
  /国务院|国家|^中国|部$|总局$|^.{2,8}省人民政府|自治区人民政府|^[^县区旗]{1,8}市人民政府办公[室厅]$/;

/** 规章 of a body whose rank does not let it make any. */
export const regulationsByRank: Rule = {
  id: 'regulations-by-rank',
  severity: 'warning',
  fix: 'none',
  example: { right: '规章\t0\t0\t0', wrong: '规章\t1\t0\t1' },
  *check(report: Report): Iterable<Breach> {
    const issuer = report.title?.issuer;
    if (!issuer) return;
    for (const table of report.tables) {
      const made = table.form.ofRuleMakers.filter((index) => table.values[index] !== 0);
      const cells = made.map((index) => table.cells[index]!).filter(({ state }) => state === 'number');
      const [first] = cells;
      if (!first || CAN.test(issuer) || !CANNOT.test(issuer)) continue;
      yield {
        span: first.span,
        message: message('finding.regulations-by-rank', {
          issuer,
          found: cells.map((cell) => cell.text).join('、'),
        }),
        related: cells
          .slice(1)
          .map((cell) => ({ span: cell.span, message: message('related.cell', { text: cell.text }) })),
      };
    }
  },
};
