/** What `new` is asked for. */
import { type DraftRequest, firstYear } from '../../report/draft.ts';
import { UsageError } from '../exit.ts';

export interface NewOptions {
  readonly issuer: string;
  readonly year: string;
  readonly from?: string;
  readonly output?: string;
}

const YEAR = /^\d{4}$/;
const MARKDOWN_NAME = /\.md$/i;

/** The request that the options make. @throws UsageError for a year that has no form */
export function readRequest({ issuer, year, output }: NewOptions): Omit<DraftRequest, 'lastYear'> {
  if (!YEAR.test(year) || Number(year) < firstYear)
    throw new UsageError({ key: 'cli.usage.year', args: { expected: firstYear, found: year } });
  return {
    issuer: issuer.trim(),
    year: Number(year),
    isMarkdown: output !== undefined && MARKDOWN_NAME.test(output),
  };
}
