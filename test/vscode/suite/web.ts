/** The suite as the web worker extension host runs it, on mocha's browser build. */
import 'mocha/mocha.js';
import { runSuite, SilentReporter } from './runSuite.ts';

export function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: SilentReporter });
  return runSuite(mocha);
}
