import type { Report, WrongShare } from '../model/index.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';

/** A share that does not follow from its two numbers; one that was only cut off is a hint. */
export const percentage: Rule = {
  id: 'percentage',
  severity: 'warning',
  fix: 'offered',
  example: {
    right: '上年结转7件',
    wrong: '其中自然人申请132件，占65.2%，上年结转7件',
  },
  *check({ narrative }: Report): Iterable<Breach> {
    for (const share of narrative.shares) {
      const { span, found, expected, difference, part, whole } = share;
      const args = { found, expected, difference, part: part.value, whole: whole.value };
      yield {
        span,
        message: message(share.isRounding ? 'finding.percentage.rounding' : 'finding.percentage', args),
        related: relatedNumbers(share),
        fixes: [fix('fix.write-share', { expected }, false, [replace(span, expected)])],
        ...(share.isRounding ? { severity: 'hint' } : {}),
      };
    }
  },
};

function relatedNumbers({ part, whole }: WrongShare): NonNullable<Breach['related']> {
  const placed = whole.span === null ? [] : [{ span: whole.span, value: whole.value }];
  return [
    { span: part.span, message: message('related.part', { value: part.value }) },
    ...placed.map(({ span, value }) => ({ span, message: message('related.whole', { value }) })),
  ];
}
