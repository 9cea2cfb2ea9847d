/** The commands and their options. */
import { Command, CommanderError, Option } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { failureMessage } from '../files/failure.ts';
import { type Locale, localeFrom } from '../l10n.ts';
import type { MessageArguments, TextKey } from '../report/model/index.ts';
import { check } from './check/check.ts';
import { FAIL_ON, REPORT_FORMATS } from './check/options.ts';
import type { Console } from './console.ts';
import { ExitCode, OutputError, UsageError } from './exit.ts';
import { exportReport } from './export/exportReport.ts';
import { EXTRACT_FORMATS, extract } from './extract/extract.ts';
import { IMPORT_FORMATS, importReports } from './import/importReports.ts';
import type { Invocation } from './invocation.ts';
import { newReport } from './new/newReport.ts';
import { translate } from './texts.ts';
import { usageMessage } from './usage.ts';

const LOCALES = ['zh-cn', 'en'] as const;
/** The parser's own titles of the parts of its help. */
const TITLES: Readonly<Record<string, TextKey>> = {
  'Usage:': 'cli.help.usage',
  'Arguments:': 'cli.help.arguments',
  'Options:': 'cli.help.options',
  'Commands:': 'cli.help.commands',
};

type Say = (key: TextKey, args?: MessageArguments) => string;

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @returns the exit code; never rejects
 */
export async function run(
  args: readonly string[],
  console: Console,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const locale = chooseLocale(args, environment);
  const say: Say = (key, messageArgs = {}) => translate({ key, args: messageArgs }, locale);
  let code: ExitCode = ExitCode.fine;
  let printing = Promise.resolve();
  const print = (text: string): void => {
    printing = printing.then(() => console.write(text));
  };
  const program = createProgram({ console, locale }, say, print, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' }).finally(() => printing);
    return code;
  } catch (error) {
    return complainOfError(error, console, locale);
  }
}

/** The language must be known before the options are read, since help and usage errors speak it too. */
function chooseLocale(args: readonly string[], environment: NodeJS.ProcessEnv): Locale {
  const at = args.findIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  const named = at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
  return localeFrom(named ?? (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG));
}

function complainOfError(error: unknown, console: Console, locale: Locale): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return ExitCode.fine;
    // No command at all: the parser has shown the help.
    if (error.code !== 'commander.help') {
      console.complain(`${manifest.name}: ${translate(usageMessage(error), locale)}`);
    }
  } else if (error instanceof UsageError) {
    console.complain(`${manifest.name}: ${translate(error.text, locale)}`);
  } else if (error instanceof OutputError) {
    const reason = translate(failureMessage(error.cause), locale);
    console.complain(
      `${manifest.name}: ${translate({ key: 'cli.failure.output', args: { reason } }, locale)}`,
    );
  } else {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    reason.split('\n').forEach(console.complain);
  }
  return ExitCode.trouble;
}

/** @param print takes what the parser itself has to say: help, the version */
function createProgram(
  invocation: Invocation,
  say: Say,
  print: (text: string) => void,
  finish: (code: ExitCode) => void,
): Command {
  const program = new Command(manifest.name);
  // Settings that subcommands inherit come first.
  program
    .exitOverride()
    .configureOutput({
      writeOut: print,
      writeErr: (text) => text.trimEnd().split('\n').forEach(invocation.console.complain),
      outputError: () => {},
    })
    .configureHelp({
      styleTitle: (title) => say(TITLES[title] ?? 'cli.help.usage'),
      optionDescription: (option) => describeOption(option, say),
    })
    .helpOption('-h, --help', say('cli.option.help'))
    .helpCommand('help [command]', say('cli.option.help'));
  program
    .description(say('cli.description'))
    .version(manifest.version, '-V, --version', say('cli.option.version'));
  program.addOption(localeOption(say));
  addCheck(program, invocation, say, finish);
  addExtract(program, invocation, say, finish);
  addNew(program, invocation, say, finish);
  addImport(program, invocation, say, finish);
  addExport(program, invocation, say, finish);
  return program.addHelpText('afterAll', ({ command }) => `\n${say(exitCodesOf(command.name()))}`);
}

/** Only what `check` finds is a fault. */
function exitCodesOf(command: string): TextKey {
  if (command === 'import') return 'cli.help.exitCodes.import';
  return ['extract', 'new', 'export'].includes(command) ? 'cli.help.exitCodes.done' : 'cli.help.exitCodes';
}

function addCheck(
  program: Command,
  invocation: Invocation,
  say: Say,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('check')
    .description(say('cli.check.description'))
    .argument('[PATH...]', say('cli.argument.path'))
    .addOption(choice('--format <format>', say('cli.option.format'), REPORT_FORMATS, 'text'))
    .addOption(choice('--fail-on <severity>', say('cli.option.failOn'), FAIL_ON, 'error'))
    .option('--config <file>', say('cli.option.config'))
    .option('--fix', say('cli.option.fix'))
    .option('--stdin <name>', say('cli.option.stdin'))
    .addOption(localeOption(say))
    .action(async (paths, options) => finish(await check({ paths, ...options }, invocation)));
}

function addExtract(
  program: Command,
  invocation: Invocation,
  say: Say,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('extract')
    .description(say('cli.extract.description'))
    .argument('[PATH...]', say('cli.argument.path'))
    .addOption(choice('--format <format>', say('cli.option.format'), EXTRACT_FORMATS, 'json'))
    .addOption(localeOption(say))
    .action(async (paths, options) => finish(await extract({ paths, ...options }, invocation)));
}

function addNew(program: Command, invocation: Invocation, say: Say, finish: (code: ExitCode) => void): void {
  program
    .command('new')
    .description(say('cli.new.description'))
    .requiredOption('--issuer <name>', say('cli.option.issuer'))
    .requiredOption('--year <year>', say('cli.option.year'))
    .option('--from <file>', say('cli.option.from'))
    .option('-o, --output <file>', say('cli.option.output'))
    .addOption(localeOption(say))
    .action(async (options) => finish(await newReport(options, invocation)));
}

function addImport(
  program: Command,
  invocation: Invocation,
  say: Say,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('import')
    .description(say('cli.import.description'))
    .argument('<FILE...>', say('cli.argument.document'))
    .option('-o, --output <path>', say('cli.option.importOutput'))
    .addOption(choice('--format <format>', say('cli.option.importFormat'), IMPORT_FORMATS, 'text'))
    .addOption(localeOption(say))
    .action(async (files, options) => finish(await importReports({ files, ...options }, invocation)));
}

function addExport(
  program: Command,
  invocation: Invocation,
  say: Say,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('export')
    .description(say('cli.export.description'))
    .argument('<REPORT>', say('cli.argument.report'))
    .option('-o, --output <file>', say('cli.option.exportOutput'))
    .option('--force', say('cli.option.force'))
    .addOption(localeOption(say))
    .action(async (report, options) => finish(await exportReport({ report, ...options }, invocation)));
}

function choice(flags: string, description: string, choices: readonly string[], initial: string): Option {
  return new Option(flags, description).choices(choices).default(initial);
}

function localeOption(say: Say): Option {
  return new Option('--locale <locale>', say('cli.option.locale')).choices(LOCALES);
}

function describeOption({ description, argChoices, defaultValue }: Option, say: Say): string {
  if (argChoices === undefined) return description;
  const choices = say('cli.help.choices', { choices: argChoices.join(' | ') });
  const initial = defaultValue === undefined ? '' : say('cli.help.default', { value: defaultValue });
  return description + choices + initial;
}
