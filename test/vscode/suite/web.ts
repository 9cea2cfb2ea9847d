/** The suite as the web worker extension host runs it, on mocha's browser build. */
import 'mocha/mocha.js';
import { options, runSuite } from './runSuite.ts';

function run(): Promise<void> {
  mocha.setup(options);
  return runSuite(mocha);
}

// Not `export`: mocha's browser build, bundled as a module, takes the bundle's own exports for itself.
module.exports = { run };
