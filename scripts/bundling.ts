/** How programs for Node are made into files: for what ships, and for what tests and measurements run. */
import { fileURLToPath } from 'node:url';
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

const WORD_WRITER = /\/docx\/publishDocx\.ts$/;

/** What writes Word documents is as large as all the rest, and seldom wanted. */
const lateWord: Plugin = {
  name: 'late Word',
  setup({ onResolve }) {
    onResolve({ filter: WORD_WRITER }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './word.js', external: true } : undefined,
    );
  },
};

const PDF_READER = /\/pdf\/readPdf\.ts$/;

/** What reads PDF is several times all the rest: one file for Node and web workers, loaded at the first PDF. */
const latePdf: Plugin = {
  name: 'late PDF',
  setup({ onResolve }) {
    onResolve({ filter: PDF_READER }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './pdf.js', external: true } : undefined,
    );
  },
};

const latePdfInWorker: Plugin = {
  name: 'late PDF in a web worker',
  setup({ onResolve }) {
    const path = fileURLToPath(new URL('../server/src/entry/workerPdf.ts', import.meta.url));
    onResolve({ filter: PDF_READER }, ({ kind }) => (kind === 'dynamic-import' ? { path } : undefined));
  },
};

const noWordInWorker: Plugin = {
  name: 'no Word in a web worker',
  setup({ onResolve }) {
    const path = fileURLToPath(new URL('../server/src/entry/workerWord.ts', import.meta.url));
    onResolve({ filter: WORD_WRITER }, ({ kind }) => (kind === 'dynamic-import' ? { path } : undefined));
  },
};

/** What runs in a web worker. */
export const browser: BuildOptions = {
  ...common,
  platform: 'browser',
  plugins: [latePdfInWorker, noWordInWorker],
};

export const pdf: BuildOptions = {
  ...common,
  platform: 'browser',
  format: 'iife',
  globalName: 'disclosureReportPdf',
  loader: { '.bcmap': 'binary' },
  // So that pdf.js takes Node for a browser: there it would ask for a package that draws, and complain of its absence.
  define: { 'process.versions.nw': '"none"', 'import.meta.url': '""' },
  footer: {
    js: 'globalThis.disclosureReportPdf=disclosureReportPdf;typeof module=="object"&&(module.exports=disclosureReportPdf);',
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
  plugins: [lateEngine, latePdf, lateWord],
};
