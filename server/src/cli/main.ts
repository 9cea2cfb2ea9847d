import { processConsole } from './console.ts';
import { run } from './program.ts';

// The exit code is set, not forced, so that everything written is flushed first.
run(process.argv.slice(2), processConsole(), process.env).then((code) => {
  process.exitCode = code;
});
