/** The draft of a report that is yet to be written. */

import { formForYear, forms } from './form/index.ts';
import { sectionHeading, topicHeading } from './form/sectionHeadings.ts';
import type { CellForm, ReportFacts, StatutoryForm } from './model/index.ts';
import { numbersRepeated, repetitions } from './others/lastYearsEvidence.ts';
import { wholeYear } from './outline/statedPeriod.ts';
import { blankSheet } from './rewrite/formSheet.ts';
import { writeSheet } from './rewrite/writeSheet.ts';

export interface DraftRequest {
  /** The body as its reports' titles name it. */
  readonly issuer: string;
  readonly year: number;
  /** Whether it is to be written in Markdown, else as plain text with tabs in its tables. */
  readonly isMarkdown: boolean;
  /** What the report for the year before says; `null` where it is not known. */
  readonly lastYear: ReportFacts | null;
}

/** A draft, and how much of last year's report it lacks. */
export interface Draft {
  /** Its title, which is also a good name for its file. */
  readonly title: string;
  readonly text: string;
  /** The offset of the first blank that a person has to fill: the line below the first heading that has no text. */
  readonly firstBlank: number;
  /** How many of the numbers to be taken are not known of that report, or do not balance in it. */
  readonly missing: number;
}

/** The first year whose reports have a form (国办公开办函〔2019〕60号). */
export const firstYear = Math.min(...forms.map(({ years: [first] }) => first));

/**
 * The report of a body for a year in the form for that year, with title, period, headings and tables. Its cells are
 * blank but for what last year's report has said already; what a body has to say is left to say.
 */
export function writeDraft({ issuer, year, isMarkdown, lastYear }: DraftRequest): Draft {
  const form = formForYear(year, forms);
  const numbers = lastYear === null ? new Map<CellForm, number>() : repeatedNumbers(form, lastYear);
  const heading = (depth: number, text: string): string =>
    isMarkdown ? `${'#'.repeat(depth)} ${text}` : text;
  const title = `${issuer}${year}年${form.reportTitle.words}`;
  const head = [heading(1, title), preamble(form, year)];
  const sections = form.sections.flatMap((section) => [
    heading(2, sectionHeading(section)),
    ...section.topics.map((topic) => heading(3, topicHeading(topic))),
    ...form.tables
      .filter((table) => table.section === section.id)
      .map((table) => writeSheet(blankSheet(table, numbers), isMarkdown ? 'pipes' : 'tabs')),
  ]);
  const asked = lastYear === null ? 0 : form.tables.flatMap(repetitions).length;
  const headings = form.sections[0]?.topics.length ? 2 : 1;
  return {
    title,
    text: `${[...head, ...sections].join('\n\n')}\n`,
    firstBlank: `${[...head, ...sections.slice(0, headings)].join('\n\n')}\n`.length,
    missing: asked - numbers.size,
  };
}

function repeatedNumbers({ tables }: StatutoryForm, lastYear: ReportFacts): ReadonlyMap<CellForm, number> {
  const repeated = tables.flatMap((table) => numbersRepeated(table, lastYear));
  return new Map(repeated.map(({ cell, count }) => [cell, count]));
}

/** On what the report stands, and for which time its numbers are (条例 Article 49). */
function preamble({ document, documentTitle }: StatutoryForm, year: number): string {
  const title = documentTitle.replace('《', '〈').replace('》', '〉');
  return `根据《中华人民共和国政府信息公开条例》和《${title}》（${document}）编制本报告。本报告所列数据的统计期限为${wholeYear(year)}。`;
}
