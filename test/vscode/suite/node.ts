/** The suite as the Node extension host runs it. */
import Mocha from 'mocha';
import { runSuite, SilentReporter } from './runSuite.ts';

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: SilentReporter });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  return runSuite(mocha);
}
