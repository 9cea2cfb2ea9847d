/** A text with its lines. Pure; positions are computed on demand. */
import { countBelow } from './search.ts';

export interface Position {
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, in UTF-16 code units. */
  readonly character: number;
}

/** A text and where its lines begin. Line ends are \n, \r\n and \r, as in LSP. */
export class SourceText {
  readonly text: string;
  readonly lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.lineStarts = findLineStarts(text);
  }

  /** The line break of the first line, for text that is added; \n where there is none. */
  get lineBreak(): string {
    const next = this.lineStarts[1];
    return next === undefined ? '\n' : this.text.slice(this.lineEnd(0), next);
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** Offset of the end of a line, its line break not included. */
  lineEnd(line: number): number {
    const next = this.lineStarts[line + 1];
    if (next === undefined) return this.text.length;
    const last = this.text.charCodeAt(next - 1);
    const isCrLf = last === LF && next - 2 >= this.lineStarts[line]! && this.text.charCodeAt(next - 2) === CR;
    return isCrLf ? next - 2 : next - 1;
  }

  /** The line an offset stands on; offsets outside the text are clamped. */
  lineAt(offset: number): number {
    return Math.max(0, countBelow(this.lineStarts, offset + 1) - 1);
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, character: Math.min(clamped, this.lineEnd(line)) - this.lineStarts[line]! };
  }

  offsetAt(position: Position): number {
    const start = this.lineStarts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.text.length;
    return Math.max(start, Math.min(start + position.character, this.lineEnd(position.line)));
  }
}

const LF = 10;
const CR = 13;

function findLineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
    }
    return starts;
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
