/** What is known of other reports. */
import type { FormId, TableForm, TableId } from '../form/formModel.ts';
import type { PackedPlaces } from '../text/packedPlaces.ts';
import type { OtherPlace } from './finding.ts';

/** What other reports need to know of a report: whose it is, for which year, its numbers and where they stand. */
export interface ReportFacts extends ReportId {
  /** The document as the caller names it: a URI, or a file as output shows it. */
  readonly document: string;
  readonly form: FormId;
  readonly tables: readonly TableFacts[];
}

/** Cells by `CellForm.index`. */
export interface TableFacts {
  readonly form: TableForm;
  /** The numbers as written; NaN where there is none or it is not known. */
  readonly values: Float64Array;
  /** What cells count for in a sum; NaN where that is not known. */
  readonly counts: Float64Array;
  readonly places: PackedPlaces;
  /** 1 for a cell in an equation that does not hold. */
  readonly doubts: Uint8Array;
}

/** One number of another report. */
export interface FactCell {
  /** As written; `null` for a blank, a dash and whatever is not known. */
  readonly value: number | null;
  /** What it counts for in a sum: 0 for a dash, and for a blank on a line with numbers; `null` if that is not known. */
  readonly count: number | null;
  /** Whether it stands in a balance rule that does not hold in its own report. */
  readonly isDoubtful: boolean;
  readonly place: OtherPlace;
}

/** Answers what rules may ask about other reports. */
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

/** The reports that this one is held against. */
export interface Neighbours {
  readonly lastYear: ReportFacts | null;
  readonly memberships: readonly Membership[];
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
