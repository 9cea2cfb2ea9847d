/** What was read of a document that is no text, and what was not, in words. */
import type { AccountItem } from '../../formats/model.ts';
import { type Locale, translate } from '../../l10n.ts';

/** "tracked deletions: 2, not read". */
export function describeAccountItem({ kind, count, isRead }: AccountItem, locale: Locale): string {
  const what = translate({ key: `format.account.${kind}`, args: {} }, locale);
  const key = isRead ? 'document.account.read' : 'document.account.left';
  return translate({ key, args: { what, count } }, locale);
}
