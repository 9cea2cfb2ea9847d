/** What a passage says to its reader. */
import type { Report, Span } from '../../model/index.ts';
import { isPageFooter } from '../../text/footer.ts';
import { joinSeen } from '../../text/unseen.ts';

/** The text of a passage without page footers, trimmed. */
export function plainText({ shown }: Report, { start, end }: Span): string {
  return joinSeen(shown.text.slice(start, end))
    .split('\n')
    .filter((line) => !isPageFooter(line.trim()))
    .join('\n')
    .trim();
}
