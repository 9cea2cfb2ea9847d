/** Pages whose text runs up or down are turned until it can be read. */
import type { Direction, Glyph, PageContent, Rule } from './geometry.ts';

/** The page as it is read; a page that is upright is left as it is. */
export function upright(content: PageContent): PageContent {
  const direction = mainDirection(content.glyphs);
  if (direction === 'right' || direction === 'columns') return content;
  const turnOnce = direction === 'up';
  let turned = content;
  for (let turns = turnOnce ? 1 : direction === 'left' ? 2 : 3; turns > 0; turns--)
    turned = turnedRight(turned);
  return turned;
}

function mainDirection(glyphs: readonly Glyph[]): Direction {
  const counts = new Map<Direction, number>();
  for (const { direction } of glyphs) counts.set(direction, (counts.get(direction) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 'right';
}

/** What ran up the page runs from left to right then. */
const afterTurn: Readonly<Record<Direction, Direction>> = {
  up: 'right',
  right: 'down',
  down: 'left',
  left: 'up',
  columns: 'columns',
};

/** A quarter turn to the right. */
function turnedRight(content: PageContent): PageContent {
  const { width, height } = content;
  return {
    ...content,
    width: height,
    height: width,
    glyphs: content.glyphs.map((glyph) => ({
      ...glyph,
      x: height - glyph.y,
      y: glyph.x,
      direction: afterTurn[glyph.direction],
    })),
    rules: content.rules.map((rule): Rule => {
      if (!rule.isAcross)
        return { isAcross: true, at: rule.at, from: height - rule.to, to: height - rule.from };
      return { isAcross: false, at: height - rule.at, from: rule.from, to: rule.to };
    }),
  };
}
