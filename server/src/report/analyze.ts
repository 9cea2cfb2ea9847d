import { findFindings } from './findings.ts';
import { formForYear, formsOfKind, forms as formsOfTheHouse } from './form/index.ts';
import { recognizeForm } from './form/recognize.ts';
import { lookUp, vocabularyOf } from './form/vocabulary.ts';
import type {
  AnalysisOptions,
  ReportAnalysis,
  Section,
  StatutoryForm,
  Table,
  Title,
  TopicForm,
} from './model/index.ts';
import type { Report } from './model/report.ts';
import { evidenceOfLastYear } from './others/lastYearsEvidence.ts';
import { type Neighbours, neighboursOf, noReports, reportIdOf } from './others/lookup.ts';
import { readStatedPeriod } from './outline/period.ts';
import { readSections, type SectionHeading } from './outline/sections.ts';
import { readTitle } from './outline/title.ts';
import { readTopics } from './outline/topics.ts';
import { evidenceOf } from './prose/claims.ts';
import { judgeNarrative, type Narrative, readNarrative } from './prose/narrative.ts';
import { readEquations } from './tables/binding/equations.ts';
import { readPassages } from './tables/binding/passages.ts';
import { type Page, readPage } from './tables/layouts/page.ts';
import { localize } from './tables/repair/localize.ts';
import type { Line } from './text/lines.ts';
import { SourceText } from './text/text.ts';

/** So many of the six sections make a text a report even without a title. */
const SECTIONS_OF_A_REPORT = 3;
const LINES_OF_A_TABLE = 3;

/**
 * Reads and checks one report. A function: the same text and options give the same analysis.
 *
 * @param text the document, any string; never throws, linear in its length
 * @param options severities per rule, whether the text is a report whatever it looks like, the forms it can be on,
 *   other reports
 */
export function analyze(text: string, options: AnalysisOptions = {}): ReportAnalysis {
  const report = readReport(text, options);
  const isReport = options.assumeReport === true || looksLikeReport(report);
  return {
    source: report.source,
    isReport,
    title: report.title,
    issuer: report.title?.issuer ?? null,
    year: report.title?.year ?? null,
    form: report.form,
    sections: report.sections,
    tables: report.tables,
    equations: report.equations,
    claims: report.narrative.claims,
    findings: isReport ? findFindings(report, options.rules ?? {}) : [],
    passages: report.passages,
    paragraphs: report.paragraphs,
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
  { forms = formsOfTheHouse, reports = noReports, previous }: AnalysisOptions,
): Report {
  const source = new SourceText(text);
  const page = readPage(source);
  const outline = readOutline(page, forms);
  const { title, form, headings } = outline;
  const boundaries = headings.map(({ line }) => line);
  const { tables, passages } = readPassages(page, boundaries, vocabularyOf(form), previous?.passages ?? []);
  const sections = buildSections(headings, page.lines, tables, text.length, form);
  const prose = { text: page.text, lines: page.lines, sections, tables, form, title };
  const narrative = readNarrative(prose, previous?.paragraphs ?? []);
  const neighbours = neighboursOf(reportIdOf(title, form), reports);
  const { equations, faults } = readBalance(tables, narrative, neighbours);
  const preambleEnd = sections[0]?.span.start ?? tables[0]?.span.start ?? text.length;
  return {
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
    passages,
    paragraphs: narrative.paragraphs,
    equations,
    faults,
    narrative: judgeNarrative(narrative, faults),
    preambleEnd,
    neighbours,
  };
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

/** The sections with what stands below them; tables are given out in one walk, since both come in order. */
function buildSections(
  headings: readonly SectionHeading[],
  lines: readonly Line[],
  tables: readonly Table[],
  textEnd: number,
  form: StatutoryForm,
): Section[] {
  const topicsOf = new Map<string | null, readonly TopicForm[]>(
    form.sections.map(({ id, topics }) => [id, topics]),
  );
  let next = 0;
  return headings.map((heading, index) => {
    const following = headings[index + 1];
    const end = following ? following.line.raw.start : textEnd;
    const own: Table[] = [];
    for (; next < tables.length && tables[next]!.span.start < end; next++) {
      if (tables[next]!.span.start >= heading.line.raw.end) own.push(tables[next]!);
    }
    return buildSection(heading, following, lines, own, end, topicsOf.get(heading.id) ?? []);
  });
}

function buildSection(
  heading: SectionHeading,
  next: SectionHeading | undefined,
  lines: readonly Line[],
  tables: readonly Table[],
  end: number,
  topics: readonly TopicForm[],
): Section {
  const { line, lastLine } = heading;
  const body = { start: lastLine.raw.end, end };
  const below = lines.slice(lastLine.index + 1, next ? next.line.index : lines.length);
  const own = tables.length === 0 ? below : outside(tables, below);
  return {
    id: heading.id,
    ordinal: heading.ordinal,
    title: heading.title,
    span: { start: line.span.start, end: lastLine.span.end },
    ordinalSpan: heading.ordinalSpan,
    hasNumeral: heading.hasNumeral,
    titleSpan: heading.titleSpan,
    level: heading.level,
    wording: heading.wording,
    body,
    topics: readTopics(own, topics, body.end),
    tables,
  };
}

/** The lines that stand in no table: a row label such as （一）予以公开 is no topic. Both come in order. */
function outside(tables: readonly Table[], lines: readonly Line[]): readonly Line[] {
  let next = 0;
  return lines.filter(({ span }) => {
    while (next < tables.length && tables[next]!.span.end <= span.start) next++;
    const table = tables[next];
    return !table || span.end <= table.span.start;
  });
}
