/** The example of a rule, as it is shown on the rule's page and run as a test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../server/src/report/analyze.ts';
import type {
  AnalysisOptions,
  ReportAnalysis,
  ReportFacts,
  ReportLookup,
} from '../server/src/report/model/index.ts';
import { factsOf } from '../server/src/report/others/facts.ts';
import { noReports } from '../server/src/report/others/lookup.ts';
import type { ExampleBeside, RuleDescription } from '../server/src/report/rules/rule.ts';

const fixtures = join(import.meta.dirname, '..', 'test', 'fixtures');
const besides: Readonly<Record<ExampleBeside['reports'], readonly string[]>> = {
  'last-year': ['last-year.txt'],
  members: ['members/education.txt', 'members/archives.txt'],
};

/** A report without a fault; examples put one into it. */
export const sound = readFileSync(join(fixtures, 'sound.txt'), 'utf8');

/** How to analyse the sound report, or one with the example's fault in it. */
export function exampleOptions(
  { id, severity, example }: RuleDescription,
  isBroken: boolean,
): AnalysisOptions & { readonly reports: ReportLookup } {
  return {
    rules: { [id]: severity },
    reports: example.beside ? lookupOf(example.beside, isBroken) : noReports,
  };
}

/** The sound report with the example's fault. */
export function brokenBy({ example: { right, wrong, times = 1 } }: RuleDescription): string {
  return sound.replace(right, () => wrong.repeat(times));
}

const analyses = new Map<string, ReportAnalysis>();

/** The analysis of the example with its fault, made once. */
export function analysisOfExample(rule: RuleDescription): ReportAnalysis {
  const analysis = analyses.get(rule.id) ?? analyze(brokenBy(rule), exampleOptions(rule, true));
  analyses.set(rule.id, analysis);
  return analysis;
}

function lookupOf({ reports, passage, instead }: ExampleBeside, isBroken: boolean): ReportLookup {
  const facts = besides[reports].map((file, index) => {
    const text = readFileSync(join(fixtures, file), 'utf8');
    if (index === 0 && !text.includes(passage)) throw new Error(`not in ${file}: ${passage}`);
    return factsOf(analyze(isBroken ? text.replace(passage, () => instead ?? passage) : text), file)!;
  });
  return reports === 'last-year' ? besideLastYear(facts[0]!) : besideMembers(facts);
}

function besideLastYear(facts: ReportFacts): ReportLookup {
  return { ...noReports, lastYear: () => facts };
}

function besideMembers(all: readonly ReportFacts[]): ReportLookup {
  const members = all.map((facts) => ({ name: facts.issuer, facts, isAmbiguous: false }));
  return { ...noReports, members: () => [{ members, tables: null }] };
}
