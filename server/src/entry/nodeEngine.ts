/** The engine with the files of the machine that it runs on. */

export * from '../lsp/engine.ts';
export { diskFiles as disk } from '../workspace/reports/diskFiles.ts';
