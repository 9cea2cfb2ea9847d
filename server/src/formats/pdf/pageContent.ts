/** What a page draws, read from the operators of its content: characters with their places, and lines. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { rulesOf } from './drawnPaths.ts';
import {
  type Direction,
  type Glyph,
  identity,
  type Matrix,
  multiply,
  type PageContent,
  type Rule,
  transformed,
} from './geometry.ts';

/** A font as far as it matters to where its characters stand. */
export interface Font {
  readonly fontMatrix?: readonly number[] | null;
  readonly vertical?: boolean;
  readonly defaultVMetrics?: readonly number[] | null;
}

/** As pdf.js tells a character to be shown; a number moves the next one by thousandths of the font's size. */
type Shown = number | CodedGlyph;

interface CodedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly vmetric?: readonly number[] | null;
  readonly isSpace: boolean;
}

export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface PageFrame {
  readonly width: number;
  readonly height: number;
  /** From the page's own space to the page as it is shown. */
  readonly transform: Matrix;
  fontNamed(name: string): Font | null;
  isShown(layer: unknown): boolean;
}

/** Reads a page's operators, in the order in which they are carried out. */
export function readContent({ fnArray, argsArray }: Operators, frame: PageFrame): PageContent {
  const reader = new ContentReader(frame);
  fnArray.forEach((operator, index) => {
    const args = argsArray[index];
    reader.read(operator, Array.isArray(args) ? args : []);
  });
  reader.endPicture();
  const { glyphs, rules, pictures, unnamed, invisible } = reader;
  return { width: frame.width, height: frame.height, glyphs, rules, pictures, unnamed, invisible };
}

interface State {
  readonly matrix: Matrix;
  readonly stroke: string;
  readonly fill: string;
  readonly font: Font | null;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

/** Neither filled nor stroked: how text lies behind a scanned page. */
const INVISIBLE = 3;
const INVISIBLE_CLIP = 7;
/** So nearly white that nobody sees it on paper. */
const WHITE = /^#(?:f[a-f0-9]){3}$/i;
/** Codes for which the font names no character. */
const UNNAMED = /^[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]|^$/;
/** From a character's foot to its middle, in parts of the font's size. */
const MIDDLE = 0.36;
const THOUSANDTH = 0.001;

/** In square points: less is an ornament, or no place for a picture but a change of scale. */
const SMALLEST_PICTURE = 100;

type Handler = (args: readonly unknown[]) => void;

class ContentReader {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  pictures = 0;
  unnamed = 0;
  invisible = 0;
  readonly #frame: PageFrame;
  #state: State;
  readonly #saved: State[] = [];
  #textMatrix: Matrix = identity;
  /** Where the line of text begins, and where on it the next character stands. */
  #line = { x: 0, y: 0 };
  #x = 0;
  #y = 0;
  /** Of the marked content that is open: whether it is shown. */
  readonly #layers: boolean[] = [];
  #isApart = false;
  #isPicturePlaced = false;
  readonly #handlers: ReadonlyMap<number, Handler>;

  constructor(frame: PageFrame) {
    this.#frame = frame;
    this.#state = {
      matrix: frame.transform,
      stroke: '#000000',
      fill: '#000000',
      font: null,
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
    this.#handlers = new Map([...this.#stateHandlers(), ...this.#textHandlers(), ...this.#drawingHandlers()]);
  }

  read(operator: number, args: readonly unknown[]): void {
    this.#handlers.get(operator)?.(args);
  }

  /** A place is made for a picture, and none comes: pdf.js was told to unpack none. */
  endPicture(): void {
    if (this.#isPicturePlaced) this.pictures++;
    this.#isPicturePlaced = false;
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #stateHandlers(): readonly (readonly [number, Handler])[] {
    const save = (): void => {
      this.#saved.push(this.#state);
    };
    const restore = (): void => {
      this.endPicture();
      this.#state = this.#saved.pop() ?? this.#state;
    };
    const transform = (matrix: unknown): void => {
      if (!isMatrix(matrix)) return;
      this.#set({ matrix: multiply(this.#state.matrix, matrix) });
      this.#isPicturePlaced = unitArea(this.#state.matrix) >= SMALLEST_PICTURE;
    };
    return [
      [OPS.save, save],
      [OPS.restore, restore],
      [OPS.beginGroup, save],
      [OPS.endGroup, restore],
      [OPS.paintFormXObjectEnd, restore],
      [OPS.transform, (args) => transform(args)],
      [
        OPS.paintFormXObjectBegin,
        ([matrix]) => {
          save();
          transform(matrix && [...(matrix as Iterable<unknown>)]);
        },
      ],
      [OPS.setStrokeRGBColor, ([color]) => this.#set({ stroke: String(color) })],
      [OPS.setFillRGBColor, ([color]) => this.#set({ fill: String(color) })],
      [OPS.setGState, ([states]) => this.#graphicsState(states)],
      [OPS.beginMarkedContent, () => void this.#layers.push(true)],
      [
        OPS.beginMarkedContentProps,
        ([tag, layer]) => void this.#layers.push(tag !== 'OC' || this.#frame.isShown(layer)),
      ],
      [OPS.endMarkedContent, () => void this.#layers.pop()],
    ];
  }

  #graphicsState(states: unknown): void {
    if (!Array.isArray(states)) return;
    for (const [key, value] of states) if (key === 'Font' && Array.isArray(value)) this.#font(value);
  }

  #font([name, size]: readonly unknown[]): void {
    this.#set({ font: this.#frame.fontNamed(String(name)), fontSize: Number(size) });
  }

  #textHandlers(): readonly (readonly [number, Handler])[] {
    const number =
      (change: (value: number) => Partial<State>): Handler =>
      ([value]) =>
        this.#set(change(Number(value)));
    return [
      [OPS.beginText, () => this.#setTextMatrix(identity)],
      [OPS.setTextMatrix, ([matrix]) => isMatrix(matrix) && this.#setTextMatrix(matrix)],
      [OPS.setFont, (args) => this.#font(args)],
      [OPS.setCharSpacing, number((charSpacing) => ({ charSpacing }))],
      [OPS.setWordSpacing, number((wordSpacing) => ({ wordSpacing }))],
      [OPS.setHScale, number((scale) => ({ scale: scale / 100 }))],
      [OPS.setLeading, number((leading) => ({ leading: -leading }))],
      [OPS.setTextRise, number((rise) => ({ rise }))],
      [OPS.setTextRenderingMode, number((mode) => ({ mode }))],
      [OPS.moveText, ([x, y]) => this.#moveText(Number(x), Number(y))],
      [
        OPS.setLeadingMoveText,
        ([x, y]) => {
          this.#set({ leading: Number(y) });
          this.#moveText(Number(x), Number(y));
        },
      ],
      [OPS.nextLine, () => this.#moveText(0, this.#state.leading)],
      [OPS.showText, ([shown]) => Array.isArray(shown) && this.#show(shown)],
    ];
  }

  #setTextMatrix(matrix: Matrix): void {
    this.#textMatrix = matrix;
    this.#line = { x: 0, y: 0 };
    this.#x = 0;
    this.#y = 0;
  }

  #moveText(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y };
    this.#x = this.#line.x;
    this.#y = this.#line.y;
  }

  #show(shown: readonly Shown[]): void {
    this.#isPicturePlaced = false;
    const { font, fontSize, scale } = this.#state;
    const isVertical = font?.vertical === true;
    for (const each of shown) {
      let advance: number;
      if (typeof each === 'number') advance = (isVertical ? 1 : -1) * each * fontSize * THOUSANDTH;
      else advance = this.#showGlyph(each, isVertical);
      if (isVertical) this.#y -= advance;
      else this.#x += advance * scale;
    }
  }

  /** @returns how far the next character stands from this one, before it is stretched */
  #showGlyph(glyph: CodedGlyph, isVertical: boolean): number {
    const { font, fontSize, charSpacing, wordSpacing } = this.#state;
    const unit = fontSize * (font?.fontMatrix?.[0] ?? THOUSANDTH);
    const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
    const metric = glyph.vmetric ?? font?.defaultVMetrics;
    const length = isVertical ? -(metric?.[0] ?? -1000) * unit : glyph.width * unit;
    this.#place(glyph, length, isVertical);
    return isVertical ? length - spacing : length + spacing;
  }

  #place({ unicode }: CodedGlyph, length: number, isVertical: boolean): void {
    const { mode, fill } = this.#state;
    const isSpace = unicode.trim() === '' && unicode !== '';
    if (isSpace) this.#isApart = true;
    else if (UNNAMED.test(unicode)) this.unnamed++;
    else if (mode === INVISIBLE || mode === INVISIBLE_CLIP) this.invisible++;
    else if (!this.#layers.includes(false) && !WHITE.test(fill)) this.#add(unicode, length, isVertical);
  }

  #add(text: string, length: number, isVertical: boolean): void {
    const { matrix, fontSize, scale, rise } = this.#state;
    const own = multiply(matrix, this.#textMatrix);
    const size = Math.abs(fontSize) * Math.hypot(own[2], own[3]);
    const [x, y] = isVertical
      ? transformed(own, this.#x, this.#y - length / 2 + rise)
      : transformed(own, this.#x + (length * scale) / 2, this.#y + rise + MIDDLE * fontSize);
    const { width, height } = this.#frame;
    if (!(x >= 0 && x <= width && y >= 0 && y <= height && size > 0)) return;
    const along = isVertical ? Math.hypot(own[2], own[3]) : scale * Math.hypot(own[0], own[1]);
    const direction = isVertical ? 'columns' : directionOf(own, fontSize);
    this.glyphs.push({
      text,
      x,
      y,
      width: Math.abs(length * along),
      size,
      direction,
      isApart: this.#isApart,
    });
    this.#isApart = false;
  }

  #drawingHandlers(): readonly (readonly [number, Handler])[] {
    return [[OPS.constructPath, ([paint, data]) => this.#path(Number(paint), data)]];
  }

  #path(paint: number, data: unknown): void {
    this.#isPicturePlaced = false;
    const [path] = Array.isArray(data) ? data : [];
    if (!(path instanceof Float32Array) || this.#layers.includes(false)) return;
    const { matrix, stroke, fill } = this.#state;
    const isStroked = strokes.has(paint) && !WHITE.test(stroke);
    const isFilled = fills.has(paint) && !WHITE.test(fill);
    if (isStroked || isFilled) for (const rule of rulesOf(path, matrix, isStroked)) this.rules.push(rule);
  }
}

const strokes = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

function isMatrix(value: unknown): value is Matrix {
  const numbers = value instanceof Float32Array ? [...value] : value;
  return Array.isArray(numbers) && numbers.length === 6 && numbers.every((each) => typeof each === 'number');
}

/** Of a square of one unit. */
function unitArea([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}

function directionOf([a, b]: Matrix, fontSize: number): Direction {
  const sign = fontSize < 0 ? -1 : 1;
  if (Math.abs(a) >= Math.abs(b)) return a * sign >= 0 ? 'right' : 'left';
  return b * sign >= 0 ? 'down' : 'up';
}
