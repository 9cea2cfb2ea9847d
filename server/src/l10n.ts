/** Texts in English and Chinese. The only place where a message's key becomes a sentence. */
import enFeatures from '../../l10n/en/features.json' with { type: 'json' };
import enFindings from '../../l10n/en/findings.json' with { type: 'json' };
import enFormats from '../../l10n/en/formats.json' with { type: 'json' };
import enPlan from '../../l10n/en/plan.json' with { type: 'json' };
import enRules from '../../l10n/en/rules.json' with { type: 'json' };
import zhFeatures from '../../l10n/zh-cn/features.json' with { type: 'json' };
import zhFindings from '../../l10n/zh-cn/findings.json' with { type: 'json' };
import zhFormats from '../../l10n/zh-cn/formats.json' with { type: 'json' };
import zhPlan from '../../l10n/zh-cn/plan.json' with { type: 'json' };
import zhRules from '../../l10n/zh-cn/rules.json' with { type: 'json' };
import type { Message, TextKey } from './report/model/index.ts';

export type Locale = 'en' | 'zh-cn';

type Catalog = Readonly<Record<string, string>>;

/** Side by side as they are: putting them together would take longer, at every start, than all that is ever asked. */
const catalogs: Record<Locale, readonly Catalog[]> = {
  en: [enFindings, enRules, enFeatures, enPlan, enFormats],
  'zh-cn': [zhFindings, zhRules, zhFeatures, zhPlan, zhFormats],
};

/**
 * The language of these two that is nearest to a BCP 47 or POSIX tag ("zh-Hans-CN", "zh_CN.UTF-8", "de").
 * Chinese for any kind of Chinese and where nothing is said, English for everything else.
 */
export function localeFrom(tag: string | undefined): Locale {
  return tag === undefined || tag === '' || /^zh/i.test(tag) ? 'zh-cn' : 'en';
}

/** Whether there is a text for a key: sections and tables are described for the project's own forms only. */
export function hasText(key: string): key is TextKey {
  return templateFor(key, 'en') !== undefined;
}

/** A message in a language; a `{name}` in its text is replaced by the argument of that name. */
export function translate(message: Message, locale: Locale): string {
  return fillIn(templateFor(message.key, locale) ?? message.key, message, locale);
}

/** A rule as a reader of a language meets it: in Chinese by its name, its id in brackets; in English the id is plain. */
export function shownRule(rule: string, locale: Locale): string {
  const name = locale === 'en' ? undefined : templateFor(`rule.${rule}.name`, locale);
  return name === undefined ? rule : `${name}（${rule}）`;
}

function templateFor(key: string, locale: Locale): string | undefined {
  return catalogs[locale].find((catalog) => Object.hasOwn(catalog, key))?.[key];
}

/** `{name}`, or `{name|word for one|word for several}`. */
const PLACE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** A text with a message's arguments in the places of their names; a `rule` is shown by its name. */
export function fillIn(template: string, { args }: Message, locale: Locale): string {
  return template.replace(PLACE, (whole, name: string, one?: string, several?: string) => {
    const given = args[name] ?? whole;
    const value = name === 'rule' ? shownRule(String(given), locale) : given;
    return one === undefined || several === undefined ? String(value) : value === 1 ? one : several;
  });
}
