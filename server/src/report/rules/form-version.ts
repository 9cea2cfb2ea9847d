import { formForYear } from '../form/index.ts';
import type { Report, Span, StatutoryForm } from '../model/index.ts';
import { matchFrom } from '../text/match.ts';
import { normalize } from '../text/normal.ts';
import { type Breach, message, type Rule } from './rule.ts';

/** Year and number of a document behind the words of who issued it: 〔2021〕30号. */
const NUMBER = /\s{0,3}[〔[［（(【]\s{0,3}(\d{4})\s{0,3}[〕\]］）)】]\s{0,3}(\d{1,3})\s{0,3}号/y;
/** How far around the number its title is looked for. */
const REACH = 90;

/** Tables and cited document are those of the form for the report's year, and the document is named by its own title. */
export const formVersion: Rule = {
  id: 'form-version',
  severity: 'warning',
  fix: 'none',
  example: { right: '〔2021〕30号', wrong: '〔2019〕60号' },
  check(report: Report): Iterable<Breach> {
    const cited = citedForms(report);
    const wrong = wrongDocuments(report, cited);
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

/** The document of another year's form where that of the report's own is nowhere cited, though its tables are used. */
function supersededDocument(report: Report, cited: readonly CitedForm[]): Breach[] {
  const expected = expectedForm(report);
  const [first] = cited;
  if (!first || expected !== report.form || cited.some(({ form }) => form === expected)) return [];
  const args = { year: report.title!.year!, found: first.form.document, expected: expected.document };
  return [{ span: first.span, message: message('finding.form-version.superseded', args) }];
}

interface CitedForm {
  readonly span: Span;
  readonly form: StatutoryForm;
}

/** The documents of forms that a report cites. */
function citedForms({ source: { text }, forms }: Report): CitedForm[] {
  return citedDocuments(text, forms).flatMap(({ span, document }) => {
    const normal = normalize(document);
    const form = forms.find((candidate) => normalize(candidate.document) === normal);
    return form ? [{ span, form }] : [];
  });
}

interface CitedDocument {
  readonly span: Span;
  /** Its number as the forms write it. */
  readonly document: string;
}

/** Every number of a document whose issuer has prescribed a form. */
function citedDocuments(text: string, forms: readonly StatutoryForm[]): CitedDocument[] {
  const cited: CitedDocument[] = [];
  for (const issuer of issuersOf(forms)) {
    const { length } = issuer;
    for (let start = text.indexOf(issuer); start !== -1; start = text.indexOf(issuer, start + length)) {
      const match = matchFrom(NUMBER, text, start + length);
      if (!match) continue;
      const span = { start, end: start + length + match[0].length };
      cited.push({ span, document: `${issuer}〔${match[1]}〕${match[2]}号` });
    }
  }
  return cited;
}

const issuers = new WeakMap<readonly StatutoryForm[], ReadonlySet<string>>();

/** The words in front of the year in the numbers of the forms' documents. */
function issuersOf(forms: readonly StatutoryForm[]): ReadonlySet<string> {
  let own = issuers.get(forms);
  if (own === undefined) {
    own = new Set(forms.map(({ document }) => document.split('〔')[0]!));
    issuers.set(forms, own);
  }
  return own;
}
