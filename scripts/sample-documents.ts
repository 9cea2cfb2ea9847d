/** `npm run samples`: the samples that are documents, written from those that are text. The same text gives the same bytes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mock } from 'node:test';
import { publishedKindOf, publishReport } from '../server/src/publishReport.ts';

const root = join(import.meta.dirname, '..');

/** Documents by their names, and the texts they are written from: one full of faults, one in which nothing is wrong. */
const sources: Readonly<Record<string, string>> = {
  'samples/documents/松坪县自然资源局2025年政府信息公开工作年度报告.docx':
    'samples/松坪县自然资源局2025年政府信息公开工作年度报告.txt',
  'samples/documents/青石镇人民政府2025年政府信息公开工作年度报告.html':
    'samples/青石镇人民政府2025年政府信息公开工作年度报告.txt',
};

/** When the documents say they were made: the present would be in them otherwise. */
const MADE = Date.UTC(2026, 0, 20);

/** The documents' bytes by their names. */
export async function sampleDocuments(): Promise<ReadonlyMap<string, Uint8Array>> {
  const zone = process.env.TZ;
  // A zip file's entries carry the hour on the clock of the room.
  process.env.TZ = 'UTC';
  mock.timers.enable({ apis: ['Date'], now: MADE });
  try {
    const documents = new Map<string, Uint8Array>();
    for (const [name, source] of Object.entries(sources)) documents.set(name, await published(name, source));
    return documents;
  } finally {
    mock.timers.reset();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

async function published(name: string, source: string): Promise<Uint8Array> {
  const kind = publishedKindOf(name);
  if (kind === null) throw new Error(`${name}: no kind of document that is written`);
  const bytes = await publishReport(readFileSync(join(root, source), 'utf8'), kind);
  if (bytes instanceof Uint8Array) return bytes;
  throw new Error(`${source}: ${bytes.key}`);
}

if (import.meta.main) {
  for (const [name, bytes] of await sampleDocuments()) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), bytes);
    console.log(name);
  }
}
