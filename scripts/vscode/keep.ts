/** Things that are made once and kept in `.vscode-test/`. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFolder } from './places.ts';
import { beforeEnd } from './processes.ts';

/**
 * The folder `name`, filled by `make` if it is not there yet.
 * Filled aside and moved into place whole, so that an interrupted or a second run finds all of it or nothing.
 */
export async function keep(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const place = join(keptFolder, name);
  if (existsSync(place)) return place;
  const aside = join(keptFolder, `.${name}-${process.pid}`);
  const forget = beforeEnd(() => rm(aside, { recursive: true, force: true }));
  try {
    await mkdir(aside, { recursive: true });
    await make(aside);
    await moveIntoPlace(aside, place);
  } finally {
    await rm(aside, { recursive: true, force: true });
    forget();
  }
  return place;
}

async function moveIntoPlace(aside: string, place: string): Promise<void> {
  await rename(aside, place).catch((error: unknown) => {
    if (!existsSync(place)) throw error;
  });
}
