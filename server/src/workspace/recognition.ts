/** Which documents are reports because somebody says so: by language or by name. */

import { unescaped } from './reports/documentUri.ts';

/** A name that goes on so is that of a text about reports: …年度报告的通知. */
const reportName =
  /政府信息公开[^/]*年度报告(?![^/]*(?:通知|通报|的?函(?=[.（(])|方案|解读|培训|指南|评估))[^/]*\.(?:txt|md|docx|html?|pdf)$|\.disclosure\.(?:txt|md)$/i;

/** Whether a file's name, or its path with `/`, says that it is a report. */
export function hasReportName(path: string): boolean {
  return reportName.test(path.normalize('NFC'));
}

/** Whether a document is a report whatever its text looks like; of others the text decides. */
export function isDeclaredReport(uri: string, languageId: string): boolean {
  return languageId === 'disclosure-report' || hasReportName(unescaped(uri));
}
