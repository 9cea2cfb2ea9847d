/** An empty table of the form, written as the document writes its tables. */
import type { Section, Table, TableForm } from '../model/index.ts';
import { blankSheet } from './formSheet.ts';
import { type WrittenLayout, writeSheet } from './writeSheet.ts';

/** What tells how a document writes tables. */
interface Document {
  readonly tables: readonly Table[];
  readonly sections: readonly Section[];
}

/** The table with its headers and labels and no numbers, without a final line break. */
export function writeEmptyTable(table: TableForm, document: Document): string {
  return writeSheet(blankSheet(table), usualLayout(document));
}

/** That of most of its tables; without any, pipes where headings are Markdown's, else tabs. */
function usualLayout({ tables, sections }: Document): WrittenLayout {
  if (tables.length === 0) return sections.some(({ level }) => level > 0) ? 'pipes' : 'tabs';
  const count = (id: WrittenLayout): number => tables.filter(({ layout }) => layout === id).length;
  const others = tables.length - count('pipes') - count('html');
  if (count('pipes') > others) return count('html') > count('pipes') ? 'html' : 'pipes';
  return count('html') > others ? 'html' : 'tabs';
}
