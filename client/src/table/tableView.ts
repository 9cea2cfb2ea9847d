/** Shows the columns of reports' tables under each other while they are open; the text stays as it is. */
import {
  Disposable,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { isReport, touchesHead } from '../documents.ts';
import { type Alignment, align } from './alignment.ts';
import { showAlignmentStatus, wantsAlignment } from './alignmentSetting.ts';
import { Decorations, type Places } from './decorations.ts';
import type { Gap } from './layout.ts';
import { boxStyle, gapStyle, type Style, voidStyle } from './styles.ts';

/** The tables of a report as they stand in an editor; none in what is no report. */
export class TableView implements Disposable {
  readonly #decorations = new Decorations();
  readonly #alignments = new WeakMap<TextDocument, Alignment>();
  readonly #listeners: Disposable;

  constructor() {
    const all = (): void => this.#refreshAll();
    this.#listeners = Disposable.from(
      this.#decorations,
      ...showAlignmentStatus(),
      window.onDidChangeVisibleTextEditors(all),
      window.onDidChangeTextEditorOptions(({ textEditor }) => this.#refresh(textEditor)),
      // A document whose language changes is opened anew.
      workspace.onDidOpenTextDocument(all),
      workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      workspace.onDidChangeConfiguration((event) => {
        if (
          event.affectsConfiguration('disclosureReport.alignTables') ||
          event.affectsConfiguration('editor')
        )
          all();
      }),
    );
    all();
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** The tables in an editor, whether they are shown aligned or not. */
  tablesIn({ document, options }: TextEditor): Alignment {
    const lines = Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line).text);
    const alignment = align(lines, Number(options.tabSize) || 4, this.#alignments.get(document));
    this.#alignments.set(document, alignment);
    return alignment;
  }

  #refreshAll(): void {
    this.#decorations.keepOnly(window.visibleTextEditors);
    for (const editor of window.visibleTextEditors) this.#refresh(editor);
  }

  #follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const [first] = contentChanges;
    if (!first || !(this.#alignments.has(document) || touchesHead(contentChanges))) return;
    const staysInLine = contentChanges.length === 1 && first.range.isSingleLine && !/[\r\n]/.test(first.text);
    const changed = (range: Range): boolean => !staysInLine || range.start.line === first.range.start.line;
    for (const editor of window.visibleTextEditors)
      if (editor.document === document) this.#refresh(editor, changed);
  }

  #refresh(editor: TextEditor, isStale: (range: Range) => boolean = () => false): void {
    const { document } = editor;
    const isWanted = isReport(document) && wantsAlignment(document);
    this.#decorations.show(editor, isWanted ? placesIn(this.tablesIn(editor), document) : new Map(), isStale);
  }
}

function placesIn({ tables }: Alignment, document: TextDocument): Places {
  const letterSpacing = workspace.getConfiguration('editor', document).get('letterSpacing', 0);
  const places = new Map<Style, Range[]>();
  const put = (style: Style, line: number, at: number): void => {
    const range = new Range(line, at, line, at + 1);
    const known = places.get(style);
    if (known) known.push(range);
    else places.set(style, [range]);
  };
  for (const { line, rows, gaps } of tables) {
    rows.forEach(({ ambiguous }, index) => {
      for (const at of ambiguous) put(boxStyle(letterSpacing), line + index, at);
      for (const gap of gaps[index] ?? []) put(styleOf(gap, letterSpacing), line + index, gap.at);
    });
  }
  return places;
}

function styleOf({ width, isBlank, isBehind }: Gap, letterSpacing: number): Style {
  if (isBehind) return voidStyle(width, letterSpacing, 'end');
  return isBlank ? voidStyle(width, letterSpacing, 'void') : gapStyle(width, letterSpacing);
}
