/** The pages of a PDF, as pdf.js tells what they draw. */
import './platform.ts';
import {
  AnnotationMode,
  getDocument,
  OPS,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FormatError } from '../error.ts';
import type { OpenOptions } from '../model.ts';
import type { Matrix, PageContent } from './geometry.ts';
import { type Font, readContent } from './pageContent.ts';
import { hasUnusedFonts, unusedDocument } from './platform.ts';

/** By name, as they are packed with pdf.js. */
export type CharacterMaps = ReadonlyMap<string, Uint8Array>;

const MOST_PAGES = 200;
const MOST_SECONDS = 60;

/**
 * Reads what each page draws. Nothing is drawn, executed or fetched, pictures are not unpacked.
 *
 * @throws FormatError for what needs a password, is damaged, has too many pages or takes too long
 */
export async function readPages(
  bytes: Uint8Array,
  maps: CharacterMaps,
  { signal, onProgress }: OpenOptions,
): Promise<PageContent[]> {
  const latest = performance.now() + MOST_SECONDS * 1000;
  const task = getDocument({
    // pdf.js takes the bytes for its own.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    CMapReaderFactory: mapReader(maps),
    cMapPacked: true,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: !hasUnusedFonts,
    ownerDocument: unusedDocument as unknown as HTMLDocument,
    useWorkerFetch: false,
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES)
      throw new FormatError('tooManyPages', { found: document.numPages, most: MOST_PAGES });
    const layers = await document.getOptionalContentConfig();
    const isShown = (layer: unknown): boolean => layers.isVisible(layer) as boolean;
    const pages: PageContent[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      signal?.throwIfAborted();
      if (performance.now() > latest) throw new FormatError('tooSlow', { most: MOST_SECONDS });
      pages.push(await readPageContent(await document.getPage(number), isShown));
      onProgress?.(number / document.numPages);
    }
    return pages;
  } catch (error) {
    throw refusalOfPdf(error, signal);
  } finally {
    await task.destroy();
  }
}

async function readPageContent(
  page: PDFPageProxy,
  isShown: (layer: unknown) => boolean,
): Promise<PageContent> {
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  await fontsArrived(page, operators.fnArray, operators.argsArray);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const content = readContent(operators, {
    width,
    height,
    transform: transform as unknown as Matrix,
    fontNamed: (name) => fontNamed(page, name),
    isShown,
  });
  page.cleanup();
  return content;
}

/** Fonts are told apart from what they are used for. */
async function fontsArrived(
  { commonObjs }: PDFPageProxy,
  operators: readonly number[],
  args: readonly unknown[],
): Promise<void> {
  const uses = operators.flatMap((operator, index) => (operator === OPS.setFont ? [args[index]] : []));
  const names = new Set(uses.flatMap((use) => (Array.isArray(use) ? [String(use[0])] : [])));
  const late = [...names].filter((name) => !commonObjs.has(name));
  await Promise.all(late.map((name) => new Promise((resolve) => commonObjs.get(name, resolve))));
}

function fontNamed({ commonObjs }: PDFPageProxy, name: string): Font | null {
  return commonObjs.has(name) ? (commonObjs.get(name) as Font) : null;
}

function refusalOfPdf(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof FormatError || signal?.aborted) return error;
  if (error instanceof Error && error.name === 'PasswordException')
    return new FormatError('passwordProtected', {}, { cause: error });
  return new FormatError('damaged', { detail: 'PDF' }, { cause: error });
}

/** Gives pdf.js its character maps from memory. */
function mapReader(maps: CharacterMaps) {
  return class {
    readonly fetch = async ({ name }: { readonly name: string }) => {
      const cMapData = maps.get(name);
      if (!cMapData) throw new Error(`no character map ${name}`);
      return { cMapData, isCompressed: true };
    };
  };
}
