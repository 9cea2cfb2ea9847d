/** Where things stand in the page, in CSS pixels, asked of the browser. The functions given to `evaluate` run in the page. */
import type { Page } from 'playwright-core';

/** A piece of a line between white space. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line that is in sight, with its number in the document. */
export interface Line {
  readonly number: number;
  readonly pieces: readonly Piece[];
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The lines of the editor that are in sight, as they are drawn; tabs are white space. */
export function linesIn(page: Page): Promise<Line[]> {
  return page.evaluate(() => {
    const numbers = new Map(
      [...document.querySelectorAll('.margin-view-overlays .line-numbers')].map((element) => [
        Math.round(element.getBoundingClientRect().top),
        Number(element.textContent),
      ]),
    );
    const pieceOf = (node: Text, start: number, text: string) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + text.length);
      const { left, right } = range.getBoundingClientRect();
      return { text, left, right };
    };
    /** A piece can be drawn in several colours. */
    const join = (pieces: ReturnType<typeof pieceOf>[]) => {
      const joined: typeof pieces = [];
      for (const piece of pieces) {
        const last = joined.at(-1);
        if (last && piece.left - last.right < 0.5)
          joined.splice(-1, 1, { text: last.text + piece.text, left: last.left, right: piece.right });
        else joined.push(piece);
      }
      return joined;
    };
    return [...document.querySelectorAll('.lines-content .view-line')].map((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const pieces: ReturnType<typeof pieceOf>[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node as Text;
        for (const match of text.data.matchAll(/[^\s\u00a0]+/g))
          pieces.push(pieceOf(text, match.index, match[0]));
      }
      return {
        number: numbers.get(Math.round(element.getBoundingClientRect().top)) ?? 0,
        pieces: join(pieces),
      };
    });
  });
}

/** The boxes of what a selector finds in the editor. */
export function boxesOf(page: Page, selector: string): Promise<Box[]> {
  return page.evaluate((wanted) => {
    return [...document.querySelectorAll(wanted)].map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    });
  }, selector);
}

/** Begins to watch the drawn lines: in each frame, how far the ends of their last pieces are from where they were. */
export function watchEnds(page: Page): Promise<void> {
  return page.evaluate(() => {
    const ends = (): Map<number, number> => {
      const found = new Map<number, number>();
      for (const line of document.querySelectorAll('.lines-content .view-line')) {
        const spans = line.querySelectorAll('span > span');
        const last = [...spans].findLast((span) => span.textContent?.trim());
        if (last && spans.length > 8)
          found.set(Math.round(line.getBoundingClientRect().top), last.getBoundingClientRect().right);
      }
      return found;
    };
    const before = ends();
    const watch = { frames: 0, farthest: 0, moved: 0, text: '', isOn: true, lines: before.size };
    const look = (): void => {
      if (!watch.isOn) return;
      watch.frames += 1;
      const moves = [...ends()].map(([top, right]) => Math.abs(right - (before.get(top) ?? right)));
      watch.moved = Math.max(0, ...moves);
      watch.farthest = Math.max(watch.farthest, watch.moved);
      watch.text = document.querySelector('.lines-content')?.textContent ?? '';
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(globalThis, { endsWatch: watch });
  });
}

/** Presses a key that changes the text, and waits for a frame with the new text in which every end is where it was. */
export async function pressWatched(page: Page, key: string): Promise<void> {
  const before = await page.evaluate(() => (globalThis as unknown as Watched).endsWatch.text);
  await page.keyboard.press(key);
  await page.waitForFunction((text) => {
    const { endsWatch } = globalThis as unknown as Watched;
    return endsWatch.text !== text && endsWatch.moved <= 0.5;
  }, before);
}

interface Watched {
  readonly endsWatch: {
    text: string;
    moved: number;
    frames: number;
    farthest: number;
    isOn: boolean;
    lines: number;
  };
}

/** What was seen since `watchEnds`, which ends with this. */
export function stopWatching(page: Page): Promise<{ frames: number; farthest: number; lines: number }> {
  return page.evaluate(() => {
    const { endsWatch } = globalThis as unknown as Watched;
    endsWatch.isOn = false;
    return endsWatch;
  });
}
