/** What is done for the tables of reports; nothing before the first report is open. */
import type { Disposable } from 'vscode';
import type { TableView } from './tableView.ts';

export class ReportTables implements Disposable {
  #view: Promise<TableView> | undefined;

  /** Begins with the first report. */
  start(): void {
    this.#view ??= import('./tableView.ts').then(({ TableView }) => new TableView());
  }

  async dispose(): Promise<void> {
    (await this.#view)?.dispose();
  }
}
