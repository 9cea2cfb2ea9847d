/** Where things lie, and which versions of other people's programs the tests run on. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const distFolder = join(projectRoot, 'dist');
export const packagedExtension = join(distFolder, 'disclosure-report.vsix');
export const extensionId = 'disclosure-report.disclosure-report';

/** Everything that is installed on first use and kept; ignored by git. */
export const keptFolder = join(projectRoot, '.vscode-test');

/** The npm package that carries VS Code's own server and workbench, and the VS Code inside it. */
export const headlessPackage = { name: 'code-server', version: '4.139.1', vscode: '1.139' };

export const headlessExecutable = join(
  projectRoot,
  'scripts',
  'vscode',
  process.platform === 'win32' ? 'headless-code.cmd' : 'headless-code.ts',
);
