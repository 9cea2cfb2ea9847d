/** A program of this project as it ships: one file, made with the same options. */
import { build } from 'esbuild';
import { node } from '../scripts/bundling.ts';

export async function bundle(entry: string, outfile: string): Promise<string> {
  await build({ ...node, entryPoints: [entry], outfile });
  return outfile;
}
