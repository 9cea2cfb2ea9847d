/** Reports for tests: the sound one, faults put into it, and places marked with ‸. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const sound = readFileSync(new URL('../fixtures/sound.txt', import.meta.url), 'utf8');
export const uri = 'file:///reports/report.txt';

/** The sound report with one passage replaced, which must be there once. */
export function withFault(right: string, wrong: string, text = sound): string {
  assert.equal(text.split(right).length, 2, `“${right}” stands once`);
  return text.replace(right, () => wrong);
}

/** Row 予以公开 with a wrong total: 57 is right. */
export const wrongTotal = withFault('予以公开\t\t41\t6\t1\t2\t3\t4\t57', '予以公开\t\t41\t6\t1\t2\t3\t4\t75');

/** A text without its marker, and where that stood. */
export function marked(text: string): { readonly text: string; readonly position: Position } {
  const offset = text.indexOf('‸');
  assert.notEqual(offset, -1, 'a marker');
  const plain = text.replace('‸', '');
  return { text: plain, position: documentOf(plain).positionAt(offset) };
}

/** The place of a marker put into a passage of a text. */
export function placeOf(text: string, passage: string): Position {
  const offset = text.indexOf(passage.replace('‸', ''));
  assert.notEqual(offset, -1, `“${passage}” is there`);
  return documentOf(text).positionAt(offset + passage.indexOf('‸'));
}

export function textAt(text: string, range: Range): string {
  return documentOf(text).getText(range);
}

export function documentOf(text: string): TextDocument {
  return TextDocument.create(uri, 'disclosure-report', 1, text);
}

export function apply(text: string, edit: WorkspaceEdit): string {
  return TextDocument.applyEdits(documentOf(text), editsOf(edit));
}

export function editsOf(edit: WorkspaceEdit): TextEdit[] {
  const change = edit.documentChanges?.[0];
  return (change && 'edits' in change ? change.edits : edit.changes?.[uri]) as TextEdit[];
}
