/** The outside world as the command line sees it; nothing else below touches `process`. */
import { fstatSync, readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { printable } from '../printable.ts';
import { ExitCode, OutputError } from './exit.ts';

export interface Console {
  /** Writes to standard output; rejects with an `OutputError`. */
  write(text: string): Promise<void>;
  /** One line on standard error, whatever characters are in it. */
  complain(line: string): void;
  readInput(): Promise<Buffer>;
  readonly isTerminal: boolean;
  /** Whether colours are wanted: on a terminal, unless NO_COLOR is set. */
  readonly useColor: boolean;
  /** Width of the terminal, `null` where it has none or output goes elsewhere. */
  readonly columns: number | null;
}

const STANDARD_INPUT = 0;

/** Stands in front of what is said of the run as a whole. */
const PROGRAM = 'disclosure-report';

/** The console of this process. */
export function processConsole(): Console {
  const { stdout, stderr } = process;
  // `disclosure-report check | head` closes the pipe early: no fault to explain, but nor is all known to be well.
  // Of any other error whoever writes is told.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(ExitCode.trouble);
  });
  // A complaint that cannot be written still shows in the exit code.
  stderr.on('error', () => {});
  const isTerminal = stdout.isTTY === true;
  return {
    write: (text) => writeTo(stdout, text),
    complain: (line) => void stderr.write(`${harmless(line)}\n`),
    readInput,
    isTerminal,
    useColor: isTerminal && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    columns: (isTerminal && stdout.columns) || null,
  };
}

/** What comes from files and arguments does nothing to a terminal, and is no command to a build service that reads along. */
function harmless(line: string): string {
  return printable(line).replace(/^\s*(?=::)/, `${PROGRAM}: `);
}

/** As a stream, since whoever writes may be slow; of a folder a stream gives nothing where a file says what is wrong. */
async function readInput(): Promise<Buffer> {
  return fstatSync(STANDARD_INPUT).isDirectory() ? readFileSync(STANDARD_INPUT) : buffer(process.stdin);
}

function writeTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(new OutputError('', { cause: error })) : resolve()));
  });
}
