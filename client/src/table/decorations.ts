/**
 * Gaps as VS Code shows them: a decoration type for each width there is, with an empty box of that width before a character.
 *
 * Types are made once and kept: a rule of CSS that stays is never missing while a frame is drawn. What is no longer used
 * anywhere is given up when there are too many.
 */
import {
  DecorationRangeBehavior,
  type DecorationRenderOptions,
  type Disposable,
  type Range,
  type TextEditor,
  type TextEditorDecorationType,
  type ThemableDecorationAttachmentRenderOptions,
  ThemeColor,
  window,
} from 'vscode';
import { partsOf, placeWidth, type Style } from './styles.ts';

/** By style: where it is wanted. */
export type Places = ReadonlyMap<Style, readonly Range[]>;

/** More kinds than the widest reports need side by side. */
const mostTypes = 600;

export class Decorations implements Disposable {
  readonly #types = new Map<Style, TextEditorDecorationType>();
  readonly #shown = new Map<TextEditor, Places>();

  /**
   * Shows what is wanted in an editor in place of what is shown there.
   *
   * @param isStale whether VS Code may have moved or dropped a range since it was shown
   */
  show(editor: TextEditor, places: Places, isStale: (range: Range) => boolean): void {
    const before = this.#shown.get(editor) ?? new Map<Style, readonly Range[]>();
    this.#shown.set(editor, places);
    for (const [style, ranges] of places) {
      const last = before.get(style);
      if (!last || last.some(isStale) || !isSame(last, ranges))
        editor.setDecorations(this.#typeOf(style), ranges);
    }
    for (const style of before.keys()) {
      const type = places.has(style) ? undefined : this.#types.get(style);
      if (type) editor.setDecorations(type, []);
    }
    if (this.#types.size > mostTypes) this.#giveUpUnused();
  }

  /** Forgets editors that are gone. */
  keepOnly(editors: readonly TextEditor[]): void {
    for (const editor of this.#shown.keys()) if (!editors.includes(editor)) this.#shown.delete(editor);
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
    this.#types.clear();
    this.#shown.clear();
  }

  #typeOf(style: Style): TextEditorDecorationType {
    const known = this.#types.get(style);
    if (known) return known;
    const type = window.createTextEditorDecorationType(renderingOf(style));
    this.#types.set(style, type);
    return type;
  }

  #giveUpUnused(): void {
    const used = new Set([...this.#shown.values()].flatMap((places) => [...places.keys()]));
    for (const [style, type] of this.#types) {
      if (used.has(style)) continue;
      type.dispose();
      this.#types.delete(style);
    }
  }
}

function renderingOf(style: Style): DecorationRenderOptions {
  const [kind, width] = partsOf(style);
  if (kind === 'void') return { rangeBehavior: DecorationRangeBehavior.OpenClosed, before: lineAfter(width) };
  if (kind === 'end') return { rangeBehavior: DecorationRangeBehavior.ClosedClosed, after: lineAfter(width) };
  if (kind === 'gap')
    return { rangeBehavior: DecorationRangeBehavior.OpenClosed, before: { contentText: '', width } };
  // VS Code has no field for the width of text; what follows a value becomes CSS as it is.
  return {
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    textDecoration: `none; display: inline-block; width: ${width}`,
  };
}

/** A line on which a number will stand, behind a gap. */
function lineAfter(gap: string): ThemableDecorationAttachmentRenderOptions {
  return {
    contentText: '',
    margin: `0 0 0 ${gap}`,
    width: `${placeWidth.ch}ch`,
    height: '1px',
    backgroundColor: new ThemeColor('editorLineNumber.foreground'),
  };
}

function isSame(some: readonly Range[], others: readonly Range[]): boolean {
  return (
    some.length === others.length &&
    some.every((range, index) => others[index] && range.isEqual(others[index]))
  );
}
