import { findFindings } from './findings.ts';
import { forms as formsOfTheHouse } from './form/index.ts';
import { vocabularyOf } from './form/vocabulary.ts';
import type { AnalysisOptions, Neighbours, Report, ReportAnalysis, Table } from './model/index.ts';
import { evidenceOfLastYear } from './others/lastYearsEvidence.ts';
import { neighboursOf, noReports, reportIdOf } from './others/lookup.ts';
import { buildSections } from './outline/buildSections.ts';
import { isNotice, otherFormOf } from './outline/otherForm.ts';
import { readOutline } from './outline/outline.ts';
import { readStatedPeriod } from './outline/statedPeriod.ts';
import { evidenceOf } from './prose/claims.ts';
import { joinProse } from './prose/joinedProse.ts';
import { judgeNarrative, type Narrative, type ReadParagraph, readNarrative } from './prose/narrative.ts';
import { type Passages, readPassages } from './tables/binding/passages.ts';
import { readEquations } from './tables/binding/tableEquations.ts';
import { readPage } from './tables/layouts/page.ts';
import { localize } from './tables/repair/localize.ts';
import { simplify } from './text/normal.ts';
import { SourceText } from './text/text.ts';

/** So many of the six sections make a text a report even without a title. */
const SECTIONS_OF_A_REPORT = 3;
const LINES_OF_A_TABLE = 3;
const SUBJECT = /信息公开/;

/** More than this, in UTF-16 units, is no report: a report has some ten thousand. */
const LARGEST_TEXT = 10_000_000;
/** So much of a larger text is looked at, to see whether it says that it is a report. */
const HEAD = 20_000;

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
 * @param text the document, any string; never throws, linear in its length; of one that is too large only the head is read
 * @param options severities per rule, whether the text is a report whatever it looks like, the forms it can be on,
 *   other reports
 */
export function analyze(text: string, options: AnalyzeOptions = {}): ReusableAnalysis {
  if (text.length > LARGEST_TEXT) return unread(text, options);
  const { report, reusable, isNotice } = readReport(text, options);
  const isReport =
    isReportByParts(report) || (!isNotice && (options.assumeReport === true || isReportByName(report)));
  return {
    ...report,
    isReport,
    issuer: report.title?.issuer ?? null,
    year: report.title?.year ?? null,
    findings: isReport ? findFindings(report, options.rules ?? {}) : [],
    reusable,
  };
}

/** An analysis without anything in it but the title. */
function unread(text: string, { previous: _, ...options }: AnalyzeOptions): ReusableAnalysis {
  const { title, issuer, year, isReport } = analyze(text.slice(0, HEAD), options);
  const nothing = readReport('', options);
  const report = { ...nothing.report, source: new SourceText(text), title, isTooLarge: true };
  const findings = isReport ? findFindings(report, options.rules ?? {}) : [];
  return { ...report, isReport, issuer, year, findings, reusable: nothing.reusable };
}

function isReportByParts({ sections, tables }: Report): boolean {
  const known = new Set(sections.flatMap(({ id }) => id ?? []));
  return known.size >= SECTIONS_OF_A_REPORT || tables.some(({ lines }) => lines.length >= LINES_OF_A_TABLE);
}

/** By its title, or, where the page lost that, by a section and the sentence that says of which year the numbers are. */
function isReportByName({ title, period, sections, shown, preambleEnd }: Report): boolean {
  if (title !== null && title.year !== null) return true;
  const isStated = period?.isNamed === true && sections.some(({ id }) => id !== null);
  return isStated && SUBJECT.test(simplify(shown.text.slice(0, preambleEnd)));
}

function readReport(
  text: string,
  { forms = formsOfTheHouse, reports = noReports, previous }: AnalyzeOptions,
): { readonly report: Report; readonly reusable: Reusable; readonly isNotice: boolean } {
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
  const preambleEnd = sections[0]?.span.start ?? tables[0]?.span.start ?? text.length;
  const prose = joinProse({ lines: page.lines, sections, tables, title, preambleEnd });
  const narrative = readNarrative(
    { text: page.text, prose, tables, form, title },
    previous?.reusable.paragraphs ?? [],
  );
  const neighbours = neighboursOf(reportIdOf(title, form), reports);
  const { equations, faults } = readBalance(tables, narrative, neighbours);
  const period = readStatedPeriod(page.text, preambleEnd);
  const report = {
    source,
    shown: page.shown,
    lines: page.lines,
    title,
    period,
    form,
    forms: outline.forms,
    isTooLarge: false,
    otherForm: otherFormOf(page.lines, outline, period),
    isFormRecognized: outline.isFormRecognized,
    sections,
    tables,
    flawedTables: tables.filter(({ isFlawless }) => !isFlawless),
    equations,
    faults,
    prose,
    narrative: judgeNarrative(narrative, faults),
    preambleEnd,
    neighbours,
  };
  return {
    report,
    reusable: { passages, paragraphs: narrative.paragraphs },
    isNotice: isNotice(page.lines, outline),
  };
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
