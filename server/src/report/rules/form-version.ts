import { formForYear } from '../form/index.ts';
import type { Report, StatutoryForm } from '../model/index.ts';
import { normalize } from '../text/normal.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';
import { type CitedForm, citedForms, misquotedForms } from './support/citedDocuments.ts';

/** How far around the number its title is looked for. */
const REACH = 90;

/** Tables and cited document are those of the form for the report's year, and the document is named by its own title. */
export const formVersion: Rule = {
  id: 'form-version',
  severity: 'warning',
  fix: 'offered',
  example: { right: '〔2021〕30号', wrong: '〔2019〕60号' },
  check(report: Report): Iterable<Breach> {
    const cited = citedForms(report.source.text, report.forms);
    const wrong = [...wrongDocuments(report, cited), ...misquoted(report, cited)];
    return [...wrongForm(report), ...(wrong.length > 0 ? wrong : supersededDocument(report, cited))];
  },
};

function wrongForm(report: Report): Breach[] {
  const year = report.title?.year ?? null;
  const expected = expectedForm(report);
  if (expected === null || !report.isFormRecognized || !report.tables[0] || expected === report.form)
    return [];
  const args = { year: year!, found: report.form.document, expected: expected.document };
  return [{ span: headerOf(report), message: message('finding.form-version', args) }];
}

/** The form for the report's year, where that is one that has a form. */
function expectedForm({ title, forms }: Report): StatutoryForm | null {
  const year = title?.year ?? null;
  return year === null || year < forms.at(-1)!.years[0] ? null : formForYear(year, forms);
}

function headerOf(report: Report): Breach['span'] {
  const label = report.tables
    .flatMap((table) => table.header)
    .find((candidate) => candidate.kind === 'column');
  return label?.span ?? report.tables[0]!.span;
}

function wrongDocuments({ source: { text }, forms }: Report, all: readonly CitedForm[]): Breach[] {
  const breaches: Breach[] = [];
  for (const { span, form: cited } of all) {
    const written = text.slice(Math.max(0, span.start - REACH), span.end + REACH);
    // Mostly the title stands there in plain characters.
    if (written.includes(cited.documentMark)) continue;
    const around = normalize(written);
    const isNamed = (form: StatutoryForm): boolean => around.includes(normalize(form.documentMark));
    const other = forms.find((form) => form !== cited && isNamed(form));
    if (!other || isNamed(cited)) continue;
    const found = text.slice(span.start, span.end);
    const args = { found, title: other.documentTitle, expected: other.document };
    breaches.push({ span, message: message('finding.form-version.document', args) });
  }
  return breaches;
}

/** A number with a slip in it: 〔2019〕年60号. */
function misquoted({ source: { text }, forms }: Report, cited: readonly CitedForm[]): Breach[] {
  return misquotedForms(text, forms, cited).map(({ span, form: { document: expected } }) => ({
    span,
    message: message('finding.form-version.number', { found: text.slice(span.start, span.end), expected }),
    fixes: [fix('fix.replace', { expected }, false, [replace(span, expected)])],
  }));
}

/** The document of another year's form where that of the report's own is nowhere cited, though its tables are used. */
function supersededDocument(report: Report, cited: readonly CitedForm[]): Breach[] {
  const expected = expectedForm(report);
  const [first] = cited;
  if (!first || expected !== report.form || cited.some(({ form }) => form === expected)) return [];
  const args = { year: report.title!.year!, found: first.form.document, expected: expected.document };
  return [{ span: first.span, message: message('finding.form-version.superseded', args) }];
}
