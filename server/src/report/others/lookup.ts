/** What rules may ask about other reports. Whoever calls `analyze` answers; rules read no file. */
import type { StatutoryForm, TableId, Title } from '../model/index.ts';
import type { ReportFacts } from './facts.ts';
import { issuerKey } from './issuer.ts';

export interface ReportLookup {
  /** The same report for the year before; `null` where there is none, or several that contradict each other. */
  lastYear(report: ReportId): ReportFacts | null;
  /** The same report for the year after; `null` as above. */
  nextYear(report: ReportId): ReportFacts | null;
  /** The documents that claim to be last year's. */
  lastYearsDocuments(report: ReportId): readonly string[];
  /** Whose reports a report adds up, once for each time that somebody says so. */
  members(report: ReportId): readonly Membership[];
}

/** Which report it is. */
export interface ReportId {
  readonly issuer: string;
  /** The issuer's normal form, by which it is compared. */
  readonly key: string;
  readonly year: number;
  /** The words of its title: which of the reports that the law asks for. */
  readonly kind: string;
}

/** Which report a text is; `null` where its title does not say whose or for which year. */
export function reportIdOf(title: Title | null, form: StatutoryForm): ReportId | null {
  if (title?.issuer == null || title.year === null) return null;
  const { issuer, year } = title;
  return { issuer, key: issuerKey(issuer), year, kind: form.reportTitle.words };
}

/** The reports that this one is held against. */
export interface Neighbours {
  readonly lastYear: ReportFacts | null;
  readonly memberships: readonly Membership[];
}

/** Asks for a report's neighbours; there are none of a report that is not known to be one. */
export function neighboursOf(report: ReportId | null, reports: ReportLookup): Neighbours {
  if (report === null) return { lastYear: null, memberships: [] };
  return { lastYear: reports.lastYear(report), memberships: reports.members(report) };
}

/** That a report is the sum of others. */
export interface Membership {
  readonly members: readonly Member[];
  /** The tables that are sums, the others are not compared; `null` for all. */
  readonly tables: readonly TableId[] | null;
}

/** A report that is part of a sum, or one that should be there. */
export interface Member {
  /** Its issuer as its title names it, or what it was looked for by. */
  readonly name: string;
  /** `null` where there is no such report, or several that contradict each other. */
  readonly facts: ReportFacts | null;
  readonly isAmbiguous: boolean;
}

/** Nothing is known of other reports. */
export const noReports: ReportLookup = {
  lastYear: () => null,
  nextYear: () => null,
  lastYearsDocuments: () => [],
  members: () => [],
};
