/**
 * What is said of each kind of fault: on which words, with which numbers, beside which places, and what its fixes write.
 * Golden: `UPDATE_GOLDEN=1 npm run test:unit` writes it anew; read the difference before committing.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import texts from '../../l10n/en/findings.json' with { type: 'json' };
import { brokenBy, exampleOptions } from '../../scripts/examples.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import type {
  AnalysisOptions,
  Finding,
  Fix,
  Message,
  RelatedInformation,
  Span,
} from '../../server/src/report/model/index.ts';
import { ruleDescriptions } from '../../server/src/report/rules/index.ts';
import { faults } from './support/faults.ts';

const golden = new URL('./said.golden.txt', import.meta.url);
const examples = ruleDescriptions.map(
  (rule) => [`the example of ${rule.id}`, brokenBy(rule), exampleOptions(rule, true)] as const,
);
/** A cell of table `proceedings` stands in one balance rule alone, and no documents in any. */
const forOtherForms: ReadonlySet<string> = new Set([
  'finding.balance.culprits.proceedings-total',
  'related.equation.proceedings-total',
  'finding.documents-in-force.doubtful',
]);
/** A total's twenty addends are of one kind. */
const MOST_SHOWN = 4;
const LONGEST_SHOWN = 60;

const said = new Set<string>();
const written = [...examples, ...faults]
  .map(([what, text, options]) => `# ${what}\n${describeAll(text, options).join('\n')}\n`)
  .join('\n');

describe('what is said of a fault', () => {
  it('is what it was', () => {
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, written);
    assert.equal(written, readFileSync(golden, 'utf8'));
  });

  it('is all that there are words for', () => {
    const idle = Object.keys(texts).filter((key) => !said.has(key));
    assert.deepEqual(new Set(idle), forOtherForms, 'support/faults.ts has no fault of which these are said');
  });
});

function describeAll(text: string, options: AnalysisOptions = {}): string[] {
  const quote = ({ start, end }: Span): string => {
    const words = text.slice(start, end);
    return JSON.stringify(words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words);
  };
  return analyze(text, options).findings.flatMap((finding) => describeOne(finding, quote));
}

function describeOne(
  { rule, severity, span, message, related, fixes }: Finding,
  quote: (span: Span) => string,
): string[] {
  const place = ({ elsewhere, ...here }: RelatedInformation): string =>
    elsewhere ? `${elsewhere.document}:${elsewhere.start.line + 1}` : quote(here.span);
  const edits = (fix: Fix): string =>
    fix.edits
      .slice(0, MOST_SHOWN)
      .map((edit) => `${quote(edit.span)} → ${JSON.stringify(edit.newText)}`)
      .join(', ');
  const kind = (fix: Fix): string => (fix.safe ? 'safe ' : '') + (fix.isLastResort ? 'last resort ' : '');
  const shown = related.slice(0, MOST_SHOWN);
  for (const each of related.slice(MOST_SHOWN)) said.add(each.message.key);
  return [
    `${rule} (${severity}) ${quote(span)}: ${say(message)}`,
    ...shown.map((each) => `  beside ${place(each)}: ${say(each.message)}`),
    ...(related.length > shown.length ? [`  beside ${related.length - shown.length} more`] : []),
    ...fixes.map((fix) => `  ${kind(fix)}fix ${say(fix.title)}: ${edits(fix)}`),
  ];
}

function say({ key, args }: Message): string {
  said.add(key);
  return `${key} ${JSON.stringify(args)}`;
}
