/** A report's text as a Word document that says the same. */
import { open } from '../../formats/open.ts';
import { analyze } from '../../report/analyze.ts';
import type { Message, ReportAnalysis } from '../../report/model/index.ts';
import { publish } from '../../report/rewrite/published.ts';

/** The document's bytes, or why there is none: it is read again, and has to say what the text says. */
export async function publishReport(text: string): Promise<Uint8Array | Message> {
  const analysis = analyze(text, { assumeReport: true });
  const blocks = publish(analysis);
  if (blocks === null) return { key: 'cli.export.layout', args: {} };
  const { publishDocx } = await import('../../formats/docx/publish.ts');
  const bytes = await publishDocx(blocks, analysis.title?.text ?? '');
  const document = await open(bytes, 'report.docx');
  const isSame = factsIn(analyze(document.text, { assumeReport: true })) === factsIn(analysis);
  return isSame ? bytes : { key: 'cli.export.differs', args: {} };
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
