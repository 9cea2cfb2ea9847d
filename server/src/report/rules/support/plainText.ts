/** What a passage says to its reader. */
import type { Report, Span } from '../../model/index.ts';
import { isPageFooter } from '../../text/footer.ts';

const TAG = /<[^<>]{1,2000}>|&nbsp;/g;

/** A character written out: &#20154; or &#x4EBA; is 人. */
const CHARACTER = /&#(?:(\d{2,5})|x([0-9a-f]{2,4}));/gi;

function characterOf(_: string, decimal: string | undefined, hexadecimal: string | undefined): string {
  return String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16));
}

/** The text of a passage without tags and page footers, trimmed. */
export function plainText(report: Report, { start, end }: Span): string {
  const text = report.unified.slice(start, end);
  const hasMarkup = text.includes('<') || text.includes('&');
  const untagged = hasMarkup ? text.replace(TAG, ' ').replace(CHARACTER, characterOf) : text;
  return untagged
    .split('\n')
    .filter((line) => !isPageFooter(line.trim()))
    .join('\n')
    .trim();
}
