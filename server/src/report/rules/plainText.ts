/** What a passage says to its reader. */
import type { Span } from '../model.ts';
import type { Report } from '../report.ts';

const TAG = /<[^<>]{1,2000}>|&nbsp;/g;
const FOOTER = /^[ \t\f]*[-—–]{1,3} ?\d{1,4} ?[-—–]{1,3}[ \t\f\r]*$/gm;

/** The text of a passage without tags and page footers, trimmed. */
export function plainText(report: Report, { start, end }: Span): string {
  const text = report.unified.slice(start, end);
  const untagged = text.includes('<') || text.includes('&') ? text.replace(TAG, ' ') : text;
  return untagged.replace(FOOTER, '').trim();
}
