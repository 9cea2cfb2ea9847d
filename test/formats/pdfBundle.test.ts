/** What reads PDF as it ships: a file of its own, with the character maps of Chinese fonts. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { pdf } from '../../scripts/bundling.ts';
import type { readPdf } from '../../server/src/formats/pdf/bundle.ts';

test('a font that only a Chinese standard describes is read by its maps, and nothing is said on the way', async (t) => {
  const outfile = join(tmpdir(), `disclosure-report-pdf-${process.pid}.cjs`);
  const entryPoints = [join(import.meta.dirname, '..', '..', 'server/src/formats/pdf/bundle.ts')];
  await build({ ...pdf, minify: false, entryPoints, outfile });
  const spoken = t.mock.method(console, 'log', () => {});
  const bundle = createRequire(import.meta.url)(outfile) as { readonly readPdf: typeof readPdf };
  const { text } = await bundle.readPdf(new TextEncoder().encode(STANDARD_FONT));
  assert.equal(text, '政府信息公开12件\n');
  assert.equal(spoken.mock.callCount(), 0);
});

/** GBK codes in a font that is not in the file. */
const CONTENT = 'BT /F1 12 Tf 50 700 Td <D5FEB8AED0C5CFA2B9ABBFAA3132BCFE> Tj ET';
const STANDARD_FONT = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
4 0 obj << /Length ${CONTENT.length} >> stream
${CONTENT}
endstream endobj
5 0 obj << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >> endobj
6 0 obj << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >> endobj
7 0 obj << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> endobj
trailer << /Root 1 0 R >>
`;
