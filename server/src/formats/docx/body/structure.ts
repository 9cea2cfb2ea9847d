/** Tables, rows, cells and text boxes. */
import type { XmlElement } from '../../xml/walk.ts';
import { isOn, numberOf } from '../numbering/definitions.ts';
import type { Block, Row } from '../wordModel.ts';
import { Container } from './bodyContainer.ts';
import { type CellDraft, type Entrance, newStory, type Reading, type RowDraft } from './reading.ts';

/** More columns no table of Word can have (63); a number made up by an attribute must not cost memory. */
const MOST_COLUMNS = 63;

const enterTable: Entrance = (reading) => {
  const { container } = reading.story;
  const rows: Row[] = [];
  return reading.enter(newStory(container, rows), () => container.addTable({ kind: 'table', rows }));
};

const enterRow: Entrance = ({ story, sources }) => {
  const row: RowDraft = { cells: [], before: 0, isDeleted: false };
  story.row = row;
  return () => {
    story.row = null;
    if (row.isDeleted) sources.account.add('deletions');
    else story.rows?.push({ cells: row.cells, before: row.before });
  };
};

const enterCell: Entrance = (reading) => {
  const { row } = reading.story;
  if (row === null) return undefined;
  reading.countBlock();
  const blocks: Block[] = [];
  const container = new Container((block) => blocks.push(block));
  const cell: CellDraft = { blocks, span: 1, isMerged: false, isPartOfPrevious: false, isDeleted: false };
  return reading.enter({ ...newStory(container), cell }, () => {
    container.finish();
    if (!cell.isDeleted) row.cells.push(cell);
  });
};

/** The text of a box is read behind what it hangs on. */
const enterTextBox: Entrance = (reading) => {
  const blocks: Block[] = [];
  const container = new Container((block) => blocks.push(block));
  return reading.enter(newStory(container), () => {
    container.finish();
    if (blocks.every((block) => block.kind === 'paragraph' && block.pieces.length === 0)) return;
    reading.sources.account.add('textBoxes');
    reading.boxes.push(...blocks);
  });
};

const countedColumns = ({ attribute }: XmlElement): number =>
  Math.max(0, Math.min(numberOf(attribute('val'), 0), MOST_COLUMNS));

const readColumnsBefore: Entrance = ({ story }, element) => {
  if (story.row) story.row.before = countedColumns(element);
  return undefined;
};

const ofCell =
  (read: (cell: CellDraft, element: XmlElement, reading: Reading) => void): Entrance =>
  (reading, element, parent) => {
    if (parent === 'w:tcPr' && reading.story.cell) read(reading.story.cell, element, reading);
    return undefined;
  };

const continues = ({ attribute }: XmlElement): boolean => attribute('val') !== 'restart';

export const structure: Readonly<Record<string, Entrance>> = {
  'w:tbl': enterTable,
  'w:tr': enterRow,
  'w:tc': enterCell,
  'w:txbxContent': enterTextBox,
  'w:gridBefore': readColumnsBefore,
  'w:gridSpan': ofCell((cell, element) => {
    cell.span = Math.max(1, countedColumns(element));
  }),
  'w:vMerge': ofCell((cell, element) => {
    cell.isMerged = continues(element);
  }),
  'w:hMerge': ofCell((cell, element) => {
    cell.isPartOfPrevious = continues(element);
  }),
  'w:cellDel': ofCell((cell, _, { sources }) => {
    cell.isDeleted = true;
    sources.account.add('deletions');
  }),
};

/** Whether an element that may say no says yes. */
export function saysYes({ attribute }: XmlElement): boolean {
  return isOn(attribute('val'));
}
