/** The texts of the command line, beside those that it shares with the server; they do not ship with the server. */
import en from '../../../l10n/en/cli.json' with { type: 'json' };
import zhCn from '../../../l10n/zh-cn/cli.json' with { type: 'json' };
import { fillIn, type Locale, translate as translateShared } from '../l10n.ts';
import type { Message } from '../report/model/index.ts';

const own: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, 'zh-cn': zhCn };

/** A message in a language, as `translate` of the server, with the command line's own texts. */
export function translate(message: Message, locale: Locale): string {
  const template = own[locale][message.key];
  return template === undefined ? translateShared(message, locale) : fillIn(template, message, locale);
}
