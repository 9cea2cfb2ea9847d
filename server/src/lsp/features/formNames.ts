/** The form's own words for rows, columns and cells. They are Chinese in either language: the form is. */
import { columnOf, lineOf } from '../../report/form/cellForms.ts';
import type {
  Cell,
  ColumnForm,
  LineForm,
  Section,
  StatutoryForm,
  Table,
  TableForm,
} from '../../report/model/index.ts';

const PATH = ' · ';

/** 三、本年度办理结果 · （三）不予公开 · 1.属于国家秘密; '' for the unlabelled line. */
export function rowName(line: LineForm): string {
  return [...line.groups, line.label].filter((part) => part !== '').join(PATH);
}

/** 法人或其他组织 · 商业企业 */
export function columnName(column: ColumnForm): string {
  return [...column.groups, column.label].join(PATH);
}

/** Row × column in words. */
export function cellName(table: Table, { form }: Cell): string {
  const names = [rowName(lineOf(table.form, form)), columnName(columnOf(table.form, form))];
  return names.filter((name) => name !== '').join(' × ');
}

/** 一、总体情况, whatever markup the heading has. */
export function sectionName(section: Section, text: string): string {
  const { ordinalSpan, titleSpan, title } = section;
  if (!section.hasNumeral) return text.slice(ordinalSpan.start, titleSpan.end);
  return `${text.slice(ordinalSpan.start, ordinalSpan.end)}、${title}`;
}

/** The form's title of the section that a table belongs to. */
export function sectionTitleOf({ sections }: StatutoryForm, { section }: TableForm): string {
  return sections.find(({ id }) => id === section)!.title;
}
