/** The engine with the files of the machine that it runs on. */
export { diskFiles as disk } from './diskFiles.ts';
export * from './engine.ts';
