import { canMakeRegulations } from '../bodies/index.ts';
import type { Report } from '../model/index.ts';
import { type Breach, message, type Rule } from './rule.ts';

/** 规章 of a body whose rank does not let it make any. */
export const regulationsByRank: Rule = {
  id: 'regulations-by-rank',
  severity: 'warning',
  fix: 'none',
  example: { right: '规章\t0\t0\t0', wrong: '规章\t1\t0\t1' },
  *check(report: Report): Iterable<Breach> {
    const issuer = report.title?.issuer;
    if (!issuer || canMakeRegulations(issuer) !== false) return;
    for (const table of report.tables) {
      const made = table.form.ofRuleMakers.filter((index) => table.values[index] !== 0);
      const cells = made.map((index) => table.cells[index]!).filter(({ state }) => state === 'number');
      const [first] = cells;
      if (!first) continue;
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
