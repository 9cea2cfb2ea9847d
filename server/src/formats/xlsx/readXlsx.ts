/** Reports as Excel workbooks: read, never written. */
import { forms } from '../../report/form/index.ts';
import { lookUp, vocabularyOf } from '../../report/form/vocabulary.ts';
import { normalize } from '../../report/text/normal.ts';
import { compose, type TextLine } from '../compose.ts';
import { FormatError } from '../error.ts';
import type { AccountItem, AccountKind, OpenDocument, OpenOptions } from '../model.ts';
import { openPackage, readText } from '../package.ts';
import { readWorkbook } from './workbook.ts';
import { mergedKey, readSheet, type Sheet } from './worksheet.ts';

/**
 * Reads the sheets that are shown, a row a line, values as Excel last worked them out. Columns without text are left out.
 *
 * @throws FormatError for a workbook that is damaged, unsafe, too large or empty
 */
export async function readXlsx(bytes: Uint8Array, { signal }: OpenOptions = {}): Promise<OpenDocument> {
  const file = openPackage(bytes);
  const workbook = readWorkbook(file);
  const shown = workbook.sheets.filter(({ isHidden }) => !isHidden);
  const sheets = shown.map(({ part }) => {
    signal?.throwIfAborted();
    const source = readText(file.zip, part)?.text;
    if (source === undefined) throw new FormatError('damaged', { detail: part });
    return readSheet(source, part, workbook);
  });
  if (sheets.every(({ rows }) => rows.size === 0)) throw new FormatError('noText');
  const columns = sheets.map(shownColumns);
  const lines = sheets.flatMap((sheet, index) => linesOfSheet(sheet, index + 1, columns[index] ?? []));
  const { text, map, placeOf } = compose(lines);
  return {
    kind: 'xlsx',
    text,
    map,
    // Columns are counted as they stand in the sheet, hidden and blank ones too.
    placeOf(offset) {
      const place = placeOf(offset);
      const column = columns[(place.sheet ?? 0) - 1]?.[(place.column ?? 1) - 1];
      return column === undefined ? place : { ...place, column };
    },
    account: accountOfWorkbook(sheets, workbook.sheets.length),
  };
}

/** Columns that are shown and have text in a row that is shown. */
function shownColumns({ rows, hiddenRows, hiddenColumns }: Sheet): number[] {
  const columns = new Set<number>();
  for (const [row, cells] of rows)
    if (!hiddenRows.has(row)) for (const column of cells.keys()) columns.add(column);
  return [...columns].filter((column) => !hiddenColumns.has(column)).sort((a, b) => a - b);
}

/** How many rows and columns are hidden that have text; whoever hides the unused ones hides thousands. */
function hiddenWithText({ rows, hiddenRows, hiddenColumns }: Sheet): number {
  const columns = new Set([...rows.values()].flatMap((cells) => [...cells.keys()]));
  const hidden = [...rows.keys()].filter((row) => hiddenRows.has(row));
  return hidden.length + [...columns].filter((column) => hiddenColumns.has(column)).length;
}

function linesOfSheet(sheet: Sheet, number: number, columns: readonly number[]): TextLine[] {
  const shown = [...sheet.rows].filter(([row]) => !sheet.hiddenRows.has(row)).sort(([a], [b]) => a - b);
  return shown.flatMap(([row, cells]): TextLine[] => {
    const texts = columns.map((column) => cells.get(column) ?? '');
    const filled = texts.filter((text) => text !== '');
    const [only] = filled;
    if (only === undefined) return [];
    const isAlone = filled.length === 1 && isParagraph(sheet, row, texts, columns);
    const own = isAlone ? [only] : texts;
    // A paragraph is a row of one cell: it has a place in the sheet, too.
    return [
      { place: { sheet: number, row }, isRow: true, cells: own.map((text) => [{ text, source: null }]) },
    ];
  });
}

/** Of a row with one text: whether that is a title or prose, and not the label of a row whose numbers are blank. */
function isParagraph(
  sheet: Sheet,
  row: number,
  texts: readonly string[],
  columns: readonly number[],
): boolean {
  const at = texts.findIndex((text) => text !== '');
  const last = sheet.merged.get(mergedKey(row, columns[at] ?? 0)) ?? 0;
  return last >= (columns.at(-1) ?? 0) || !isRowLabel(texts[at] ?? '');
}

function isRowLabel(text: string): boolean {
  const normal = normalize(text);
  return forms.some((form) => lookUp(vocabularyOf(form), normal).some(({ kind }) => kind === 'line'));
}

function accountOfWorkbook(sheets: readonly Sheet[], all: number): readonly AccountItem[] {
  const sum = (numberOf: (sheet: Sheet) => number): number =>
    sheets.reduce((total, sheet) => total + numberOf(sheet), 0);
  const items: readonly (readonly [kind: AccountKind, count: number, isRead: boolean])[] = [
    ['sheets', sheets.length, true],
    ['formulaCells', sum(({ computed }) => computed), true],
    ['formulaCells', sum(({ uncomputed }) => uncomputed), false],
    ['hiddenSheets', all - sheets.length, false],
    ['hiddenRows', sum(hiddenWithText), false],
  ];
  return items.filter(([, count]) => count > 0).map(([kind, count, isRead]) => ({ kind, count, isRead }));
}
