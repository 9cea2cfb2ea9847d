/** The outside world as the command line sees it; nothing else below touches `process`. */
import { readFileSync } from 'node:fs';
import { ExitCode } from './exit.ts';

export interface Console {
  /** Writes to standard output; settles when it is fit to take more. */
  write(text: string): Promise<void>;
  /** One line on standard error. */
  complain(line: string): void;
  readInput(): Buffer;
  readonly isTerminal: boolean;
  /** Whether colours are wanted: on a terminal, unless NO_COLOR is set. */
  readonly useColor: boolean;
  /** Width of the terminal, `null` where output goes elsewhere. */
  readonly columns: number | null;
}

const STANDARD_INPUT = 0;

/** The console of this process. */
export function processConsole(): Console {
  const { stdout, stderr } = process;
  // `disclosure-report check | head` closes the pipe early: no fault to explain, but nor is all known to be well.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(ExitCode.trouble);
    throw error;
  });
  const isTerminal = stdout.isTTY === true;
  return {
    write: (text) => writeTo(stdout, text),
    complain: (line) => void stderr.write(`${line}\n`),
    readInput: () => readFileSync(STANDARD_INPUT),
    isTerminal,
    useColor: isTerminal && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    columns: isTerminal ? stdout.columns : null,
  };
}

function writeTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '' || stream.write(text)) return Promise.resolve();
  return new Promise((resolve) => stream.once('drain', resolve));
}
