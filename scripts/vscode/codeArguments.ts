/** The part of VS Code's command line that the headless one understands. */
import { resolve } from 'node:path';

export interface CodeArguments {
  readonly extensionDevelopmentPath: readonly string[];
  readonly extensionTestsPath?: string | undefined;
  readonly userData?: string | undefined;
  readonly extensions?: string | undefined;
  readonly install: readonly string[];
  readonly locale?: string | undefined;
  /** Files and folders to open. */
  readonly paths: readonly string[];
}

/** Options whose value may be the next argument; all others are `--name=value` or a switch. */
const spaced = ['install-extension', 'user-data-dir', 'extensions-dir', 'locale', 'folder-uri'];

/** Reads arguments as VS Code's own command line would; what is not understood is ignored, as switches are. */
export function parseCodeArguments(args: readonly string[]): CodeArguments {
  const options = new Map<string, string[]>();
  const paths: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(args[at]!) ?? [];
    if (name === undefined) {
      if (!args[at]!.startsWith('-')) paths.push(resolve(args[at]!));
      continue;
    }
    const value = inline ?? (spaced.includes(name) ? (args[++at] ?? '') : '');
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  const last = (name: string) => options.get(name)?.at(-1);
  const path = (name: string) => last(name) && resolve(last(name)!);
  return {
    extensionDevelopmentPath: (options.get('extensionDevelopmentPath') ?? []).map((value) => resolve(value)),
    extensionTestsPath: path('extensionTestsPath'),
    userData: path('user-data-dir'),
    extensions: path('extensions-dir'),
    install: (options.get('install-extension') ?? []).map((value) => resolve(value)),
    locale: last('locale'),
    paths,
  };
}
