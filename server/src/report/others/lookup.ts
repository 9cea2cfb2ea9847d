/** What rules may ask about other reports. Whoever calls `analyze` answers; rules read no file. */
import type { Neighbours, ReportId, ReportLookup, StatutoryForm, Title } from '../model/index.ts';
import { issuerKey } from './issuer.ts';

/** Which report a text is; `null` where its title does not say whose or for which year. */
export function reportIdOf(title: Title | null, form: StatutoryForm): ReportId | null {
  if (title?.issuer == null || title.year === null) return null;
  const { issuer, year } = title;
  return { issuer, key: issuerKey(issuer), year, kind: form.reportTitle.words };
}

/** Asks for a report's neighbours; there are none of a report that is not known to be one. */
export function neighboursOf(report: ReportId | null, reports: ReportLookup): Neighbours {
  if (report === null) return { lastYear: null, memberships: [] };
  return { lastYear: reports.lastYear(report), memberships: reports.members(report) };
}

/** Nothing is known of other reports. */
export const noReports: ReportLookup = {
  lastYear: () => null,
  nextYear: () => null,
  lastYearsDocuments: () => [],
  members: () => [],
};
