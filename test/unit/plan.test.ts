/** `disclosure-report.json`: what it may say, and what is said of it where it is wrong. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { translate } from '../../server/src/l10n.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { forms } from '../../server/src/report/form/index.ts';
import { reportIdOf } from '../../server/src/report/others/lookup.ts';
import { matchesGlob } from '../../server/src/report/others/plan/glob.ts';
import { readPlan } from '../../server/src/report/others/plan/plan.ts';
import { reportIndexOf } from './support/neighbours.ts';
import { sound } from './support/report.ts';

/** Problems as the text they stand on and what is said. */
function problemsIn(text: string): string[] {
  return readPlan(text).problems.map(
    ({ span, message }) => `${text.slice(span.start, span.end)} | ${translate(message, 'en')}`,
  );
}

const aggregates = (statement: string): string => `{"aggregates": [${statement}]}`;

describe('a plan', () => {
  it('names parents and members by issuer, by files or by both', () => {
    const { plan, problems } = readPlan(`\ufeff{
      "$schema": "x",
      "aggregates": [
        { "parent": "甲县", "members": ["乙局", {"files": "2025/*.txt"}, {"issuer": "丙局", "files": "c/**"}], "years": [2025] },
        { "parent": {"issuer": "丁市"}, "members": ["甲县"], "tables": ["applications"] }
      ]}`);
    assert.deepEqual(problems, []);
    const [county, city] = plan.aggregates;
    assert.deepEqual(
      county!.members.map(({ issuer, files }) => [issuer, files]),
      [
        ['乙局', null],
        [null, '2025/*.txt'],
        ['丙局', 'c/**'],
      ],
    );
    assert.deepEqual([county!.years, county!.tables], [[2025], null]);
    assert.deepEqual([city!.parent.issuer, city!.years, city!.tables], ['丁市', null, ['applications']]);
  });

  for (const [what, text, expected] of [
    ['an unknown key', '{"aggregate": []}', /^"aggregate" \| .*“aggregate”.*use \$schema, aggregates/],
    ['no parent', aggregates('{"members": ["甲"]}'), /^{ \| .*“parent” is missing/],
    ['no members', aggregates('{"parent": "甲"}'), /^{ \| .*“members” is missing/],
    ['an empty list of members', aggregates('{"parent": "甲", "members": []}'), /^\[\] \| .*issuer/],
    ['a member that is none', aggregates('{"parent": "甲", "members": [7]}'), /^7 \| Expected \{/],
    ['a statement that is none', aggregates('5'), /^5 \| Expected \{/],
    ['an empty name', aggregates('{"parent": " ", "members": ["乙"]}'), /^" " \| .*issuer/],
    ['a year in words', aggregates('{"parent": "甲", "members": ["乙"], "years": ["2025"]}'), /^"2025" \| /],
    [
      'a table that is none',
      aggregates('{"parent": "甲", "members": ["乙"], "tables": ["x"]}'),
      /^"x" \| .*"proactive"/,
    ],
    ['a comma too many', '{"aggregates": [],}', /^} \| .*expected "…"/],
    ['no object', '[]', /^\[\] \| Expected \{/],
    ['nothing', '', /^ \| .*malformed/],
    ['something behind it', '{} x', /^x \| .*more text follows/],
    ['no end of nesting', '['.repeat(100_000), /^\[ \| .*malformed/],
  ] as const) {
    it(`with ${what} is complained about at its place`, () => {
      const problems = problemsIn(text);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0]!, expected);
    });
  }

  it('that names reports nobody has is complained about', () => {
    const reportIndex = reportIndexOf({ 'a/this.txt': sound });
    const text = aggregates('{"parent": "青禾县人民政府办公室", "members": ["青禾局", {"files": "b/*"}]}');
    const found = reportIndex.problemsOf('a/disclosure-report.json', readPlan(text).plan);
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      ['"青禾局"', '{"files": "b/*"}'],
    );
    assert.match(translate(found[0]!.message, 'en'), /“青禾局”/);
    assert.equal(reportIndex.problemsOf('disclosure-report.json', readPlan(text).plan).length, 2);
    assert.equal(reportIndex.problemsOf('b/disclosure-report.json', readPlan(text).plan).length, 3);
  });

  it('that is gone adds nothing up any more', () => {
    const text = aggregates('{"parent": "青禾县人民政府办公室", "members": ["青禾县教育局"]}');
    const reportIndex = reportIndexOf({ 'a/this.txt': sound, 'a/disclosure-report.json': text });
    const report = reportIdOf(analyze(sound).title, forms[0]!)!;
    const count = (): number => reportIndex.lookupFor('a/this.txt').members(report).length;
    assert.equal(count(), 1);
    reportIndex.setPlan('a/disclosure-report.json', null);
    assert.equal(count(), 0);
  });
});

describe('the schema of a plan', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/disclosure-report.schema.json', import.meta.url), 'utf8'),
  );
  const statement = schema.properties.aggregates.items;

  it('knows the keys and the tables that the reader knows', () => {
    const keys = ['parent', 'members', 'years', 'tables'];
    assert.deepEqual(Object.keys(statement.properties), keys);
    assert.deepEqual(Object.keys(schema.properties), ['$schema', 'aggregates']);
    const tables: readonly string[] = statement.properties.tables.items.enum;
    const full = { parent: { issuer: '甲', files: '*' }, members: ['乙'], years: [2025], tables };
    assert.deepEqual(problemsIn(aggregates(JSON.stringify(full))), []);
    assert.deepEqual(
      tables,
      forms[0]!.tables.map(({ id }) => id),
    );
  });

  it('is what the sample follows', () => {
    const sample = readFileSync(
      new URL('../../samples/青禾县/disclosure-report.json', import.meta.url),
      'utf8',
    );
    assert.deepEqual(problemsIn(sample), []);
  });
});

describe('a file pattern', () => {
  for (const [pattern, path, expected] of [
    ['*.txt', 'a.txt', true],
    ['*.txt', 'b/a.txt', false],
    ['**/*.txt', 'a.txt', true],
    ['**/*.txt', 'b/c/a.txt', true],
    ['b/**', 'b/c/a.txt', true],
    ['./b/*', 'b/a.md', true],
    ['?市/**/2025*', '甲市/乙县/2025年报告.md', true],
    ['?市/**/2025*', '甲乙市/2025年报告.md', false],
    ['*a*b*', 'xaxxb', true],
    ['*a*b*', 'xbxxa', false],
    ['a.txt', 'a_txt', false],
  ] as const) {
    it(`${pattern} ${expected ? 'takes' : 'leaves'} ${path}`, () => {
      assert.equal(matchesGlob(pattern, path), expected);
    });
  }

  it('cannot take long', () => {
    assert.equal(matchesGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(5000)), false);
    assert.equal(matchesGlob(`${'**/a/'.repeat(50)}b`, 'a/'.repeat(500)), false);
  });
});
