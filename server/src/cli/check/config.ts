/** The configuration file: `{"rules": {RULE: SEVERITY}}`, the same shape as the setting `disclosureReport.rules`. */
import { readFileSync } from 'node:fs';
import { decode } from '../../files/encoding.ts';
import { NotTextError } from '../../files/failure.ts';
import { shownPath } from '../../files/paths.ts';
import type { AnalysisOptions, MessageArguments, TextKey } from '../../report/model/index.ts';
import {
  type JsonMember,
  type JsonNode,
  JsonSyntaxError,
  readJson,
} from '../../report/others/plan/jsonTree.ts';
import { ruleIds } from '../../report/rules/index.ts';
import { SourceText } from '../../report/text/text.ts';
import { UsageError } from '../exit.ts';
import { SEVERITIES } from './options.ts';

export type RuleSeverities = NonNullable<AnalysisOptions['rules']>;
type RuleSetting = RuleSeverities[string];

const FAILURES: Readonly<Record<string, TextKey>> = {
  ENOENT: 'cli.config.missing',
  EACCES: 'cli.config.forbidden',
  EISDIR: 'cli.config.folder',
};

const NOT_TEXT = 'cli.config.notText';

const SETTINGS: readonly string[] = [...SEVERITIES, 'off'];

/** @throws UsageError naming the file and the place for anything that is not as it should be */
export function readConfig(file: string): RuleSeverities {
  const text = readConfigText(file);
  const complain = complaintsAbout(file, text);
  const settings: Record<string, RuleSetting> = {};
  try {
    for (const section of membersIn(readJson(text))) {
      const { key } = section;
      if (key.value !== 'rules') complain(key, 'cli.config.unknownKey', { key: key.value });
      for (const rule of membersIn(section.value)) settings[rule.key.value] = readSetting(rule, complain);
    }
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    if (error.expected === null) return complain(error, 'cli.config.syntax.end', {});
    complain(error, 'cli.config.syntax', { expected: error.expected });
  }
  return settings;
}

function membersIn(node: JsonNode): readonly JsonMember[] {
  if (node.kind !== 'object') throw new JsonSyntaxError(node.start, '{');
  return node.members;
}

function readSetting({ key, value }: JsonMember, complain: Complain): RuleSetting {
  if (!ruleIds.has(key.value)) complain(key, 'cli.config.unknownRule', { rule: key.value });
  if (value.kind !== 'string') throw new JsonSyntaxError(value.start, '"…"');
  if (isSetting(value.value)) return value.value;
  return complain(value, 'cli.config.unknownSeverity', {
    rule: key.value,
    severity: value.value,
    choices: SETTINGS.join(', '),
  });
}

function isSetting(value: string): value is RuleSetting {
  return SETTINGS.includes(value);
}

function readConfigText(file: string): string {
  try {
    return decode(readFileSync(file)).text;
  } catch (error) {
    const known =
      error instanceof NotTextError ? NOT_TEXT : FAILURES[(error as NodeJS.ErrnoException).code ?? ''];
    const key = known ?? 'cli.config.unreadable';
    throw new UsageError({ key, args: { file: shownPath(file), reason: (error as Error).message } });
  }
}

type Complain = (place: { readonly start: number }, key: TextKey, args: MessageArguments) => never;

function complaintsAbout(file: string, text: string): Complain {
  return ({ start }, key, args) => {
    const { line, character } = new SourceText(text).positionAt(start);
    throw new UsageError({
      key,
      args: { ...args, place: `${shownPath(file)}:${line + 1}:${character + 1}` },
    });
  };
}
