/** What a passage says to its reader. */
import type { Span } from '../model.ts';
import type { Report } from '../report.ts';
import { isPageFooter } from '../source/footer.ts';
import { simplify } from '../source/normal.ts';

const TAG = /<[^<>]{1,2000}>|&nbsp;/g;

/** The text of a passage without tags and page footers, the form's words in simplified characters, trimmed. */
export function plainText(report: Report, { start, end }: Span): string {
  const text = report.unified.slice(start, end);
  const untagged = text.includes('<') || text.includes('&') ? text.replace(TAG, ' ') : text;
  return simplify(untagged)
    .split('\n')
    .filter((line) => !isPageFooter(line.trim()))
    .join('\n')
    .trim();
}
