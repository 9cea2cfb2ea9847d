/** Columns of tables in the real editor: what the browser measures, what is copied and saved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, ok, same } from '../suite/expect.ts';
import { boxesOf, type Line, linesIn, pressWatched, stopWatching, watchEnds } from './measure.ts';
import type { PageTest, Workbench } from './workbench.ts';

const name = 'faulty.disclosure.txt';
const text = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'workspace', name), 'utf8');
const lines = text.split('\n');
/** Pixels. */
const tolerance = 0.5;

/** By line number from 1. */
const columnLine = numberOf('\t商业企业\t');
const firstRow = columnLine + 1;
const lastRow = numberOf('四、结转下年度');
/** With it in the middle, rows fill a small window. */
const middleRow = lastRow - 6;

function numberOf(part: string): number {
  return lines.findIndex((line) => line.includes(part)) + 1;
}

/** In every view. */
export const columnTests: readonly PageTest[] = [
  { title: 'numbers end under each other, tab size 8', run: (workbench) => expectColumns(workbench, 8) },
  { title: 'numbers end under each other, tab size 2', run: (workbench) => expectColumns(workbench, 2) },
  { title: 'the caret stands at the digit it is put before', run: expectCaret },
  { title: 'a squiggle stands below its digits', run: expectSquiggle },
];

/** In one view: fonts and screens change nothing about them. */
export const editingTests: readonly PageTest[] = [
  { title: 'no frame without a gap in 50 keystrokes', run: expectSteadyFrames },
  { title: 'what is copied is the text', run: expectCopy },
  { title: 'what is saved is the text', run: expectSave },
  { title: 'Tab and arrow keys go from cell to cell, and do what they always do elsewhere', run: expectKeys },
  { title: 'switched off, the text stands as it was typed', run: expectOff },
  // Last: it leaves the text changed.
  { title: 'what was fixed is shown beside what it was', run: expectChangesShown },
];

async function expectColumns(workbench: Workbench, tabSize: number): Promise<void> {
  await workbench.run('Change Tab Display Size').then(() => chooseTabSize(workbench, tabSize));
  await workbench.goTo(middleRow, 0);
  await eventually(async () => {
    const edges = edgesOf(await rowsIn(workbench));
    ok(
      edges.every(({ spread }) => spread <= tolerance),
      `columns apart: ${JSON.stringify(edges)}`,
    );
    same(edges.length, 7, `columns: ${JSON.stringify(edges)}`);
  });
}

async function chooseTabSize({ page }: Workbench, tabSize: number): Promise<void> {
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: '1' }).first().waitFor();
  await page.keyboard.type(String(tabSize));
  await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: String(tabSize) }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`[id="status.editor.indentation"][aria-label="Tab Size: ${tabSize}"]`).waitFor();
}

/** The rows of numbers that are in sight. */
async function rowsIn({ page }: Workbench): Promise<Line[]> {
  const seen = (await linesIn(page)).filter(({ number }) => number >= firstRow && number <= lastRow);
  ok(seen.length > 5, `only ${seen.length} rows in sight`);
  return seen;
}

interface Edge {
  readonly at: number;
  readonly spread: number;
}

/** The right edges of all numbers, those near each other as one. */
function edgesOf(rows: readonly Line[]): Edge[] {
  const ends = rows
    .flatMap(({ pieces }) => pieces.filter((piece) => /^\d+$/.test(piece.text)))
    .map(({ right }) => right);
  const groups: number[][] = [];
  for (const end of ends.sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && end - (last[0] ?? 0) < 12) last.push(end);
    else groups.push([end]);
  }
  return groups.map((group) => ({ at: group[0] ?? 0, spread: (group.at(-1) ?? 0) - (group[0] ?? 0) }));
}

/** A row's second number, and how many characters it begins before the end of the line. */
function secondNumber(line: number): { readonly back: number; readonly digits: string } {
  const row = lines[line - 1] ?? '';
  const [, found] = [...row.matchAll(/(?<=\t)\d+(?=\t|$)/g)];
  ok(found, `no second number in line ${line}`);
  return { back: row.length - found.index, digits: found[0] };
}

async function expectCaret(workbench: Workbench): Promise<void> {
  const { back, digits } = secondNumber(middleRow);
  await workbench.goTo(middleRow, back);
  await eventually(async () => {
    const [caret] = await boxesOf(workbench.page, '.cursors-layer .cursor');
    const piece = numbersOf(await rowsIn(workbench), middleRow)[1];
    ok(caret && piece && piece.text === digits, 'no caret or no number');
    ok(Math.abs(caret.left - piece.left) <= 2, `caret at ${caret.left}, digits from ${piece.left}`);
  });
}

function numbersOf(rows: readonly Line[], line: number): Line['pieces'] {
  const row = rows.find(({ number }) => number === line);
  return row?.pieces.filter((piece) => /^\d+$/.test(piece.text)) ?? [];
}

async function expectSquiggle(workbench: Workbench): Promise<void> {
  await eventually(async () => {
    const pieces = (await linesIn(workbench.page)).flatMap((line) => line.pieces);
    const squiggles = await boxesOf(workbench.page, '.view-overlays .squiggly-error');
    const fits = squiggles.filter(({ left, right }) =>
      pieces.some(
        (piece) =>
          /^\d+$/.test(piece.text) && Math.abs(piece.left - left) <= 1 && Math.abs(piece.right - right) <= 1,
      ),
    );
    ok(fits.length > 0, `squiggles at ${JSON.stringify(squiggles)}`);
  });
}

async function expectSteadyFrames(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const { back, digits } = secondNumber(middleRow);
  await workbench.goTo(middleRow, back - digits.length);
  await watchEnds(page);
  for (let stroke = 0; stroke < 50; stroke++) await pressWatched(page, stroke % 2 === 0 ? '7' : 'Backspace');
  const { frames, farthest, lines: watched } = await stopWatching(page);
  ok(watched > 5 && frames >= 25, `${frames} frames of ${watched} lines were seen`);
  // A digit's own width and that of the tab behind it may be shown for a moment, never a missing gap.
  ok(farthest < 24, `a row's end was ${farthest} px from its place`);
}

async function expectColumnsKept(workbench: Workbench): Promise<void> {
  const edges = edgesOf(await rowsIn(workbench));
  ok(
    edges.every(({ spread }) => spread <= tolerance),
    `columns apart: ${JSON.stringify(edges)}`,
  );
}

async function expectCopy({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await eventually(async () => {
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    ok(copied === text, `copied ${copied.length} characters, there are ${text.length}`);
  });
}

async function expectSave(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const { back } = secondNumber(middleRow);
  await workbench.goTo(middleRow, back);
  await page.keyboard.type('9');
  await page.keyboard.press('Control+S');
  await eventually(() => {
    const line = lines[middleRow - 1] ?? '';
    const changed = lines.with(middleRow - 1, `${line.slice(0, -back)}9${line.slice(-back)}`).join('\n');
    same(workbench.saved(name), changed);
  });
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+S');
  await eventually(() => same(workbench.saved(name), text));
}

async function expectKeys(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const rows = [lines[middleRow - 1] ?? '', lines[middleRow] ?? ''];
  const [above, below] = rows.map((row) => row.split('\t'));
  ok(above?.length === 10 && below?.length === 10, 'two whole rows expected');
  await workbench.goTo(middleRow, secondNumber(middleRow).back);
  // The command is to be had only once VS Code knows that the cursor is in a table.
  await workbench.run('Next Cell of the Table');
  await workbench.cursorIs(`Ln ${middleRow}, `, 'selected');
  await page.keyboard.type('5');
  await workbench.nothingIsSelected();
  await page.keyboard.press('Tab');
  await workbench.cursorIs(`Ln ${middleRow}, `, 'selected');
  await page.keyboard.type('6');
  await workbench.nothingIsSelected();
  await page.keyboard.press('ArrowDown');
  await workbench.cursorIs(`Ln ${middleRow + 1}, `);
  await page.keyboard.type('7');
  const prose = numberOf('（一）主动公开');
  await workbench.goTo(prose, 0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+S');
  await eventually(() => {
    const changed = [above.with(5, '5').with(6, '6').join('\t'), below.with(6, `${below[6]}7`).join('\t')];
    const expected = lines.toSpliced(middleRow - 1, 2, ...changed).with(prose - 1, `${lines[prose - 1]}\t`);
    same(workbench.saved(name).split('\n'), expected);
  });
  for (let steps = 0; steps < 4; steps++) await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+S');
  await eventually(() => same(workbench.saved(name), text));
}

async function expectOff(workbench: Workbench): Promise<void> {
  const before = edgesOf(await rowsIn(workbench)).length;
  await workbench.run('Align Columns of Tables: On or Off');
  await eventually(async () => {
    ok(edgesOf(await rowsIn(workbench)).length > before, 'still aligned');
    same((await boxesOf(workbench.page, '.lines-content [class*="ced-"]')).length, 0, 'decorations left');
  });
  await workbench.run('Align Columns of Tables: On or Off');
  await eventually(() => expectColumnsKept(workbench));
}

async function expectChangesShown(workbench: Workbench): Promise<void> {
  await workbench.run('Fix All Safe Findings in This Report');
  await workbench.page.locator('.notifications-toasts').getByText('Show Changes').click();
  await workbench.page.locator('.tab', { hasText: 'what was fixed' }).waitFor();
  await workbench.page.locator('.monaco-diff-editor .line-delete').first().waitFor({ state: 'attached' });
}
