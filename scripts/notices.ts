/** Whose code the bundles hold: their licences ask that every copy says so. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENCE = /^licen[cs]e\b/i;
const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/** The folders of the packages of which something is left in a bundle. */
export function packagesIn({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return [...new Set(used.flatMap(([file]) => PACKAGE.exec(file)?.[0] ?? []))];
}

/** Name, version and licence of packages, each once; fails for one without a licence. */
export async function noticesOf(folders: readonly string[]): Promise<string> {
  const notices = await Promise.all([...new Set(folders)].map(noticeOf));
  return ['This software holds code of the packages below.', ...notices.sort()].join(RULE);
}

async function noticeOf(folder: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((each) => LICENCE.test(each));
  // Some packages leave theirs in their repository.
  const own = join(import.meta.dirname, 'licences', `${name}.txt`);
  if (file === undefined && !existsSync(own)) throw new Error(`${name} has no licence in ${folder}`);
  const licence = await readFile(file === undefined ? own : join(folder, file), 'utf8');
  return `${name} ${version}\n\n${licence.replaceAll('\r\n', '\n').trim()}`;
}
