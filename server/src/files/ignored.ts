/** What `.gitignore` files say about the files of a folder. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

interface Layer {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** The `.gitignore` files that hold for a folder, innermost last. */
export class IgnoreRules {
  readonly #layers: readonly Layer[];

  private constructor(layers: readonly Layer[]) {
    this.#layers = layers;
  }

  /**
   * The rules for a folder that is named: its own and those of the folders above it, up to the repository's root. Rules that
   * would ignore the folder itself, or one above it, do not hold: whoever names it means it.
   */
  static forFolder(folder: string): IgnoreRules {
    const none = new IgnoreRules([]);
    return repositoryChain(folder).reduce(
      (rules, each) => (rules.ignores(each, true) ? none : rules).enter(each),
      none,
    );
  }

  /** The rules inside a folder that these rules hold for. */
  enter(folder: string): IgnoreRules {
    const text = readIfThere(join(folder, '.gitignore'));
    return text === null
      ? this
      : new IgnoreRules([...this.#layers, { folder, patterns: ignore().add(text) }]);
  }

  /** The innermost file that mentions a path decides, as in git. */
  ignores(path: string, isFolder: boolean): boolean {
    for (let i = this.#layers.length - 1; i >= 0; i--) {
      const { folder, patterns } = this.#layers[i]!;
      const verdict = patterns.test(relative(folder, path).split(sep).join('/') + (isFolder ? '/' : ''));
      if (verdict.ignored || verdict.unignored) return verdict.ignored;
    }
    return false;
  }
}

/** From the root of the repository that holds a folder down to it; the folder alone outside of one. */
function repositoryChain(folder: string): string[] {
  const chain = [folder];
  for (let current = folder; !existsSync(join(current, '.git')); current = chain[0]!) {
    const parent = dirname(current);
    if (parent === current) return [folder];
    chain.unshift(parent);
  }
  return chain;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
