/** Reports as PDF: numbers by the lines round their cells, and never a guess where there are none. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FormatError } from '../../server/src/formats/error.ts';
import type { AccountKind, OpenDocument, OpenOptions } from '../../server/src/formats/model.ts';
import { open } from '../../server/src/formats/open.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { sound } from '../unit/support/report.ts';
import { stated } from './support/pages.ts';
import {
  coded,
  type DrawnPage,
  drawReport,
  type PdfStyle,
  pdfOf,
  plainPdf,
  type ReportLayout,
  widthOf,
} from './support/pdfs.ts';

const read = (bytes: Uint8Array, options?: OpenOptions): Promise<OpenDocument> =>
  open(bytes, 'a.pdf', options);
const wanted = stated(sound);

function countOf({ account }: OpenDocument, kind: AccountKind): number {
  return account.find((item) => item.kind === kind)?.count ?? 0;
}

async function readsAsSound(
  pages: readonly DrawnPage[],
  style: Partial<PdfStyle> = {},
): Promise<OpenDocument> {
  const document = await read(pdfOf(pages, style));
  assert.deepEqual(stated(document.text), wanted, document.text);
  return document;
}

/** Each character by itself, with whatever is written in front of it. */
const eachCharacter =
  (before: (x: number, y: number) => string): PdfStyle['text'] =>
  ({ text, x, y, size }) => {
    let at = x;
    return [...text]
      .map((character) => {
        const written = `BT /F1 ${size} Tf ${before(at, 842 - y)} ${coded(character)} Tj ET`;
        at += widthOf(character, size);
        return written;
      })
      .join('\n');
  };

describe('a PDF with lines round its cells says what its report says', () => {
  it('paragraphs are put together, page numbers left out', async () => {
    const document = await readsAsSound(drawReport(sound));
    assert.equal(document.text, sound.replace(/\n\n+/g, '\n'));
    assert.deepEqual(document.account, [
      { kind: 'pages', count: 4, isRead: true },
      { kind: 'paragraphs', count: 18, isRead: true },
      { kind: 'tables', count: 3, isRead: true },
      { kind: 'headersAndFooters', count: 4, isRead: false },
    ]);
    assert.equal(document.edit, undefined);
    assert.deepEqual(document.map, []);
  });

  const layouts: Readonly<Record<string, Partial<ReportLayout>>> = {
    'without lines at a table’s sides': { isDrawn: (line, isBorder) => line === 'across' || !isBorder },
    'without lines at its upper and lower border': {
      isDrawn: (line, isBorder) => line === 'down' || !isBorder,
    },
    'with numbers at the left of their cells': { align: 'left' },
    'with a line that comes again on each page': {
      header: '青禾县人民政府办公室',
      footer: (page) => `${page}`,
    },
    'with footers in words': { footer: (page) => `第${page}页 共4页` },
    'with a header that a table has on each page': { repeatsHeader: true },
  };
  for (const [name, layout] of Object.entries(layouts)) {
    it(name, async () => {
      await readsAsSound(drawReport(sound, layout));
    });
  }

  const styles: Readonly<Record<string, Partial<PdfStyle>>> = {
    'with lines that are filled boxes': {
      line: (x0, y0, x1, y1) => `${x0 - 0.3} ${842 - y1 - 0.3} ${x1 - x0 + 0.6} ${y1 - y0 + 0.6} re f`,
    },
    'with lines in pieces': {
      line: (x0, y0, x1, y1) =>
        Array.from({ length: 20 }, (_, at) => {
          const [from, to] = [at / 20, (at + 0.97) / 20].map(
            (part) => `${x0 + (x1 - x0) * part} ${842 - y0 - (y1 - y0) * part}`,
          );
          return `${from} m ${to} l S`;
        }).join('\n'),
    },
    'with lines that are drawn on a page turned by its matrix': {
      line: (x0, y0, x1, y1) => `q 0 1 -1 0 0 0 cm ${842 - y0} ${-x0} m ${842 - y1} ${-x1} l S Q`,
    },
    'with each character by itself': { text: eachCharacter((x, y) => `1 0 0 1 ${x} ${y} Tm`) },
    'with each character moved to from the last': {
      text: ({ text, x, y, size }) =>
        `BT /F1 ${size} Tf ${x} ${842 - y} Td ${[...text].map((c) => `${coded(c)} Tj ${widthOf(c, size)} 0 Td`).join(' ')} ET`,
    },
    'with characters set apart and stretched': {
      text: ({ text, x, y, size }) =>
        `BT /F1 ${size} Tf 50 Tz ${widthOf('一', size) / 2} Tc ${x} ${842 - y} Td [${coded(text)} -1] TJ ET`,
    },
    'with text scaled by its matrix': {
      text: ({ text, x, y, size }) =>
        `BT /F1 1 Tf ${size} 0 0 ${size} ${x} ${842 - y} Tm ${coded(text)} Tj ET`,
    },
    'with characters drawn twice to look bold': {
      text: (drawn) => [0, 0.3].map((shift) => plainPdf.text({ ...drawn, x: drawn.x + shift })).join('\n'),
    },
  };
  for (const [name, style] of Object.entries(styles)) {
    it(name, async () => {
      await readsAsSound(drawReport(sound), style);
    });
  }

  it('on pages that are shown turned, or whose content is', async () => {
    const pages = drawReport(sound);
    for (const turn of [90, 180, 270])
      await readsAsSound(pages.map((page) => ({ ...page, entries: `/Rotate ${turn}` })));
    await readsAsSound(
      pages.map((page) => ({ ...page, before: '0 1 -1 0 842 0 cm', entries: '/MediaBox [0 0 842 595]' })),
    );
  });

  it('with a frame round each page, and white lines', async () => {
    const pages = drawReport(sound).map((page) => ({
      ...page,
      lines: [
        ...page.lines,
        [40, 30, 555, 30],
        [40, 820, 555, 820],
        [40, 30, 40, 820],
        [555, 30, 555, 820],
      ] as DrawnPage['lines'],
      before: '1 1 1 RG 300 0 m 300 842 l S 0 0 0 RG',
    }));
    await readsAsSound(pages);
  });

  it('blank cells are blank, each in its place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 199 }), { minLength: 1, maxLength: 150 }),
        async (blanks) => {
          const text = blankedAt(new Set(blanks));
          const document = await read(pdfOf(drawReport(text)));
          assert.deepEqual(stated(document.text).cells, stated(text).cells);
        },
      ),
      { numRuns: 5 },
    );
  });

  it('places name page, table, row and column', async () => {
    const { text, placeOf } = await read(pdfOf(drawReport(sound)));
    assert.deepEqual(placeOf(0), { page: 1, paragraph: 1 });
    assert.deepEqual(placeOf(text.indexOf('132\t')), { page: 3, table: 2, row: 4, column: 4 });
    assert.deepEqual(placeOf(text.indexOf('129\t')), { page: 3, table: 2, row: 27, column: 4 });
  });
});

/** The sound report with some of its cells blank: a space, so that no cell above reaches over them. */
function blankedAt(cells: ReadonlySet<number>): string {
  const spans = analyze(sound).tables.flatMap((table) => table.cells.map(({ span }) => span));
  return spans.reduceRight(
    (text, { start, end }, index) => (cells.has(index) ? `${text.slice(0, start)} ${text.slice(end)}` : text),
    sound,
  );
}

describe('without lines nothing is guessed', () => {
  const layouts: Readonly<Record<string, Partial<ReportLayout>>> = {
    'none at all': { isDrawn: () => false },
    'lines across alone': { isDrawn: (line) => line === 'across' },
    'lines down, and a border': { isDrawn: (line, isBorder) => line === 'down' || isBorder },
  };
  for (const [name, layout] of Object.entries(layouts)) {
    it(name, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 199 }), { maxLength: 120 }), async (blanks) => {
          const text = blankedAt(new Set(blanks));
          const document = await read(pdfOf(drawReport(text, layout)));
          assert.ok(countOf(document, 'unplacedTables') > 0, JSON.stringify(document.account));
          assert.deepEqual(wrongNumbers(document.text, text), []);
        }),
        { numRuns: 5 },
      );
    });
  }
});

/** Cells that are read as another number than stands in them. */
function wrongNumbers(found: string, expected: string): string[] {
  const right = new Map(stated(expected).cells.map((cell) => cell.split('=') as [string, string]));
  return stated(found).cells.filter((cell) => {
    const [name, value] = cell.split('=') as [string, string];
    const [number] = value.split(' ');
    // A cell of a row whose total proves it to be 0 is no guess.
    return number !== 'null' && right.get(name)?.split(' ')[0] !== number && !value.endsWith('derived');
  });
}

describe('what is not to be read is left out, and said', () => {
  it('text behind a scanned page, white text, text outside of the page', async () => {
    const [first, ...others] = drawReport(sound);
    const ghost = (mode: string, y: number): string =>
      `q ${mode} BT /F1 12 Tf 100 ${y} Td ${coded('三、结果99')} Tj ET Q`;
    const before = [ghost('3 Tr', 700), ghost('1 1 1 rg', 600), ghost('', 2000)].join('\n');
    const document = await readsAsSound([{ ...first!, before }, ...others]);
    assert.equal(countOf(document, 'hiddenText'), 1);
  });

  it('marks of notes, smaller and raised', async () => {
    const text: PdfStyle['text'] = (drawn) => {
      const { x, y, size } = drawn;
      const mark = { text: '①2', x: x + widthOf(drawn.text, size), y: y - size / 3, size: size / 2 };
      return drawn.text === '132' ? `${plainPdf.text(drawn)}\n${plainPdf.text(mark)}` : plainPdf.text(drawn);
    };
    const document = await readsAsSound(drawReport(sound), { text });
    assert.equal(countOf(document, 'notes'), 2);
  });

  it('a page that is a picture', async () => {
    const [first, ...others] = drawReport(sound);
    const picture = 'q 500 0 0 700 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q';
    const document = await read(pdfOf([first!, { texts: [], lines: [], before: picture }, ...others]));
    assert.deepEqual(stated(document.text), wanted);
    assert.deepEqual(
      document.account.find(({ kind }) => kind === 'pagesWithoutText'),
      { kind: 'pagesWithoutText', count: 1, isRead: false, place: { page: 2 } },
    );
    await refused('noText', pdfOf([{ texts: [], lines: [], before: picture }]));
  });
});

async function refused(reason: string, bytes: Uint8Array, options: OpenOptions = {}): Promise<void> {
  await assert.rejects(read(bytes, options), (error) => {
    assert.ok(error instanceof FormatError, String(error));
    assert.equal(error.reason.key, `format.refused.${reason}`);
    return true;
  });
}

describe('refused', () => {
  const pages = drawReport(sound);
  const page = { texts: [{ text: '一', x: 9, y: 9, size: 9 }], lines: [] };

  it('what needs a password', async () => {
    const id = '0123456789abcdef'.repeat(4);
    const trailer = `/ID [<${id}> <${id}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${id}> /U <${id}> >>`;
    await refused('passwordProtected', pdfOf(pages, { trailer }));
  });

  it('what is damaged, or cut off before its pages', async () => {
    const whole = pdfOf(pages);
    await refused('damaged', new TextEncoder().encode('%PDF-1.7\n1 0 obj <<>> endobj'));
    await refused('damaged', whole.slice(0, 300));
  });

  it('more than 200 pages', async () => {
    await refused('tooManyPages', pdfOf(Array.from({ length: 201 }, () => page)));
    const most = await read(pdfOf(Array.from({ length: 200 }, () => page)));
    assert.equal(countOf(most, 'pages'), 200);
  });

  it('reading ends when it is cancelled, and tells how far it is', async () => {
    const controller = new AbortController();
    const done: number[] = [];
    const onProgress = (part: number): void => {
      done.push(part);
      if (done.length === 2) controller.abort(new Error('enough'));
    };
    await assert.rejects(read(pdfOf(pages), { signal: controller.signal, onProgress }), /enough/);
    assert.deepEqual(done, [0.25, 0.5]);
  });

  const hostile: Readonly<Record<string, DrawnPage>> = {
    'lines without number': {
      texts: [],
      lines: Array.from(
        { length: 30_000 },
        (_, at) => [at % 500, at % 700, (at % 500) + 50, at % 700] as const,
      ),
    },
    'a net of lines': {
      texts: [],
      lines: Array.from(
        { length: 500 },
        (_, at) =>
          (at % 2 ? [0, at, 590, at] : [at, 0, at, 800]) as readonly [number, number, number, number],
      ),
    },
    'states saved without end': { texts: [], lines: [], before: 'q '.repeat(5_000) },
    'one character over and over': {
      texts: Array.from({ length: 20_000 }, () => ({ text: '九', x: 100, y: 100, size: 9 })),
      lines: [],
    },
  };
  for (const [name, drawn] of Object.entries(hostile)) {
    it(`or read in a few seconds: ${name}`, { timeout: 20_000 }, async () => {
      await read(pdfOf([page, drawn]));
    });
  }
});
