/** Usage errors of the option parser, said in the user's language. */
import type { CommanderError } from 'commander';
import type { Message, TextKey } from '../report/model/index.ts';

const KEYS: Readonly<Record<string, TextKey>> = {
  'commander.unknownOption': 'cli.usage.unknownOption',
  'commander.unknownCommand': 'cli.usage.unknownCommand',
  'commander.optionMissingArgument': 'cli.usage.missingValue',
  'commander.excessArguments': 'cli.usage.excess',
  'commander.missingMandatoryOptionValue': 'cli.usage.missingOption',
  'commander.invalidArgument': 'cli.usage.invalidValue',
};

/** The parser gives what is wrong only inside an English sentence, in quotes. */
const QUOTED = /'([^']*)'/g;
const CHOICES = /Allowed choices are ([^.]*)\./;

/** The message for an error of the option parser; the parser's own words where it is of an unknown kind. */
export function usageMessage(error: CommanderError): Message {
  const key = KEYS[error.code];
  if (key === undefined)
    return { key: 'cli.usage.other', args: { reason: error.message.replace(/^error: /, '') } };
  const [what = '', value = ''] = [...error.message.matchAll(QUOTED)].map((match) => match[1]!);
  return { key, args: { what, value, choices: CHOICES.exec(error.message)?.[1] ?? '' } };
}
