/** What `new` is asked for. */
import { analyze } from '../../report/analyze.ts';
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

/** A draft is for whom and for what it says. @throws UsageError where its title reads otherwise */
export function refuseUnreadable(text: string, { issuer, year }: DraftRequest): void {
  const { title } = analyze(text);
  if (title?.issuer === issuer && title.year === year) return;
  throw new UsageError({ key: 'cli.usage.issuer', args: { found: issuer } });
}
