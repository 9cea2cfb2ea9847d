/** Where a list of parts is told to be wrong. */
import type { WrongBreakdown } from '../../model/index.ts';
import { type Breach, message } from '../rule.ts';

/** On the whole, with every part as related place. */
export function partPlaces({ whole, parts }: WrongBreakdown): Pick<Breach, 'span' | 'related'> {
  return {
    span: whole.span,
    related: parts.map(({ span, value }) => ({ span, message: message('related.part', { value }) })),
  };
}
