/** Numbers on a line of their own, and the label they belong to. */
import { type Label, lineOf } from './spacedLabels.ts';
import type { SpacedRow } from './spacedRow.ts';

/** Further away, numbers belong to no label; a number alone is then rather a page's. */
const FARTHEST = 3;
const FARTHEST_ALONE = 1;

/**
 * The rows with the labels that stand on other lines than their numbers, in order.
 *
 * @param rows rows as far as a line tells, some of them without a label
 * @param alone labels of rows that no numbers stand beside
 * @param keepsColumns whether a label can stand below its numbers, as where both are centred in a cell
 */
export function pairUp(
  rows: readonly SpacedRow[],
  alone: readonly Label[],
  keepsColumns: boolean,
): SpacedRow[] {
  const items = [...(keepsColumns ? withPieces(rows) : rows), ...alone.map(withoutNumbers)].sort(
    (a, b) => a.line - b.line,
  );
  const paired: SpacedRow[] = [];
  for (let from = 0; from < items.length; ) {
    if (isWhole(items[from]!)) {
      paired.push(items[from++]!);
      continue;
    }
    let to = from + 1;
    while (to < items.length && !isWhole(items[to]!)) to++;
    if (keepsColumns) for (const row of pairRun(items.slice(from, to))) paired.push(row);
    else goOn(paired, items.slice(from, to));
    from = to;
  }
  return withRests(paired, keepsColumns)
    .map((row, at) => (isDoubtful(row, paired[at - 1], paired[at + 1]) ? { ...row, isDoubtful: true } : row))
    .filter((row) => isNamed(row) || row.numbers.length > 1);
}

/** Numbers on the lines that a label is broken over, each in columns of its own and together as many as its row has, are one row. */
function withPieces(rows: readonly SpacedRow[]): SpacedRow[] {
  const joined: SpacedRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    const whole = last && (joinPieces(last, row) ?? joinPieces(row, last));
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(row);
  }
  return joined;
}

function joinPieces(named: SpacedRow, bare: SpacedRow): SpacedRow | null {
  const { label } = named;
  const line = label && lineOf(label);
  if (!line || isNamed(bare) || bare.numbers.length === 0 || named.numbers.length === 0) return null;
  if (bare.line < label.first || bare.line > label.last) return null;
  const numbers = [...named.numbers, ...bare.numbers].sort((a, b) => a.from - b.from);
  const areApart = numbers.every(({ from }, at) => at === 0 || from > numbers[at - 1]!.to);
  if (!areApart || numbers.length !== line.cells.length) return null;
  return {
    ...(named.numbers.length > bare.numbers.length ? named : bare),
    label,
    unknown: named.unknown,
    numbers,
  };
}

/** A number alone behind a row may be the rest of one that a narrow column broke: neither is then to be read. */
function withRests(rows: readonly SpacedRow[], keepsColumns: boolean): SpacedRow[] {
  const joined: SpacedRow[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    if (above && mayBeRest(row, above, keepsColumns))
      joined[joined.length - 1] = { ...above, numbers: [...above.numbers, ...row.numbers], isDoubtful: true };
    else joined.push(row);
  }
  return joined;
}

function mayBeRest(row: SpacedRow, above: SpacedRow, keepsColumns: boolean): boolean {
  const [rest] = row.numbers;
  if (!rest || isNamed(row) || row.numbers.length > 1 || !above.label || above.numbers.length === 0)
    return false;
  if (keepsColumns)
    return (
      row.line === above.line + 1 &&
      above.numbers.some((number) => number.from < rest.to && number.to > rest.from)
    );
  return above.numbers.length === 1 || !/^\d+$/.test(rest.text);
}

/** A row without numbers beside numbers without a label: they may be its own. */
function isDoubtful({ numbers }: SpacedRow, ...beside: readonly (SpacedRow | undefined)[]): boolean {
  return numbers.length === 0 && beside.some((other) => other?.label === null);
}

function withoutNumbers(label: Label): SpacedRow {
  return { label, unknown: [], numbers: [], line: label.last, page: label.page };
}

function isNamed({ label, unknown }: Pick<SpacedRow, 'label' | 'unknown'>): boolean {
  return label !== null || unknown.length > 0;
}

function isWhole({ label, unknown, numbers }: SpacedRow): boolean {
  return numbers.length > 0 && isNamed({ label, unknown });
}

/**
 * Text that lost its columns: numbers go on with what stands in front of them, as many as it can have. Where labels are
 * stacked in front of their numbers, or numbers are left over, each could be another's: none is then given away.
 */
function goOn(paired: SpacedRow[], run: readonly SpacedRow[]): void {
  if (areStacked(paired.at(-1), run)) {
    for (const row of run) paired.push(row.label ? { ...row, isDoubtful: true } : row);
    return;
  }
  for (const row of run) {
    const last = paired.at(-1);
    const wanted = (last?.label && lineOf(last.label)?.cells.length) ?? 0;
    if (!row.label && last && last.numbers.length + row.numbers.length <= wanted)
      paired[paired.length - 1] = { ...last, numbers: [...last.numbers, ...row.numbers] };
    else paired.push(row);
  }
}

/** Whether labels without numbers and rows of numbers without labels do not come in turns, a row broken over lines counted as one. */
function areStacked(before: SpacedRow | undefined, run: readonly SpacedRow[]): boolean {
  if (!run.some(({ label }) => label) || !run.some(({ label }) => !label)) return false;
  let open = before?.label ? roomBehind(before) : 0;
  let isBehindLabel = false;
  return run.some(({ label, numbers }) => {
    const isInTurn = label ? !isBehindLabel : numbers.length <= open;
    open = label ? (lineOf(label)?.cells.length ?? 0) : open - numbers.length;
    isBehindLabel = label !== null;
    return !isInTurn;
  });
}

function roomBehind({ label, numbers }: SpacedRow): number {
  return Math.max(0, ((label && lineOf(label)?.cells.length) ?? 0) - numbers.length);
}

/** Labels and numbers in turns: each pair is a row. Else numbers take the nearer label, if one is. */
function pairRun(run: readonly SpacedRow[]): SpacedRow[] {
  const inTurns =
    run.length % 2 === 0 &&
    run.every((row, at) => at === 0 || !row.label === !!run[at - 1]!.label) &&
    run.every((row, at) => at % 2 === 0 || areNear(row, run[at - 1]!));
  if (inTurns) return run.flatMap((row, at) => (at % 2 === 0 ? merge(row, run[at + 1]!) : []));
  const taken = new Map<SpacedRow, SpacedRow>();
  run.forEach((row, at) => {
    if (row.label) return;
    const [above, below] = [run[at - 1], run[at + 1]].map((other) =>
      other?.label && !taken.has(other) ? other : undefined,
    );
    const nearer =
      distance(above, row) < distance(below, row)
        ? above
        : distance(below, row) < distance(above, row)
          ? below
          : undefined;
    if (nearer && areNear(nearer, row)) taken.set(nearer, row).set(row, nearer);
  });
  return run.flatMap((row) => {
    const other = taken.get(row);
    if (!other) return row;
    return row.label ? merge(row, other) : [];
  });
}

function merge(row: SpacedRow, other: SpacedRow): SpacedRow {
  const [named, bare] = row.label ? [row, other] : [other, row];
  return { ...bare, label: named.label };
}

function areNear(one: SpacedRow, other: SpacedRow): boolean {
  const [named, bare] = one.label ? [one, other] : [other, one];
  return distance(named, bare) <= (bare.numbers.length > 1 ? FARTHEST : FARTHEST_ALONE);
}

function distance(label: SpacedRow | undefined, row: SpacedRow): number {
  if (!label?.label) return Number.POSITIVE_INFINITY;
  return Math.max(row.line - label.label.last, label.label.first - row.line);
}
