/** Going from cell to cell with the keyboard, and the context keys that say where that is to be had. */
import { commands, Disposable, Position, Range, Selection, type TextEditor, window, workspace } from 'vscode';
import { isReport } from '../documents.ts';
import { wantsAlignment } from './alignmentSetting.ts';
import { type CellAt, cellAt, type Direction, targetFrom } from './cells.ts';
import type { TableView } from './tableView.ts';

/** What happens where a way leads out of the table. */
const otherwise: Readonly<Record<Direction, string | undefined>> = {
  next: undefined,
  previous: undefined,
  below: 'cursorDown',
  above: 'cursorUp',
};

/** What the keys do outside of tables: they may be pressed before VS Code knows that the cursor has left one. */
const outside: Readonly<Record<Direction, string>> = {
  next: 'tab',
  previous: 'outdent',
  below: 'cursorDown',
  above: 'cursorUp',
};

/** Moves the cursor of the active editor; `next` writes the cell's tab where a row is too short. */
export async function moveToCell(view: TableView, direction: Direction): Promise<void> {
  const editor = window.activeTextEditor;
  const tables = editor && view.tablesIn(editor);
  const target = tables && targetFrom(tables, editor.selection.active, direction);
  if (!target) {
    const isInside = tables && cellAt(tables, editor.selection.active) !== undefined;
    const command = (isInside ? otherwise : outside)[direction];
    if (command) await commands.executeCommand(command);
    return;
  }
  const { line, start, end, isMissing } = target;
  if (isMissing && !(await editor.edit((edit) => edit.insert(new Position(line, start), '\t')))) return;
  const from = isMissing ? start + 1 : start;
  editor.selection = new Selection(line, from, line, isMissing ? from : end);
  editor.revealRange(new Range(line, from, line, from));
}

/**
 * Keeps two context keys: `disclosureReport.inTable` while the cursor is in a cell of a report's table, `…inNumbers` while it is in
 * one for a number whose column stands under each other.
 */
export class CellContext implements Disposable {
  readonly #view: TableView;
  readonly #listeners: Disposable;
  readonly #set = new Map<string, boolean>();

  constructor(view: TableView) {
    this.#view = view;
    const refresh = (): void => this.#refresh();
    this.#listeners = Disposable.from(
      window.onDidChangeActiveTextEditor(refresh),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) refresh();
      }),
      workspace.onDidOpenTextDocument(refresh),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('disclosureReport')) refresh();
      }),
    );
    refresh();
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #refresh(): void {
    const editor = window.activeTextEditor;
    const cell = editor && this.#cellOf(editor);
    this.#keep('inTable', cell !== undefined);
    this.#keep(
      'inNumbers',
      cell?.isNumber === true && editor !== undefined && wantsAlignment(editor.document),
    );
  }

  #cellOf(editor: TextEditor): CellAt | undefined {
    const [selection, ...others] = editor.selections;
    if (!selection?.isSingleLine || others.length > 0 || !isReport(editor.document)) return undefined;
    return cellAt(this.#view.tablesIn(editor), selection.active);
  }

  /** VS Code is told of changes only. */
  #keep(name: string, value: boolean): void {
    if (this.#set.get(name) === value) return;
    this.#set.set(name, value);
    void commands.executeCommand('setContext', `disclosureReport.${name}`, value);
  }
}
