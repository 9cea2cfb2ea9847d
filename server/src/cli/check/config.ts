/** The configuration file: `{"rules": {RULE: SEVERITY}}`, the same shape as the setting `disclosureReport.rules`. */
import { readFileSync } from 'node:fs';
import type { AnalysisOptions, MessageArguments } from '../../report/model.ts';
import { ruleIds } from '../../report/rules/index.ts';
import { SourceText } from '../../report/source/text.ts';
import { UsageError } from '../exit.ts';
import { shownPath } from '../files/names.ts';
import { JsonObjectError, type JsonToken, readJsonObject } from './jsonObject.ts';
import { SEVERITIES } from './options.ts';

export type RuleSeverities = NonNullable<AnalysisOptions['rules']>;
type RuleSetting = RuleSeverities[string];

const FAILURES: Readonly<Record<string, string>> = {
  ENOENT: 'cli.config.missing',
  EACCES: 'cli.config.forbidden',
  EISDIR: 'cli.config.folder',
};

const SETTINGS: readonly string[] = [...SEVERITIES, 'off'];

/** @throws UsageError naming the file and the place for anything that is not as it should be */
export function readConfig(file: string): RuleSeverities {
  const text = readText(file);
  const settings: Record<string, RuleSetting> = {};
  const complain = complaintsAbout(file, text);
  try {
    readJsonObject(text, (path, value) => {
      const [section, rule] = path;
      if (section!.value !== 'rules') complain(section!, 'cli.config.unknownKey', { key: section!.value });
      if (rule === undefined) return;
      if (!ruleIds.has(rule.value)) complain(rule, 'cli.config.unknownRule', { rule: rule.value });
      if (!isSetting(value.value))
        complain(value, 'cli.config.unknownSeverity', severityArguments(rule, value));
      settings[rule.value] = value.value as RuleSetting;
    });
  } catch (error) {
    if (!(error instanceof JsonObjectError)) throw error;
    complain(error, 'cli.config.syntax', { expected: error.expected });
  }
  return settings;
}

function isSetting(value: string): value is RuleSetting {
  return SETTINGS.includes(value);
}

function severityArguments(rule: JsonToken, value: JsonToken): MessageArguments {
  return { rule: rule.value, severity: value.value, choices: SETTINGS.join(', ') };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const key = FAILURES[(error as NodeJS.ErrnoException).code ?? ''] ?? 'cli.config.unreadable';
    throw new UsageError({ key, args: { file: shownPath(file), reason: (error as Error).message } });
  }
}

type Complain = (place: { readonly start: number }, key: string, args: MessageArguments) => never;

function complaintsAbout(file: string, text: string): Complain {
  return ({ start }, key, args) => {
    const { line, character } = new SourceText(text).positionAt(start);
    throw new UsageError({
      key,
      args: { ...args, place: `${shownPath(file)}:${line + 1}:${character + 1}` },
    });
  };
}
