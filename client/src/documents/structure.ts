/**
 * Where a text that is shown of a document has other paragraphs or cells than the document: that cannot be written back.
 * Pure: no VS Code.
 */

/** Lines of the text, from and to; the last one is not among them. */
export interface StructureFault {
  readonly from: number;
  readonly to: number;
  /** How many lines, or cells of the one line, the document has there, and how many the text has. */
  readonly kind: 'lines' | 'cells';
  readonly expected: number;
  readonly found: number;
}

/** The faults of a text against the text that was read; both as lines. */
export function structureFaults(read: readonly string[], now: readonly string[]): readonly StructureFault[] {
  if (read.length === now.length)
    return now.flatMap((line, at) => {
      const [expected, found] = [cellsIn(read[at] ?? ''), cellsIn(line)];
      return expected === found ? [] : [{ from: at, to: at + 1, kind: 'cells' as const, expected, found }];
    });
  const most = Math.min(read.length, now.length);
  let head = 0;
  while (head < most && read[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && read[read.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const [expected, found] = [read.length - head - tail, now.length - head - tail];
  return [{ from: head, to: Math.max(head + 1, now.length - tail), kind: 'lines', expected, found }];
}

function cellsIn(line: string): number {
  return line.split('\t').length;
}
