/** What is done for the tables of reports; nothing before the first report is open. */
import { commands, Disposable } from 'vscode';
import type { Direction } from './cells.ts';

/** What is loaded with the first report. */
interface Loaded extends Disposable {
  move(direction: Direction): Promise<void>;
}

export class ReportTables implements Disposable {
  #loaded: Promise<Loaded> | undefined;
  readonly #commands = Disposable.from(
    commands.registerCommand('disclosureReport.nextCell', () => this.#move('next')),
    commands.registerCommand('disclosureReport.previousCell', () => this.#move('previous')),
    commands.registerCommand('disclosureReport.cellBelow', () => this.#move('below')),
    commands.registerCommand('disclosureReport.cellAbove', () => this.#move('above')),
  );

  /** Begins with the first report. */
  start(): Promise<Loaded> {
    this.#loaded ??= load();
    return this.#loaded;
  }

  async dispose(): Promise<void> {
    this.#commands.dispose();
    (await this.#loaded)?.dispose();
  }

  async #move(direction: Direction): Promise<void> {
    await (await this.start()).move(direction);
  }
}

async function load(): Promise<Loaded> {
  const [{ TableView }, { CellContext, moveToCell }] = await Promise.all([
    import('./tableView.ts'),
    import('./cellCommands.ts'),
  ]);
  const view = new TableView();
  const context = new CellContext(view);
  return {
    move: (direction) => moveToCell(view, direction),
    dispose: () => Disposable.from(view, context).dispose(),
  };
}
