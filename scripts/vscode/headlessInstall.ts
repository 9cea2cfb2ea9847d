/** A VS Code that needs no display, from the npm registry alone. */
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keep } from './keep.ts';
import { npmInstall } from './npm.ts';
import { headlessPackage } from './places.ts';

const { name, version, vscode } = headlessPackage;

/** The program that serves VS Code's workbench; installed on first use. */
export async function headlessServerProgram(): Promise<string> {
  const folder = await keep(`${name}-${version}`, install);
  return join(vscodeFolder(folder), 'out', 'server-main.js');
}

function vscodeFolder(folder: string): string {
  return join(folder, 'node_modules', name, 'lib', 'vscode');
}

async function install(folder: string): Promise<void> {
  console.error(`Installing VS Code ${vscode} (npm package ${name}) into .vscode-test: once, some 800 MB …`);
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, `${name}@${version}`);
  const inner = vscodeFolder(folder);
  await npmInstall(inner, '--omit=dev');
  // The server looks for its packages where the desktop build has them.
  await symlink('node_modules', join(inner, 'node_modules.asar'), 'junction');
}
