import { findFindings } from './findings.ts';
import { formForYear, formsOfKind, forms as formsOfTheHouse } from './form/index.ts';
import { recognizeForm } from './form/recognize.ts';
import { lookUp, vocabularyOf } from './form/vocabulary.ts';
import type {
  AnalysisOptions,
  Neighbours,
  Report,
  ReportAnalysis,
  StatutoryForm,
  Table,
  Title,
} from './model/index.ts';
import { evidenceOfLastYear } from './others/lastYearsEvidence.ts';
import { neighboursOf, noReports, reportIdOf } from './others/lookup.ts';
import { buildSections } from './outline/buildSections.ts';
import { readStatedPeriod } from './outline/period.ts';
import { readSections, type SectionHeading } from './outline/sections.ts';
import { readTitle } from './outline/title.ts';
import { evidenceOf } from './prose/claims.ts';
import { judgeNarrative, type Narrative, type ReadParagraph, readNarrative } from './prose/narrative.ts';
import { readEquations } from './tables/binding/equations.ts';
import { type Passages, readPassages } from './tables/binding/passages.ts';
import { type Page, readPage } from './tables/layouts/page.ts';
import { localize } from './tables/repair/localize.ts';
import { SourceText } from './text/text.ts';

/** So many of the six sections make a text a report even without a title. */
const SECTIONS_OF_A_REPORT = 3;
const LINES_OF_A_TABLE = 3;

/** What of an analysis the next one of the same document can take over where an edit left it alone. */
interface Reusable {
  readonly passages: Passages['passages'];
  readonly paragraphs: readonly ReadParagraph[];
}

/** An analysis that the next one of the same document can build on. */
export interface ReusableAnalysis extends ReportAnalysis {
  readonly reusable: Reusable;
}

export interface AnalyzeOptions extends AnalysisOptions {
  /** An analysis of the same document before an edit: what the edit left alone is taken from it, to save time. The
   * outcome is the same without it. */
  readonly previous?: ReusableAnalysis | undefined;
}

/**
 * Reads and checks one report. A function: the same text and options give the same analysis.
 *
 * @param text the document, any string; never throws, linear in its length
 * @param options severities per rule, whether the text is a report whatever it looks like, the forms it can be on,
 *   other reports
 */
export function analyze(text: string, options: AnalyzeOptions = {}): ReusableAnalysis {
  const { report, reusable } = readReport(text, options);
  const isReport = options.assumeReport === true || looksLikeReport(report);
  return {
    ...report,
    isReport,
    issuer: report.title?.issuer ?? null,
    year: report.title?.year ?? null,
    findings: isReport ? findFindings(report, options.rules ?? {}) : [],
    reusable,
  };
}

function looksLikeReport(report: Report): boolean {
  const known = new Set<string>();
  for (const { id } of report.sections)
    if (id !== null && known.add(id).size >= SECTIONS_OF_A_REPORT) return true;
  if (report.tables.some((table) => table.lines.length >= LINES_OF_A_TABLE)) return true;
  return report.title !== null && report.title.year !== null;
}

function readReport(
  text: string,
  { forms = formsOfTheHouse, reports = noReports, previous }: AnalyzeOptions,
): { readonly report: Report; readonly reusable: Reusable } {
  const source = new SourceText(text);
  const page = readPage(source);
  const outline = readOutline(page, forms);
  const { title, form, headings } = outline;
  const boundaries = headings.map(({ line }) => line);
  const { tables, passages } = readPassages(
    page,
    boundaries,
    vocabularyOf(form),
    previous?.reusable.passages ?? [],
  );
  const sections = buildSections(headings, page.lines, tables, text.length, form);
  const prose = { text: page.text, lines: page.lines, sections, tables, form, title };
  const narrative = readNarrative(prose, previous?.reusable.paragraphs ?? []);
  const neighbours = neighboursOf(reportIdOf(title, form), reports);
  const { equations, faults } = readBalance(tables, narrative, neighbours);
  const preambleEnd = sections[0]?.span.start ?? tables[0]?.span.start ?? text.length;
  const report = {
    source,
    unified: page.unified,
    lines: page.lines,
    title,
    period: readStatedPeriod(page.text, preambleEnd),
    form,
    forms: outline.forms,
    isFormRecognized: outline.isFormRecognized,
    sections,
    tables,
    flawedTables: tables.filter(({ isFlawless }) => !isFlawless),
    equations,
    faults,
    narrative: judgeNarrative(narrative, faults),
    preambleEnd,
    neighbours,
  };
  return { report, reusable: { passages, paragraphs: narrative.paragraphs } };
}

/** What the lines of a text tell before its tables are read. */
interface Outline {
  readonly form: StatutoryForm;
  /** The forms of its kind of report. */
  readonly forms: readonly StatutoryForm[];
  readonly isFormRecognized: boolean;
  readonly headings: readonly SectionHeading[];
  readonly title: Title | null;
}

function readOutline(page: Page, allForms: readonly StatutoryForm[]): Outline {
  const { unified, lines } = page;
  const recognized = recognizeForm(unified, allForms);
  const forms = formsOfKind(allForms, unified, recognized);
  const assumed = recognized ?? formForYear(null, forms);
  const headings = readHeadings(page, assumed);
  const title = readTitle(lines, headings[0]?.line.index ?? lines.length, assumed.reportTitle);
  const form = recognized ?? formForYear(title?.year ?? null, forms);
  return { form, forms, isFormRecognized: recognized !== null, headings, title };
}

/** The balance rules with the numbers of the tables, and what is wrong where they do not hold. */
function readBalance(
  tables: readonly Table[],
  { drafts }: Narrative,
  { lastYear }: Neighbours,
): Pick<Report, 'equations' | 'faults'> {
  const balances = tables.map(readEquations);
  const equations = balances.flat();
  if (!equations.some(({ holds }) => holds === false)) return { equations, faults: [] };
  const evidence = [...evidenceOf(drafts), ...evidenceOfLastYear(tables, lastYear)];
  return { equations, faults: balances.flatMap((own) => localize(own, evidence)) };
}

function readHeadings(page: Page, form: StatutoryForm): SectionHeading[] {
  const vocabulary = vocabularyOf(form);
  return readSections(page, form, (normal) => lookUp(vocabulary, normal).length > 0);
}
