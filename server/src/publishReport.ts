/** A report's text as a Word document or a web page that says the same. */
import { open } from './formats/open.ts';
import { analyze } from './report/analyze.ts';
import type { Message, ReportAnalysis } from './report/model/index.ts';
import { type PublishedBlock, publish } from './report/rewrite/published.ts';

/** The kinds of documents that are written, by the endings of their names. */
export type PublishedKind = 'docx' | 'html';

/** The document's bytes, or why there is none: it is read again, and has to say what the text says. */
export async function publishReport(text: string, kind: PublishedKind): Promise<Uint8Array | Message> {
  const analysis = analyze(text, { assumeReport: true });
  const blocks = publish(analysis);
  if (blocks === null) return { key: 'export.layout', args: {} };
  const write = await writers[kind]();
  const bytes = await write(blocks, analysis.title?.text ?? '');
  const document = await open(bytes, `report.${kind}`);
  const isSame = factsIn(analyze(document.text, { assumeReport: true })) === factsIn(analysis);
  return isSame ? bytes : { key: 'export.differs', args: {} };
}

type Writer = (blocks: readonly PublishedBlock[], title: string) => Promise<Uint8Array>;

const writers: Readonly<Record<PublishedKind, () => Promise<Writer>>> = {
  docx: async () => (await import('./formats/docx/publishDocx.ts')).publishDocx,
  html: async () => (await import('./formats/html/publishHtml.ts')).publishHtml,
};

/** The kind that a name asks for, `null` where it is none of them. */
export function publishedKindOf(name: string): PublishedKind | null {
  if (/\.docx$/i.test(name)) return 'docx';
  return /\.html?$/i.test(name) ? 'html' : null;
}

function factsIn({ title, sections, tables }: ReportAnalysis): string {
  return JSON.stringify([
    [title?.issuer, title?.year],
    sections.map(({ id, ordinal, title: name }) => [id, ordinal, name]),
    tables.map(({ form, values, cells }) => [
      form.id,
      values,
      cells.map(({ state, value }) => [state, value]),
    ]),
  ]);
}
