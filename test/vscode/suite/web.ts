/** The suite as the web worker extension host runs it, on mocha's browser build. */
import 'mocha/mocha.js';
import { options, runSuite } from './runSuite.ts';

export function run(): Promise<void> {
  mocha.setup(options);
  return runSuite(mocha);
}
