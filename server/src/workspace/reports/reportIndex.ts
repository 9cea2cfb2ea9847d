/**
 * The reports of a workspace, or those that the command line was given, by issuer and year: their facts, and the plans
 * that say which add up to which. Knows no file system; whoever reads files puts in what they say.
 */

import { isTellingName, mayBeSameBody, withoutSuperiors } from '../../report/bodies/index.ts';
import type { Member, Membership, ReportFacts, ReportId, ReportLookup } from '../../report/model/index.ts';
import { message } from '../../report/model/message.ts';
import { agree, countKnown, sameFacts } from '../../report/others/facts.ts';
import { issuerKey } from '../../report/others/issuer.ts';
import { matchesGlob } from '../../report/others/plan/glob.ts';
import {
  type Aggregate,
  PLAN_NAME,
  type Plan,
  type PlanProblem,
  type ReportPattern,
} from '../../report/others/plan/plan.ts';

interface IndexedReport {
  /** Where the document is, with `/`: what file patterns are about. */
  readonly location: string;
  readonly facts: ReportFacts;
}

/** Reports by what they are and where they are, and the plans. */
export class ReportIndex {
  readonly #entries = new Map<string, IndexedReport>();
  /** By issuer and year. */
  readonly #shelves = new Map<string, Map<string, IndexedReport>>();
  /** By year and the issuer's name without its superiors'. */
  readonly #kin = new Map<string, Map<string, IndexedReport>>();
  /** By the location of the plan's folder, which ends in `/`. */
  readonly #plans = new Map<string, Plan>();
  #changes = 0;

  /** Grows with every change. */
  get changes(): number {
    return this.#changes;
  }

  /** Puts in what a document says now, `null` where it is no report any more; tells whether that is new. */
  set(location: string, facts: ReportFacts | null): boolean {
    const old = this.#entries.get(location);
    if (sameFacts(old?.facts ?? null, facts)) return false;
    if (old) this.#take(old);
    if (facts) this.#put({ location, facts });
    this.#changes++;
    return true;
  }

  setPlan(location: string, plan: Plan | null): void {
    const folder = location.slice(0, location.length - PLAN_NAME.length);
    if (plan === null) this.#plans.delete(folder);
    else this.#plans.set(folder, plan);
    this.#changes++;
  }

  /** Every document that is known, by its location. */
  locations(): Iterable<string> {
    return this.#entries.keys();
  }

  /** What the document at a location says; `null` where it is no report, or not known. */
  factsAt(location: string): ReportFacts | null {
    return this.#entries.get(location)?.facts ?? null;
  }

  /** Every report that is known. */
  reports(): readonly ReportFacts[] {
    return [...this.#entries.values()].map(({ facts }) => facts);
  }

  /** What may be the report for the year before, in whichever folder: for a person to choose from. */
  candidatesForLastYear(report: ReportId): readonly ReportFacts[] {
    const year = report.year - 1;
    const own = this.#reportsOf({ ...report, year });
    return (own.length > 0 ? own : this.#underOtherName(year, report)).map(({ facts }) => facts);
  }

  /** What may be asked on behalf of the document at a location. */
  lookupFor(location: string): ReportLookup {
    return {
      lastYear: (report) => oneOf(this.#ofYear(report.year - 1, report, location)).facts,
      nextYear: (report) => oneOf(this.#ofYear(report.year + 1, report, location)).facts,
      lastYearsDocuments: (report) =>
        this.#ofYear(report.year - 1, report, location).map(({ facts }) => facts.document),
      members: (report) => this.#memberships(location, report),
    };
  }

  /** What a plan says of reports that nobody has, of any year. */
  problemsOf(location: string, plan: Plan): PlanProblem[] {
    const folder = location.slice(0, location.length - PLAN_NAME.length);
    const patterns = plan.aggregates.flatMap(({ parent, members }) => [parent, ...members]);
    const unknown = patterns.filter(
      (pattern) => !this.#entriesIn(folder).some((entry) => isTakenBy(pattern, folder, entry)),
    );
    return unknown.map(({ span, issuer, files }) => ({
      span,
      message: message(issuer === null ? 'plan.unknownFiles' : 'plan.unknownIssuer', {
        issuer: issuer ?? '',
        files: files ?? '',
      }),
    }));
  }

  #put(entry: IndexedReport): void {
    for (const [shelves, key] of this.#placesOf(entry)) {
      const shelf = shelves.get(key) ?? new Map<string, IndexedReport>();
      shelves.set(key, shelf.set(entry.location, entry));
    }
    this.#entries.set(entry.location, entry);
  }

  #take(entry: IndexedReport): void {
    this.#entries.delete(entry.location);
    for (const [shelves, key] of this.#placesOf(entry)) {
      const shelf = shelves.get(key);
      shelf?.delete(entry.location);
      if (shelf?.size === 0) shelves.delete(key);
    }
  }

  #placesOf({
    facts,
  }: IndexedReport): readonly (readonly [shelves: Map<string, Map<string, IndexedReport>>, key: string])[] {
    return [
      [this.#shelves, shelfKey(facts)],
      [this.#kin, kinKey(facts)],
    ];
  }

  /** An issuer's reports for another year; where its name may be that of several bodies, those in the same folder. */
  #ofYear(year: number, report: ReportId, location: string): readonly IndexedReport[] {
    const entries = this.#reportsOf({ ...report, year });
    if (entries.length === 0) return this.#underOtherName(year, report);
    if (isTellingName(report.key)) return entries;
    return entries.filter((entry) => folderOf(entry.location) === folderOf(location));
  }

  /**
   * The reports for another year of the one body whose name is this one's but for a superior's in front (洪泽区人民政府,
   * 淮安市洪泽区人民政府), and that has no report of its own for this year.
   */
  #underOtherName(year: number, report: ReportId): readonly IndexedReport[] {
    const kin = [...(this.#kin.get(kinKey({ ...report, year }))?.values() ?? [])];
    const keys = new Set(kin.map(({ facts }) => facts.key).filter((key) => mayBeSameBody(key, report.key)));
    const [key] = keys;
    if (key === undefined || keys.size > 1 || this.#reportsOf({ ...report, key }).length > 0) return [];
    return this.#reportsOf({ ...report, key, year });
  }

  /** In an order that does not depend on which was read first. */
  #reportsOf(report: ReportId): readonly IndexedReport[] {
    const shelf = [...(this.#shelves.get(shelfKey(report))?.values() ?? [])];
    return shelf.length < 2 ? shelf : shelf.sort((a, b) => (a.location < b.location ? -1 : 1));
  }

  #entriesIn(folder: string): readonly IndexedReport[] {
    return [...this.#entries.values()].filter(({ location }) => location.startsWith(folder));
  }

  /** A plan holds for the reports in its folder. */
  #memberships(location: string, report: ReportId): readonly Membership[] {
    return [...this.#plans].flatMap(([folder, { aggregates }]) =>
      location.startsWith(folder)
        ? aggregates
            .filter(
              ({ parent, years }) =>
                fitsNamed(parent, folder, location, report.key) && (years?.includes(report.year) ?? true),
            )
            .map((aggregate) => this.#membership(aggregate, folder, report))
        : [],
    );
  }

  #membership({ members, tables }: Aggregate, folder: string, parent: ReportId): Membership {
    const found = members.flatMap((pattern) => this.#membersBy(pattern, folder, parent));
    // A report that two patterns take is one member.
    const once = new Map(found.map((member) => [member.facts?.key ?? member, member]));
    return { members: [...once.values()], tables };
  }

  #membersBy(pattern: ReportPattern, folder: string, parent: ReportId): Member[] {
    const { issuer } = pattern;
    const named = issuer === null ? null : this.#reportsOf({ ...parent, issuer, key: issuerKey(issuer) });
    const entries = (named ?? this.#entriesIn(folder)).filter(
      (entry) => isSibling(entry.facts, parent) && isTakenBy(pattern, folder, entry),
    );
    if (entries.length === 0)
      return [{ name: pattern.issuer ?? pattern.files!, facts: null, isAmbiguous: false }];
    const byIssuer = new Map<string, IndexedReport[]>();
    for (const entry of entries) {
      const own = byIssuer.get(entry.facts.key);
      if (own) own.push(entry);
      else byIssuer.set(entry.facts.key, [entry]);
    }
    return [...byIssuer.keys()].sort().map((key) => oneOf(byIssuer.get(key)!));
  }
}

function folderOf(location: string): string {
  return location.slice(0, location.lastIndexOf('/') + 1);
}

function shelfKey({ key, year, kind }: ReportId): string {
  return `${year} ${kind} ${key}`;
}

function kinKey({ key, year, kind }: ReportId): string {
  return `${year} ${kind} ${withoutSuperiors(key)}`;
}

/** Whether it is another body's report of the same kind for the same year. */
function isSibling(facts: ReportFacts, { key, year, kind }: ReportId): boolean {
  return facts.year === year && facts.kind === kind && facts.key !== key;
}

/** Which files a pattern takes is asked again and again, and stays the same. */
const taken = new WeakMap<ReportPattern, Map<string, boolean>>();

function takes(pattern: ReportPattern, files: string, folder: string, location: string): boolean {
  const known = taken.get(pattern) ?? new Map<string, boolean>();
  taken.set(pattern, known);
  const answer = known.get(location) ?? matchesGlob(files, location.slice(folder.length));
  known.set(location, answer);
  return answer;
}

/** Of files that claim to be the same report, the one that says most; none where two of them contradict each other. */
function oneOf(entries: readonly IndexedReport[]): Member {
  const [first] = entries;
  const name = first?.facts.issuer ?? '';
  if (first === undefined) return { name, facts: null, isAmbiguous: false };
  if (entries.length === 1) return { name, facts: first.facts, isAmbiguous: false };
  const fullest = entries.reduce((best, entry) =>
    countKnown(entry.facts) > countKnown(best.facts) ? entry : best,
  );
  const isAmbiguous = entries.some(({ facts }) => !agree(fullest.facts, facts));
  return { name, facts: isAmbiguous ? null : fullest.facts, isAmbiguous };
}

function isTakenBy(pattern: ReportPattern, folder: string, { location, facts }: IndexedReport): boolean {
  return location.startsWith(folder) && fitsNamed(pattern, folder, location, facts.key);
}

function fitsNamed(pattern: ReportPattern, folder: string, location: string, key: string): boolean {
  const { issuer, files } = pattern;
  if (issuer !== null && issuerKey(issuer) !== key) return false;
  return files === null || takes(pattern, files, folder, location);
}

/** A lookup that remembers what it answered, so that it can be told whether the answers are still the same. */
export class RememberedLookup implements ReportLookup {
  readonly #reportIndex: ReportIndex;
  readonly #lookup: ReportLookup;
  /** By question: whether its answer is the same now. */
  readonly #given = new Map<string, () => boolean>();
  /** The state of the index in which all answers were right. */
  #seen: number;

  constructor(reportIndex: ReportIndex, location: string) {
    this.#reportIndex = reportIndex;
    this.#lookup = reportIndex.lookupFor(location);
    this.#seen = reportIndex.changes;
  }

  lastYear(report: ReportId): ReportFacts | null {
    const answer = this.#lookup.lastYear(report);
    this.#given.set(`last year ${shelfKey(report)}`, () => this.#lookup.lastYear(report) === answer);
    return answer;
  }

  // What is found depends on neither of these two.

  nextYear(report: ReportId): ReportFacts | null {
    return this.#lookup.nextYear(report);
  }

  lastYearsDocuments(report: ReportId): readonly string[] {
    return this.#lookup.lastYearsDocuments(report);
  }

  members(report: ReportId): readonly Membership[] {
    const answer = this.#lookup.members(report);
    this.#given.set(`members ${shelfKey(report)}`, () => areSame(this.#lookup.members(report), answer));
    return answer;
  }

  /** Whether every question that was asked has the same answer now. */
  get isCurrent(): boolean {
    const { changes } = this.#reportIndex;
    if (this.#seen !== changes && ![...this.#given.values()].every((isSame) => isSame())) return false;
    this.#seen = changes;
    return true;
  }
}

function areSame(a: readonly Membership[], b: readonly Membership[]): boolean {
  const parts = (memberships: readonly Membership[]): unknown[] =>
    memberships.flatMap(({ members, tables }) => [
      tables?.join(),
      ...members.flatMap(({ name, facts, isAmbiguous }) => [name, facts, isAmbiguous]),
      members.length,
    ]);
  const [one, other] = [parts(a), parts(b)];
  return one.length === other.length && one.every((part, index) => part === other[index]);
}
