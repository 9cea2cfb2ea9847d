/** pdf.js tells no types of the half of it that reads. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}

/** The bundler puts their bytes in. */
declare module '*.bcmap' {
  const bytes: Uint8Array;
  export default bytes;
}
