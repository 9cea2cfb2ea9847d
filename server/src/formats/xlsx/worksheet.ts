/** The cells of a worksheet. */
import { gapBetween } from '../../report/text/number.ts';
import { FormatError } from '../error.ts';
import { walkXml, type XmlElement } from '../xml/walk.ts';
import { shownNumber } from './cellStyles.ts';
import type { Workbook } from './workbook.ts';

/** Cells that say something, by row and column, both from 1, as they stand in the sheet. */
export interface Sheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** By row and column of their first cell: the last column that a merged cell reaches over. */
  readonly merged: ReadonlyMap<string, number>;
  /** Cells with a formula: whose value is there as Excel last worked it out, and whose is not. */
  readonly computed: number;
  readonly uncomputed: number;
}

const MOST_CELLS = 400_000;
const MOST_COLUMNS = 16_384;
const REFERENCE = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;

/** @throws FormatError for what is damaged or too large */
export function readSheet(source: string, part: string, workbook: Workbook): Sheet {
  const reader = new SheetReader(workbook);
  walkXml(source, part, reader);
  return reader;
}

export function mergedKey(row: number, column: number): string {
  return `${row} ${column}`;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  hasFormula: boolean;
}

class SheetReader implements Sheet {
  readonly rows = new Map<number, Map<number, string>>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly merged = new Map<string, number>();
  computed = 0;
  uncomputed = 0;
  readonly #workbook: Workbook;
  #cells = 0;
  #row = 0;
  #column = 0;
  #cell: OpenCell | null = null;
  /** Whether text belongs to the value of the open cell. */
  #isValue = false;
  #readings = 0;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open(element: XmlElement): void {
    const { id, attribute } = element;
    this.#isValue = (id === 's:v' || id === 's:t') && this.#readings === 0 && this.#cell !== null;
    if (this.#isValue && this.#cell) this.#cell.value ??= '';
    if (id === 's:row') this.#openRow(element);
    else if (id === 's:c') this.#openCell(element);
    else if (id === 's:f' && this.#cell) this.#cell.hasFormula = true;
    else if (id === 's:rPh') this.#readings++;
    else if (id === 's:col' && isTrue(attribute('hidden'))) this.#hideColumns(element);
    else if (id === 's:mergeCell') this.#merge(attribute('ref') ?? '');
  }

  text(text: string): void {
    if (this.#isValue && this.#cell) this.#cell.value = (this.#cell.value ?? '') + text;
  }

  close({ id }: XmlElement): void {
    this.#isValue = false;
    if (id === 's:rPh') this.#readings--;
    if (id !== 's:c' || !this.#cell) return;
    this.#closeCell(this.#cell);
    this.#cell = null;
  }

  /** Rows and cells that do not say where they stand follow the one before. */
  #openRow({ attribute }: XmlElement): void {
    this.#row = Number(attribute('r') ?? this.#row + 1);
    this.#column = 0;
    if (isTrue(attribute('hidden'))) this.hiddenRows.add(this.#row);
  }

  #openCell({ attribute }: XmlElement): void {
    const place = placeOfReference(attribute('r') ?? '');
    this.#column = place?.column ?? this.#column + 1;
    this.#cell = {
      row: place?.row ?? this.#row,
      column: this.#column,
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      value: null,
      hasFormula: false,
    };
  }

  #closeCell(cell: OpenCell): void {
    if (cell.hasFormula && cell.value === null) this.uncomputed++;
    else if (cell.hasFormula) this.computed++;
    const text = oneLine(this.#shown(cell));
    if (text === '') return;
    if (++this.#cells > MOST_CELLS) throw new FormatError('tooLarge', { most: String(MOST_CELLS) });
    const row = this.rows.get(cell.row) ?? new Map<number, string>();
    this.rows.set(cell.row, row.set(cell.column, text));
  }

  #shown({ type, style, value }: OpenCell): string {
    const { strings, looks, epoch } = this.#workbook;
    if (value === null) return '';
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    return type === 'n' ? shownNumber(value, looks[style] ?? 'plain', epoch) : value;
  }

  #hideColumns({ attribute }: XmlElement): void {
    const last = Math.min(Number(attribute('max')), MOST_COLUMNS);
    for (let column = Number(attribute('min')); column <= last; column++) this.hiddenColumns.add(column);
  }

  #merge(reference: string): void {
    const [first = '', last = ''] = reference.split(':');
    const from = placeOfReference(first);
    const to = placeOfReference(last);
    if (from && to) this.merged.set(mergedKey(from.row, from.column), to.column);
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** B7 is row 7 of column 2. */
function placeOfReference(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = REFERENCE.exec(reference) ?? [];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

/** The lines of a cell as one. Numbers on two lines stay two. */
function oneLine(text: string): string {
  return text
    .split(/[\t\r\n\v\f\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((whole, line) => whole + gapBetween(whole, line) + line, '');
}
