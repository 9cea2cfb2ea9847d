/** npm, called from a script that npm itself may be running. */
import { run } from './processes.ts';

/** What the outer npm says about its own package would mislead the inner one. */
function environment(): NodeJS.ProcessEnv {
  const foreign = /^npm_(package|lifecycle|command|config_(local_prefix|prefix|ignore_scripts|omit|include))/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** Installs into a folder without running any install script; fails with npm's own words. */
export async function npmInstall(folder: string, ...what: string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const { code, output } = await run('npm', ['install', ...quiet, ...what], {
    cwd: folder,
    env: environment(),
    shell: process.platform === 'win32',
  });
  if (code !== 0) throw new Error(`npm install ${what.join(' ')} failed:\n${output}`);
}
