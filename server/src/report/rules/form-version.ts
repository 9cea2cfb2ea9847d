import { formForYear, forms } from '../form/index.ts';
import type { StatutoryForm } from '../model.ts';
import type { Report } from '../report.ts';
import { normalize } from '../source/normal.ts';
import { type Breach, message, type Rule } from './rule.ts';

const DOCUMENT =
  /国办公开办函\s{0,3}[〔[［（(【]\s{0,3}(\d{4})\s{0,3}[〕\]］）)】]\s{0,3}(\d{1,3})\s{0,3}号/g;
/** How far around the number its title is looked for. */
const REACH = 90;

/** The tables are those of the form for the report's year, and a cited document is named by its own title. */
export const formVersion: Rule = {
  id: 'form-version',
  severity: 'warning',
  fix: 'none',
  example: { right: '〔2021〕30号', wrong: '〔2019〕60号' },
  *check(report: Report): Iterable<Breach> {
    yield* wrongForm(report);
    yield* wrongDocument(report);
  },
};

function* wrongForm(report: Report): Iterable<Breach> {
  const year = report.title?.year ?? null;
  const table = report.tables[0];
  if (year === null || year < forms.at(-1)!.years[0] || !report.isFormRecognized || !table) return;
  const expected = formForYear(year);
  if (expected === report.form) return;
  const args = { year, found: report.form.document, expected: expected.document };
  yield { span: headerOf(report), message: message('finding.form-version', args) };
}

function headerOf(report: Report): Breach['span'] {
  const label = report.tables
    .flatMap((table) => table.header)
    .find((candidate) => candidate.kind === 'column');
  return label?.span ?? report.tables[0]!.span;
}

function* wrongDocument(report: Report): Iterable<Breach> {
  const { text } = report.source;
  if (!text.includes('国办公开办函')) return;
  for (const match of text.matchAll(DOCUMENT)) {
    const cited = forms.find(
      (form) => normalize(form.document) === normalize(`国办公开办函〔${match[1]}〕${match[2]}号`),
    );
    if (!cited) continue;
    const around = normalize(
      text.slice(Math.max(0, match.index - REACH), match.index + match[0].length + REACH),
    );
    const other = forms.find((form) => form !== cited && speaksOf(around, form));
    if (!other || speaksOf(around, cited)) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const args = { found: match[0], title: other.documentTitle, expected: other.document };
    yield { span, message: message('finding.form-version.document', args) };
  }
}

/** The words of a document's title that no other's has. */
function speaksOf(around: string, form: StatutoryForm): boolean {
  return (
    around.includes(
      normalize(form.documentTitle)
        .replace(/[《》<>〈〉]/g, '')
        .slice(-DISTINCTIVE),
    ) || around.includes(coreOf(form))
  );
}

const DISTINCTIVE = 40;

function coreOf(form: StatutoryForm): string {
  return form.documentTitle.includes('格式') ? '年度报告格式' : '年度报告有关事项';
}
