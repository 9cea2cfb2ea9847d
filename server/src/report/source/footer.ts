/** The footers of pages, which conversion leaves between the lines of a report. */

const FOOTER = /^(?:(?:[-—–]\s{0,3}){1,3}\d{1,4}\s{0,3}(?:[-—–]\s{0,3}){1,3}|第\s?\d{1,4}\s?页.{0,12})$/;
/** What a footer begins with; most lines begin with something else. */
const BEGINNINGS = '-—–第';

/** Whether a line without white space around it is the footer of a page: - 4 -, 第 4 页 共 12 页. A number alone is none. */
export function isPageFooter(line: string): boolean {
  return line !== '' && BEGINNINGS.includes(line[0]!) && FOOTER.test(line);
}
