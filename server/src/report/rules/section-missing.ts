import { sectionHeading } from '../form/sectionHeadings.ts';
import type { Report, Section, SectionForm, Span, StatutoryForm, TextEdit } from '../model/index.ts';
import { writeEmptyTable } from '../rewrite/emptyTable.ts';
import { insertParts, type Part } from '../rewrite/insertion.ts';
import { formatChineseOrdinal } from '../text/chineseNumerals.ts';
import { joinSeen } from '../text/unseen.ts';
import { type Breach, fix, message, type Rule } from './rule.ts';
import { placeOfTitle } from './support/titlePlace.ts';

/** All six sections of the form are there (条例 Article 50). */
export const sectionMissing: Rule = {
  id: 'section-missing',
  severity: 'error',
  fix: 'offered',
  example: { right: '五、存在的主要问题及改进情况\n', wrong: '' },
  *check(report: Report): Iterable<Breach> {
    const present = new Set(report.sections.map((section) => section.id));
    if (!report.form.sections.some((section) => present.has(section.id))) {
      yield* noSections(report);
      return;
    }
    for (const section of report.form.sections) {
      if (present.has(section.id) || isMentioned(report, section)) continue;
      const args = {
        ordinal: formatChineseOrdinal(section.ordinal),
        title: section.title,
        count: report.form.sections.length,
      };
      yield {
        span: headingBefore(report, section),
        message: message('finding.section-missing', args),
        fixes: [fix('fix.insert-section', args, false, [sectionInsertion(report, section)])],
      };
    }
  },
};

/** Nothing was read: one finding, unless the titles are there in a layout that was not understood. */
function* noSections(report: Report): Iterable<Breach> {
  const { sections } = report.form;
  if (sections.some((section) => isMentioned(report, section))) return;
  const end = report.source.text.trimEnd().length;
  const parts = sections.flatMap((section) => [
    { paragraph: sectionHeading(section) },
    ...requiredParts(section, report.form, report),
  ]);
  const args = {
    count: sections.length,
    first: sectionHeading(sections[0]!),
    last: sectionHeading(sections.at(-1)!),
  };
  yield {
    span: headingBefore(report, sections[0]!),
    message: message('finding.section-missing.all', args),
    fixes: [fix('fix.insert-sections', args, false, [insertParts(report, end, parts, report.title?.span)])],
  };
}

/** Whether the numbered title stands in the text, though not on a line that reads as a heading. */
function isMentioned(report: Report, section: SectionForm): boolean {
  const text = joinSeen(report.shown.text);
  return [section.title, ...section.accepted].some((title) =>
    text.includes(sectionHeading({ ...section, title })),
  );
}

function sectionBefore(report: Report, missing: SectionForm): Section | undefined {
  const ordinals = new Map(
    report.form.sections.map((section) => [section.id as string | null, section.ordinal]),
  );
  return report.sections.findLast((section) => (ordinals.get(section.id) ?? 99) < missing.ordinal);
}

/** The heading after which it belongs; the title where there is none. */
function headingBefore(report: Report, missing: SectionForm): Span {
  return sectionBefore(report, missing)?.span ?? placeOfTitle(report);
}

function sectionInsertion(report: Report, missing: SectionForm): TextEdit {
  const before = sectionBefore(report, missing);
  const following = before ? report.sections[report.sections.indexOf(before) + 1] : report.sections[0];
  const level = report.sections.find((section) => section.level > 0)?.level ?? 0;
  const marks = level > 0 ? `${'#'.repeat(level)} ` : '';
  const parts = [
    { paragraph: marks + sectionHeading(missing) },
    ...requiredParts(missing, report.form, report),
  ];
  const at = following?.span.start ?? report.source.text.trimEnd().length;
  return insertParts(report, at, parts, (following ?? before)?.span);
}

/** Its empty tables that the text does not have, or what it must state. */
function requiredParts(missing: SectionForm, form: StatutoryForm, report: Report): Part[] {
  if (missing.statement) return [{ paragraph: missing.statement.text }];
  const present = new Set(report.tables.map((table) => table.form));
  const tables = form.tables.filter((table) => table.section === missing.id && !present.has(table));
  return tables.map((table) => ({ table: writeEmptyTable(table, report) }));
}
