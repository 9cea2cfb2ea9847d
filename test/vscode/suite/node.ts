/** The suite as the Node extension host runs it. */
import Mocha from 'mocha';
import { options, runSuite } from './runSuite.ts';

export function run(): Promise<void> {
  const mocha = new Mocha(options);
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  return runSuite(mocha);
}
