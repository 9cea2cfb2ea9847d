/** How programs for Node are made into files: for what ships, and for what tests and measurements run. */
import type { BuildOptions, Plugin } from 'esbuild';

export const common: BuildOptions = {
  bundle: true,
  minify: true,
  target: 'es2022',
  // Chinese texts stay as they are: escaped they would take twice the room.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

/** What the server loads when `initialize` is answered is a file of its own beside it. */
const lateEngine: Plugin = {
  name: 'late engine',
  setup({ onResolve }) {
    onResolve({ filter: /\/nodeEngine\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './engine.js', external: true } : undefined,
    );
  },
};

export const node: BuildOptions = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Its main file for Node is one that no bundler can follow.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // An `import()` becomes a `require`: loading a first ES module costs milliseconds.
  supported: { 'dynamic-import': false },
  plugins: [lateEngine],
};
