/** Tables that a section of the form should have and that were not read: absent, or in a layout nobody knows. */
import type { Report, Section, TableForm } from '../../model/index.ts';
import { normalize } from '../../text/normal.ts';

export interface UnreadTable {
  readonly table: TableForm;
  readonly section: Section;
  /** Something of it is there. */
  readonly isWritten: boolean;
}

/** So many numbers in a section are a table of some kind. */
const NUMBERS_OF_A_TABLE = 10;

/** The tables of the form that the report has a section for, and that were not read. */
export function unreadTables(report: Report): UnreadTable[] {
  const read = new Set(report.tables.map((table) => table.form));
  return report.form.tables.flatMap((table) => {
    const section = report.sections.find((candidate) => candidate.id === table.section);
    if (read.has(table) || !section) return [];
    return [{ table, section, isWritten: looksWritten(report, section, table) }];
  });
}

/** Whether a section has many numbers, or words of the table, outside of the tables that were read. */
function looksWritten(report: Report, section: Section, table: TableForm): boolean {
  const raw = besideTables(report, section);
  if ((raw.match(/\d+/g)?.length ?? 0) >= NUMBERS_OF_A_TABLE) return true;
  const body = normalize(raw);
  const labels = [...table.blocks.flatMap((block) => block.columns), ...table.lines].map((part) =>
    normalize(part.label),
  );
  return labels.some((label) => label.length >= 3 && body.includes(label));
}

/** What a section says outside of the tables that were read. */
function besideTables({ shown }: Report, { body, tables }: Section): string {
  let text = '';
  let at = body.start;
  for (const { span } of tables) {
    text += shown.text.slice(at, Math.max(at, span.start));
    at = Math.max(at, span.end);
  }
  return text + shown.text.slice(at, body.end);
}
