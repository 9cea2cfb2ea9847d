/**
 * A report that is yet to be written: the bodies whose reports are known, what may be last year's report, and the draft.
 * Three requests for a client that asks a person these questions in turn; nothing is written by the server.
 */
import { translate } from '../l10n.ts';
import { asLastYear, checkedDraft } from '../report/checkedDraft.ts';
import { firstYear } from '../report/draft.ts';
import { formForYear, forms } from '../report/form/index.ts';
import type { Message, ReportFacts } from '../report/model/index.ts';
import { issuerKey } from '../report/others/issuer.ts';
import { type Position, SourceText } from '../report/text/text.ts';
import type { ReportIndex } from '../workspace/reports/reportIndex.ts';
import type { OwnRequests } from './ownRequests.ts';

const KNOWN_ISSUERS = 'disclosureReport/knownIssuers';
const LAST_YEARS_REPORTS = 'disclosureReport/lastYearsReports';
const NEW_REPORT = 'disclosureReport/newReport';

export interface KnownIssuers {
  /** The first year whose reports have a form. */
  readonly firstYear: number;
  /** The bodies whose reports are in the workspace, by name. */
  readonly issuers: readonly KnownIssuer[];
}

export interface KnownIssuer {
  /** As the title of its latest report has it. */
  readonly name: string;
  /** The years of its reports, in order. */
  readonly years: readonly number[];
}

/** The report that is to be drafted. */
export interface Subject {
  readonly issuer: string;
  readonly year: number;
}

export interface NewReportRequest extends Subject {
  /** The URI of the report for the year before; without it nothing is carried over. */
  readonly lastYear: string | null;
}

export interface NewReport {
  /** The draft's title, which is also a good name for its file. */
  readonly title: string;
  readonly text: string;
  /** Where the first blank is. */
  readonly firstBlank: Position;
  /** How many of the numbers to be carried over are left blank. */
  readonly missing: number;
  /** What is to be looked at in last year's report, a sentence each. */
  readonly doubts: readonly string[];
}

/** Where the answers come from. */
export interface KnownReports {
  readonly reportIndex: ReportIndex;
  readonly locate: (uri: string) => string;
  /** Resolves when the workspace has been read. */
  readonly whenRead: () => Promise<void>;
}

/** Answers the three requests; a refusal is an error whose message says why. */
export function serveNewReports(requests: OwnRequests, known: KnownReports): void {
  const { connection } = requests;
  const { reportIndex, whenRead } = known;
  connection.onRequest(KNOWN_ISSUERS, async (): Promise<KnownIssuers> => {
    await whenRead();
    return { firstYear, issuers: knownIssuers(reportIndex.reports()) };
  });
  connection.onRequest(LAST_YEARS_REPORTS, async (subject: Subject) => {
    await whenRead();
    return lastYearsReports(reportIndex, checked(subject, requests));
  });
  connection.onRequest(NEW_REPORT, async ({ lastYear, ...subject }: Subject & Partial<NewReportRequest>) => {
    await whenRead();
    return draftFor({ ...checked(subject, requests), lastYear: lastYear ?? null }, known, requests);
  });
}

/** Refuses a year that has no form. */
function checked({ issuer, year }: Subject, requests: OwnRequests): Subject {
  if (!Number.isInteger(year) || year < firstYear || year > 9999)
    refuseDraft({ key: 'draft.year', args: { expected: firstYear, found: String(year) } }, requests);
  return { issuer: String(issuer).trim(), year };
}

function lastYearsReports(reportIndex: ReportIndex, { issuer, year }: Subject): { uris: readonly string[] } {
  const kind = formForYear(year, forms).reportTitle.words;
  const found = reportIndex.candidatesForLastYear({ issuer, key: issuerKey(issuer), year, kind });
  return { uris: found.map(({ document }) => document) };
}

function draftFor(
  { issuer, year, lastYear }: NewReportRequest,
  { reportIndex, locate }: KnownReports,
  requests: OwnRequests,
): NewReport {
  const last = lastYear === null ? { facts: null } : asLastYear(reportIndex.factsAt(locate(lastYear)), year);
  if ('reason' in last) return refuseDraft(last.reason, requests);
  const draft = checkedDraft({ issuer, year, isMarkdown: false, lastYear: last.facts });
  if (draft === null) return refuseDraft({ key: 'draft.issuer', args: { found: issuer } }, requests);
  const { title, text, missing } = draft;
  const doubts = draft.doubts.map((doubt) => translate(doubt, requests.locale));
  return { title, text, firstBlank: new SourceText(text).positionAt(draft.firstBlank), missing, doubts };
}

function refuseDraft(reason: Message, { locale, refuse }: OwnRequests): never {
  return refuse(translate(reason, locale));
}

/** Each body once, whatever the spelling of its name. */
function knownIssuers(reports: readonly ReportFacts[]): KnownIssuer[] {
  const issuers = new Map<string, KnownIssuer>();
  for (const { key, issuer, year } of [...reports].sort((a, b) => a.year - b.year)) {
    const years = new Set(issuers.get(key)?.years).add(year);
    issuers.set(key, { name: issuer, years: [...years] });
  }
  return [...issuers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
