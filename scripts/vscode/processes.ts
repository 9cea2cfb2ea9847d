/** Programs we start: each in a process group of its own, none of which outlives us. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

type Cleanup = () => unknown;

const cleanups = new Set<Cleanup>();
const windows = process.platform === 'win32';
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
let ending = false;

/** Registers what has to happen before this process ends; returns how to take it back. */
export function beforeEnd(cleanup: Cleanup): () => void {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Whether everything is being stopped already, so that a child's end is no surprise. */
export function isEnding(): boolean {
  return ending;
}

/** Stops everything that was started, newest first, then ends this process. */
export async function end(code: number): Promise<never> {
  ending = true;
  for (const cleanup of [...cleanups].reverse()) {
    cleanups.delete(cleanup);
    await Promise.resolve()
      .then(cleanup)
      .catch(() => {});
  }
  process.exit(code);
}

/**
 * Runs a program's main function: signals and failures end it with everything it started.
 *
 * @param interrupted exit code after Ctrl-C, 0 for a program that ends in no other way
 */
export function runMain(main: () => Promise<number>, interrupted: number = signals.SIGINT): void {
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => void end(signal === 'SIGINT' ? interrupted : code));
  }
  main().then(end, (error: unknown) => {
    if (ending) return;
    console.error(error instanceof Error && !process.env.DEBUG ? error.message : error);
    return end(1);
  });
}

/** Starts a program that is stopped, with its children, when we end. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, { ...options, detached: !windows, windowsHide: true });
  const forget = beforeEnd(() => stop(child));
  // Its group may live on for a moment; `stop` was called where that matters.
  child.once('exit', forget);
  return child;
}

/** Asks a program and its children to end, and makes them after a while. */
export async function stop(child: ChildProcess, patience = 3000): Promise<void> {
  if (child.pid === undefined) return;
  signalGroup(child.pid, 'SIGTERM');
  // Grandchildren have programs of their own to stop, so the child's end is not enough.
  for (const end = Date.now() + patience; Date.now() < end && isGroupAlive(child.pid); ) await pause(50);
  signalGroup(child.pid, 'SIGKILL');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function isGroupAlive(pid: number): boolean {
  try {
    return process.kill(windows ? pid : -pid, 0);
  } catch {
    return false;
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    if (windows) spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

export interface RunResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end within a time limit and collects what it prints. */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { timeLimit?: number; echo?: boolean } = {},
): Promise<RunResult> {
  const { timeLimit = 600_000, echo = false, ...spawnOptions } = options;
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions });
  let output = '';
  for (const [stream, sink] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (echo) sink.write(text);
    });
  }
  const timer = setTimeout(() => {
    output += `\n${command} did not end within ${timeLimit / 1000} s and was stopped.\n`;
    void stop(child);
  }, timeLimit);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  clearTimeout(timer);
  return { code, output };
}

/** The promise, or a failure when it takes longer than `milliseconds`. */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`${what}: no answer within ${milliseconds / 1000} s`));
    timer = setTimeout(fail, milliseconds);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
