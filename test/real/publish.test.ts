/** Published reports are written as Word documents and web pages that say the same. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decode } from '../../server/src/files/encoding.ts';
import { publishReport } from '../../server/src/publishReport.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { hasMarkup } from '../../server/src/report/tables/layouts/html/markup.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'reports');
const skip = existsSync(folder) ? false : 'the real reports (../shared/reports) are not there';

test('every report that is whole is written, and read back equal', { skip }, async () => {
  const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
  const refused: string[] = [];
  let written = 0;
  for (const name of names) {
    const { text } = decode(readFileSync(join(folder, name)));
    const { tables, form } = analyze(text, { assumeReport: true });
    const isKnown = tables.every(({ cells }) => cells.every(({ state }) => state !== 'unknown'));
    if (tables.length < form.tables.length || !isKnown || hasMarkup(text)) continue;
    for (const kind of ['docx', 'html'] as const) {
      if ((await publishReport(text, kind)) instanceof Uint8Array) written++;
      else refused.push(`${name} as ${kind}`);
    }
  }
  assert.deepEqual(refused, []);
  assert.ok(written > 0);
});
