/** How a run ends. */
import type { Message } from '../report/model/index.ts';

export const ExitCode = {
  /** Nothing at or above `--fail-on`. */
  fine: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Wrong usage, or input that could not be read or written. */
  trouble: 2,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Wrong usage: ends the run with a sentence and exit code 2. */
export class UsageError extends Error {
  readonly text: Message;

  constructor(text: Message) {
    super(text.key);
    this.text = text;
  }
}

/** The output could not be written: ends the run with its cause and exit code 2. */
export class OutputError extends Error {}
