/** The comments that silence rules: how they look, and how one is written without changing how its line is read. */

import type { TextEdit } from '../model/index.ts';
import { isPipeLine } from '../tables/layouts/pipes.ts';
import type { SourceText } from '../text/text.ts';

export type SuppressionKind = 'disable-next-line' | 'disable-line' | 'disable' | 'enable';

/** Every such comment: its kind and the ids in it. */
export const SUPPRESSION =
  /<!--\s*disclosure-report-(disable-next-line|disable-line|disable|enable)(?![\w-])([^<>]*?)-->/g;
const BEFORE = /<!--\s*disclosure-report-disable-next-line(?:\s+[\w-]+)*(\s*-->)\s*$/;
const BEHIND = /<!--\s*disclosure-report-disable-line(?:\s+[\w-]+)*(\s*-->)\s*$/;

/**
 * The edit that silences a rule at the line of an offset: a comment on a line of its own before it, or one more id in the
 * comment that is there. A row between pipes takes it at its end: a line in between would cut a Markdown table in two.
 */
export function disableForLine(source: SourceText, offset: number, rule: string): TextEdit {
  const line = source.lineAt(offset);
  const text = textOfLine(source, line);
  const start = source.lineStarts[line]!;
  if (isPipeLine({ text: text.trim(), hasTab: text.includes('\t') })) {
    return (
      extendComment(source, line, rule, BEHIND) ??
      insertAt(start + text.length, commentBehind('disable-line', rule))
    );
  }
  return extendComment(source, line - 1, rule, BEFORE) ?? insertAt(start, newLine(source, text, rule));
}

/** A comment to stand behind a row; `rules` are ids, all where there are none. */
export function commentBehind(kind: Exclude<SuppressionKind, 'disable-next-line'>, rules: string): string {
  return ` <!-- disclosure-report-${`${kind} ${rules}`.trim()} -->`;
}

function textOfLine(source: SourceText, line: number): string {
  return source.text.slice(source.lineStarts[line], source.lineEnd(line));
}

function extendComment(source: SourceText, line: number, rule: string, pattern: RegExp): TextEdit | null {
  if (line < 0) return null;
  const comment = pattern.exec(textOfLine(source, line));
  if (!comment) return null;
  const end = comment.index + comment[0].lastIndexOf(comment[1]!);
  return insertAt(source.lineStarts[line]! + end, ` ${rule}`);
}

/** Indented as the line is, unless a tab would make it a row of a table. */
function newLine({ lineBreak }: SourceText, text: string, rule: string): string {
  const indentation = /^[ \u3000]*/.exec(text)![0];
  return `${indentation}<!-- disclosure-report-disable-next-line ${rule} -->${lineBreak}`;
}

function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
