/** What findings say, as sentences. */
import assert from 'node:assert/strict';
import { hasText, type Locale, translate } from '../../../server/src/l10n.ts';
import type { Finding, Message } from '../../../server/src/report/model/index.ts';

/** Fails unless everything that findings say exists in both languages, with an argument for every place in it. */
export function assertWholeSentences(findings: readonly Finding[]): void {
  for (const { message, related, fixes } of findings)
    for (const said of [message, ...related.map((each) => each.message), ...fixes.map((fix) => fix.title)])
      for (const locale of ['en', 'zh-cn'] as const)
        assert.doesNotMatch(spoken(said, locale), /[{}]/, said.key);
}

/** A sentence with something plain for each argument: what a report says may hold braces itself. */
function spoken({ key, args }: Message, locale: Locale): string {
  assert.ok(hasText(key), key);
  return translate({ key, args: Object.fromEntries(Object.keys(args).map((name) => [name, '…'])) }, locale);
}
