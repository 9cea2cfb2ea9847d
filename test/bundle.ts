/** A program of this project as it ships: one file, made with the same options. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { node, pdf } from '../scripts/bundling.ts';

export async function bundle(entry: string, outfile: string): Promise<string> {
  await build({ ...node, entryPoints: [entry], outfile });
  return outfile;
}

/** What reads PDF, as a file beside the program. */
export async function bundlePdf(outfile: string): Promise<void> {
  await build({ ...pdf, entryPoints: [PDF_ENTRY], outfile });
}

const PDF_ENTRY = fileURLToPath(new URL('../server/src/formats/pdf/bundle.ts', import.meta.url));
