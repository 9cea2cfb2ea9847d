/** The texts of the corpus: real reports where they are at hand, and our own, rendered in every layout. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { analyze } from '../../server/src/report/analyze.ts';
import { renderers, renderTables } from '../unit/support/layouts.ts';
import { balance, withNumbers } from '../unit/support/numbers.ts';
import { type Random, seededRandom } from '../unit/support/random.ts';
import { sound } from '../unit/support/report.ts';

const root = join(import.meta.dirname, '../..');

/** Beside the project; other people's text. What stands in front of its name in the corpus, by folder. */
const realFolders: Readonly<Record<string, string>> = {
  [join(root, '../shared/reports')]: '',
  [join(root, '../shared/untried')]: 'untried/',
};
export const hasRealReports = Object.keys(realFolders).every(existsSync);

export interface Case {
  /** What it stands under in the snapshot. */
  readonly name: string;
  readonly text: string;
  /** The numbers that were written into it, by table and cell; or the name that its truth stands under. */
  readonly truth: string | readonly (readonly number[])[];
}

/** Every real report. */
export function realCases(): Case[] {
  if (!hasRealReports) return [];
  return Object.entries(realFolders).flatMap(([folder, prefix]) =>
    filesBelow(folder)
      .filter((file) => !/(?:^|\/)README\.md$/.test(file))
      .map((file) => {
        const name = prefix + file;
        return { name, text: readFileSync(join(folder, file), 'utf8'), truth: name };
      }),
  );
}

/** Every report of the project, and generated ones. */
export function ownCases(): Case[] {
  const files = ['test/fixtures', 'samples'].flatMap((folder) =>
    filesBelow(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  const read = files.map(
    (name): Case => ({ name, text: readFileSync(join(root, name), 'utf8'), truth: name }),
  );
  return [...read, ...generated()];
}

/** The sound report with numbers as a township, a county and a city have them. */
function generated(): Case[] {
  return Object.entries({ township: 4, county: 60, city: 15_000 }).map(([scale, most]): Case => {
    const random = seededRandom(most);
    const truth = analyze(sound).tables.map(({ form }) =>
      balance(
        form,
        form.cells.map(() => seedOf(random, most)),
      ),
    );
    return { name: `generated/${scale}`, text: withNumbers(truth), truth };
  });
}

/** Half of a report's cells are 0. */
function seedOf(random: Random, most: number): number {
  return random(2) === 0 ? 0 : random(most) + 1;
}

/** A report whose tables are written with tabs in every other layout, by the layout's name; else nothing. */
export function inEveryLayout({ name, text, truth }: Case): [layout: string, rendered: Case][] {
  const { tables } = analyze(text);
  if (tables.length === 0 || tables.some(({ layout }) => layout !== 'tabs')) return [];
  return Object.entries(renderers).map(([layout, render]) => [
    layout,
    { name: `${name}, ${layout}`, text: renderTables(text, render), truth },
  ]);
}

/** The name of a file of the corpus by its path. */
export function nameOf(path: string): string {
  const within = (folder: string): string => relative(folder, resolve(path)).replaceAll('\\', '/');
  const found = Object.entries(realFolders).find(([folder]) => !within(folder).startsWith('..'));
  return found ? found[1] + within(found[0]) : within(root);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .sort();
}
