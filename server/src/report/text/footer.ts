/** The footers of pages, which conversion leaves between the lines of a report. */

const FOOTER =
  /^(?:(?:[-—–·~～]\s{0,3}){1,3}\d{1,4}\s{0,3}(?:[-—–·~～]\s{0,3}){1,3}|第\s?\d{1,4}\s?页.{0,12})$/;
const PAGE_OF_PAGES = /^([1-9]\d{0,2})\s?[/／]\s?([1-9]\d{0,2})$/;
/** What a footer begins with; most lines begin with something else. */
const BEGINNINGS = '-—–·~～第123456789';
/** Most cells of a table that stand on a line of their own are shorter. */
const SHORTEST = 3;

/** Whether a line without white space around it is the footer of a page: - 4 -, · 4 ·, 第 4 页 共 12 页, 4/12. A number alone is none. */
export function isPageFooter(line: string): boolean {
  if (line.length < SHORTEST || !BEGINNINGS.includes(line[0]!)) return false;
  return FOOTER.test(line) || isPageOfPages(line);
}

/** 4/12, and not 12/4: no page comes behind the last. */
function isPageOfPages(line: string): boolean {
  const match = PAGE_OF_PAGES.exec(line);
  return match !== null && Number(match[1]) <= Number(match[2]);
}
