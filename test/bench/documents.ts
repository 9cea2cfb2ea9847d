/**
 * 9. Reports as web pages, Word documents and PDF, read: against parsing the same page alone, against unpacking and parsing
 * the same parts, and against pdf.js's own extraction of the text of the same file.
 */
import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SaxesParser } from 'saxes';
import { readDocx } from '../../server/src/formats/docx/readDocx.ts';
import { readHtml } from '../../server/src/formats/html/readHtml.ts';
import { readPdf } from '../../server/src/formats/pdf/readPdf.ts';
import { contentOf, pageOf } from '../formats/support/pages.ts';
import { drawReport, pdfOf } from '../formats/support/pdfs.ts';
import { bodyOf, wordOf } from '../formats/support/word.ts';
import { sound } from '../unit/support/report.ts';
import { printTable, ratioRow } from './table.ts';
import { inTurnsAsync, shortened } from './turns.ts';

const PAGE_TURNS = { warmUp: 60, rounds: 300 };
const WORD_TURNS = { warmUp: 40, rounds: 200 };
const PDF_TURNS = { warmUp: 10, rounds: 40 };

/** @param brief whether a tenth of the turns will do */
export async function measureDocuments(brief: boolean): Promise<void> {
  const page = new TextEncoder().encode(pageOf(contentOf(sound)));
  const word = wordOf(bodyOf(sound));
  const pdf = pdfOf(drawReport(sound));
  const pages = await inTurnsAsync(
    () => timed(() => readHtml(page)),
    () => timed(async () => parsePage(page)),
    shortened(PAGE_TURNS, brief),
  );
  const words = await inTurnsAsync(
    () => timed(() => readDocx(word)),
    () => timed(async () => parseParts(word)),
    shortened(WORD_TURNS, brief),
  );
  const pdfs = await inTurnsAsync(
    () => timed(() => readPdf(pdf)),
    () => timed(() => extractText(pdf)),
    shortened(PDF_TURNS, brief),
  );
  printTable('9. Reports as documents, read into text', [
    ratioRow('a web page, against parsing it alone', pages, ''),
    ratioRow('a Word document, against unpacking and parsing it alone', words, 'p50 ≤ 2×'),
    ratioRow('a PDF, against pdf.js extracting its text', pdfs, 'p50 ≤ 1.3×'),
  ]);
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

function parsePage(bytes: Uint8Array): number {
  let length = 0;
  const parser = new Parser({
    ontext: (text) => {
      length += text.length;
    },
  });
  parser.end(new TextDecoder().decode(bytes));
  return length;
}

function parseParts(bytes: Uint8Array): void {
  for (const part of Object.values(unzipSync(bytes))) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('opentag', () => {});
    parser.on('text', () => {});
    parser.write(new TextDecoder().decode(part)).close();
  }
}

async function extractText(bytes: Uint8Array): Promise<void> {
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++)
    await (await document.getPage(number)).getTextContent();
  await task.destroy();
}
