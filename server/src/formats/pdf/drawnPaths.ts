/** The straight lines of a page's drawings. */
import { type Matrix, type Rule, transformed } from './geometry.ts';

/** Of the numbers of a path, what each step means; pdf.js's own. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
/** A filled box no thicker than this is a line. */
const THICKEST = 3;
/** Lines that lean no more than this are straight. */
const SLANT = 1;

type Point = readonly [x: number, y: number];

/** The lines that a path draws where it is stroked, or filled: its sides, or boxes as thin as lines. */
export function rulesOf(path: ArrayLike<number>, matrix: Matrix, isStroked: boolean): Rule[] {
  return outlines(path).flatMap((outline) => {
    const points = outline.map(([x, y]) => transformed(matrix, x, y));
    const thin = thinBox(points);
    if (thin) return [thin];
    return isStroked ? sides(points) : [];
  });
}

/** How many numbers follow each step; the last two are its end. */
const NUMBERS: Readonly<Record<number, number>> = { [MOVE]: 2, [LINE]: 2, [CURVE]: 6, [QUADRATIC]: 4 };

/** Curves count as the straight way to their end. */
function outlines(path: ArrayLike<number>): Point[][] {
  const all: Point[][] = [];
  let points: Point[] = [];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? CLOSE;
    const count = NUMBERS[step] ?? 0;
    const end = at + 1 + count;
    if (step === MOVE) {
      points = [];
      all.push(points);
    }
    const point = count === 0 ? points[0] : ([path[end - 2] ?? 0, path[end - 1] ?? 0] as const);
    if (point) points.push(point);
    at = end;
  }
  return all;
}

/** A box as thin as a line, along its middle. */
function thinBox(points: readonly Point[]): Rule | null {
  if (points.length < 4) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THICKEST && right - left > bottom - top)
    return { isAcross: true, at: (top + bottom) / 2, from: left, to: right };
  if (right - left <= THICKEST) return { isAcross: false, at: (left + right) / 2, from: top, to: bottom };
  return null;
}

function sides(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap(([x, y], index): Rule[] => {
    const [x0, y0] = points[index] ?? [x, y];
    const [across, down] = [Math.abs(x - x0), Math.abs(y - y0)];
    if (down <= SLANT && across > down)
      return [{ isAcross: true, at: (y + y0) / 2, from: Math.min(x, x0), to: Math.max(x, x0) }];
    if (across <= SLANT && down > across)
      return [{ isAcross: false, at: (x + x0) / 2, from: Math.min(y, y0), to: Math.max(y, y0) }];
    return [];
  });
}
