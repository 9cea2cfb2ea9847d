/**
 * A cheap guess, made before the server runs, whether a text is such a report. The server has the last word.
 *
 * Pure: no VS Code, no server code. It looks at the first lines only and is linear in what it looks at.
 */

export const languageId = 'disclosure-report';

/** How much of a text has to be looked at, in lines and in UTF-16 units. */
export const headLines = 200;
export const headLength = 20_000;

const titleLines = 30;
const longestTitle = 60;

/** Files that are taken by their name alone; package.json has the same patterns. */
const reportName =
  /政府信息公开.*年度报告(?!.*(?:通知|通报|的?函(?=[.（(])|方案|解读|培训|指南|评估)).*\.(?:txt|md|docx|docm|html?|pdf)$|\.disclosure\.(?:txt|md)$/i;
const title = /信息公[开開].{0,12}年度?[报報]告/;
const sentence = /[。；;：，]/;
/** What the title of a text about reports ends with: 关于报送…年度报告的通知. */
const notice = /(?:通知|通报|函|方案|解读|指南|意见|办法|请示|批复)$/;
const headings: readonly RegExp[] = [
  /^一[、.．](?:.*总体|.*總體|工作基本|概述)/,
  /^二[、.．].*主[动動]公[开開].*情[况況]$/,
  /^三[、.．].*收到和[处處]理.*申[请請]情[况況]$/,
  /^四[、.．].*行政[复復][议議].*情[况況]$/,
];

/** Whether a file's path alone says that it is a report. */
export function hasReportName(path: string): boolean {
  return reportName.test(path.slice(path.lastIndexOf('/') + 1));
}

/** Whether a file is no text, as its name says. */
export function isDocumentFile(path: string): boolean {
  return /\.(?:docx|docm|html?|pdf|xlsx)$/i.test(path);
}

/**
 * Whether the head of a text looks like a report: a title among its first lines, or two of the form's section
 * headings.
 *
 * @param head the beginning of the text, at least `headLines` lines where there are so many
 */
export function looksLikeReport(head: string): boolean {
  const lines = plainLines(head.slice(0, headLength));
  return lines.slice(0, titleLines).some(isTitle) || hasTwoHeadings(lines);
}

/** Lines without white space and markup; in HTML a block is a line. */
function plainLines(head: string): readonly string[] {
  return head
    .split(/\r\n?|\n|<\/?(?:p|div|h[1-6]|br|tr|td)\b[^>]{0,200}>/i, headLines)
    .map((line) => line.replace(/[\s#*_\uFEFF]+/g, ''))
    .filter((line) => line !== '');
}

function isTitle(line: string): boolean {
  return line.length <= longestTitle && title.test(line) && !sentence.test(line) && !notice.test(line);
}

function hasTwoHeadings(lines: readonly string[]): boolean {
  const seen = headings.filter((heading) =>
    lines.some((line) => line.length <= longestTitle && heading.test(line)),
  );
  return seen.length >= 2;
}
