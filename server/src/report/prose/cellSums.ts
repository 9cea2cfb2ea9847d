/** Sums of cells, as the prose's meanings are written: received + carriedIn, handledTotal - otherHandling.other. */

/** A row or a group of rows in a column, added or taken away. */
export interface Term {
  /** A row's id, or what the ids of a group's rows begin with. */
  readonly row: string;
  readonly column: string;
  readonly sign: 1 | -1;
}

/** Cells that are added up. */
export type Sum = readonly Term[];

const TOTAL = 'total';

/** A sum as it is written: rows with + or - between them, `@` in front of a column that is not 总计. */
export function parseSum(written: string): Sum {
  let sign: Term['sign'] = 1;
  const terms: Term[] = [];
  for (const part of written.split(' ')) {
    if (part === '+' || part === '-') {
      sign = part === '+' ? 1 : -1;
      continue;
    }
    const [row = '', column = TOTAL] = part.split('@');
    terms.push({ row, column, sign });
  }
  return terms;
}
