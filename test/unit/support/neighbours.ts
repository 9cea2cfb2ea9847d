/** Reports beside each other: an index of them, and what is said of one of them in it. */
import { readFileSync } from 'node:fs';
import { analyze } from '../../../server/src/report/analyze.ts';
import type { AnalysisOptions, Finding } from '../../../server/src/report/model/index.ts';
import { factsOf } from '../../../server/src/report/others/facts.ts';
import { readPlan } from '../../../server/src/report/others/plan/plan.ts';
import { ReportIndex } from '../../../server/src/workspace/reports/reportIndex.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

/** The sound report's issuer a year before: sound, and what it carries forward is what the sound one was carried in. */
export const lastYear = fixture('last-year.txt');
/** Two sound reports that add up to the sound one. */
export const [education, archives] = [fixture('members/education.txt'), fixture('members/archives.txt')];

/** Reports by file name; `disclosure-report.json` is a plan. */
export function reportIndexOf(files: Readonly<Record<string, string>>): ReportIndex {
  const reportIndex = new ReportIndex();
  for (const [name, text] of Object.entries(files)) {
    if (name.endsWith('.json')) reportIndex.setPlan(name, readPlan(text).plan);
    else reportIndex.set(name, factsOf(analyze(text), name));
  }
  return reportIndex;
}

/** What is said of a text that stands in `this.txt` beside other files. */
export function findingsBeside(
  files: Readonly<Record<string, string>>,
  text: string,
  rules: AnalysisOptions['rules'] = {},
): readonly Finding[] {
  const reports = reportIndexOf({ 'this.txt': text, ...files }).lookupFor('this.txt');
  return analyze(text, { reports, rules: rules ?? {} }).findings;
}
