/** What stands at the upper and lower edge of pages: their numbers, and lines that come again on each. */
import { isPageFooter } from '../../report/text/footer.ts';
import type { Block, LaidOutPage } from './layout.ts';

/** How far from an edge, in parts of the page's height. */
const EDGE = 0.12;
const PAGE_NUMBER = /^[-—–－~·\s]{0,6}\d{1,4}[-—–－~·\s]{0,6}$/;
const FEWEST_PAGES = 3;

/** The pages without what stands at their edges, and how many such lines there were. */
export function withoutEdges(pages: readonly LaidOutPage[]): {
  readonly pages: readonly (readonly Block[])[];
  readonly count: number;
} {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const text of new Set(edgeLines(page).map(([, own]) => pattern(own))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isRepeated = (text: string): boolean =>
    (counts.get(pattern(text)) ?? 0) >= Math.max(FEWEST_PAGES, pages.length / 2);
  let count = 0;
  const own = pages.map((page) => {
    const left = new Set(
      edgeLines(page).flatMap(([block, text]) => (isPageNumber(text) || isRepeated(text) ? [block] : [])),
    );
    count += left.size;
    return page.blocks.filter((block) => !left.has(block));
  });
  return { pages: own, count };
}

/** The lines at the edges: above and below everything else, no more than two at each. */
function edgeLines({ blocks, height }: LaidOutPage): (readonly [block: Block, text: string])[] {
  const isAtTop = (y: number): boolean => y < EDGE * height;
  const isAtBottom = (y: number): boolean => y > (1 - EDGE) * height;
  const outermost = [...blocks.slice(0, 2), ...blocks.slice(-2)];
  return outermost.flatMap((block) =>
    block.kind === 'line' && (isAtTop(block.line.y) || isAtBottom(block.line.y))
      ? [[block, block.line.text]]
      : [],
  );
}

function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text) || isPageFooter(text);
}

/** The same on each page but for its number. */
function pattern(text: string): string {
  return text.replace(/\d+/g, '#');
}
