/**
 * Whole published reports: their years and sections, that they balance, and where each finding stands. Their numbers are
 * held against what stands in them by `corpus.test.ts`. They are other people's text and not part of the project: where
 * they are not at hand these tests are skipped. Only numbers and line numbers stand here.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import type { CellState, ReportAnalysis } from '../../server/src/report/model/index.ts';
import { hasRealReports, realCases } from '../corpus/cases.ts';
import { findingsBeside } from '../unit/support/neighbours.ts';
import { balanceRules } from '../unit/support/report.ts';

const skip = hasRealReports ? false : 'the real reports (../shared/reports, ../shared/untried) are not there';
const texts = new Map(realCases().map(({ name, text }) => [name, text]));

interface Facts {
  readonly year: number | null;
  /** How many cells have a number in the text, or are blank, or are proved to be 0 by their row. */
  readonly cells: Partial<Record<CellState, number>>;
  /** Every finding, as `line:rule`. */
  readonly findings: readonly string[];
}

/** Every cell of the form of 2021. */
const ALL = 10 + 175 + 15;
const complete = { number: ALL };

/** Suqian's two reports are tables taken from one layout. */
const ofBothYears = [
  '1:period',
  '2:topic-missing',
  '24:row-label',
  '41:row-label',
  '42:row-label',
  '51:section-empty',
];

const reports: Readonly<Record<string, Facts>> = {
  'quxian-office-2025.txt': { year: 2025, cells: complete, findings: ['15:percentage', '51:row-label'] },
  'weibin-office-2025.txt': {
    year: 2025,
    cells: { number: 101, derived: 99 },
    findings: [
      '3:period',
      '9:breakdown',
      '44:heading-level',
      '46:table-header',
      '51:row-cells',
      '54:row-label',
    ],
  },
  'litong-2025.txt': { year: 2025, cells: complete, findings: ['42:heading-level', '92:contact'] },
  'xiping-town-2025.txt': {
    year: 2025,
    cells: { number: 99, derived: 101 },
    findings: ['3:period', '52:table-header', '55:row-cells', '60:row-label'],
  },
  'suqian-city-2023.txt': {
    year: 2023,
    cells: complete,
    findings: ofBothYears,
  },
  'suqian-city-2024.txt': {
    year: 2024,
    cells: complete,
    findings: [...ofBothYears, '52:fee-statement', '52:section-empty'],
  },
  'huaian-city-2024-tsv.txt': { year: 2024, cells: complete, findings: [] },
  'huaian-city-2024-pdflayout.txt': { year: 2024, cells: complete, findings: [] },
  'huaian-city-2024-pdfraw.txt': { year: 2024, cells: complete, findings: [] },
  'form-2021-empty.txt': {
    year: null,
    cells: { blank: ALL },
    findings: [
      '1:period',
      '1:report-title',
      '2:topic-missing',
      '3:placeholder',
      '7:cell-empty',
      '23:cell-empty',
      '52:cell-empty',
      '54:placeholder',
      '56:placeholder',
    ],
  },
};

for (const [file, { year, cells, findings }] of Object.entries(reports)) {
  describe(file, { skip }, () => {
    const analysis = read(file);

    it('is for its year and has the six sections', () => {
      assert.equal(analysis.year, year);
      assert.equal(new Set(analysis.sections.map((section) => section.id)).size, 6);
    });

    it('has every number read, proved by its row, or known to be blank', () => {
      assert.deepEqual(statesOf(analysis), cells);
    });

    it('balances', () => {
      assert.equal(analysis.equations.length, 32 + 7 + 3);
      assert.ok(analysis.equations.every((equation) => equation.holds));
    });

    it('has these findings and no other', () => {
      assert.deepEqual(placesOf(analysis).sort(byLine), findings);
    });
  });
}

describe('the report of Shanghai for 2019, in HTML', { skip }, () => {
  const analysis = read('shanghai-general-office-2019.md');

  it('is a report of its year, on the form of its year, with all its sections', () => {
    assert.deepEqual(
      [analysis.issuer, analysis.year, analysis.form.id],
      ['上海市人民政府办公厅', 2019, '2019'],
    );
    assert.deepEqual(
      analysis.sections.map(({ id }) => id),
      analysis.form.sections.map(({ id }) => id),
    );
  });

  it('has every cell of the form, none unknown: blank totals are blank', () => {
    assert.deepEqual(statesOf(analysis), { number: 62, blank: 135, invalid: 1 });
  });

  it('says two numbers that its table does not', () => {
    const wrong = analysis.narrative.claims.filter(({ isWrong }) => isWrong);
    assert.deepEqual(
      wrong.map(({ value, readings }) => [value, ...readings.map((reading) => reading.value)]),
      [
        [258, 275],
        [265, 337],
      ],
    );
  });
});

describe('two reports of one issuer', { skip }, () => {
  it('agree on what was carried over', () => {
    const [last, next] = [read('suqian-city-2023.txt'), read('suqian-city-2024.txt')];
    assert.deepEqual(rowOf(next, 'carriedIn'), rowOf(last, 'carriedForward'));
  });

  it('are held against each other', () => {
    const next = texts.get('suqian-city-2024.txt')!;
    const beside = { 'last.txt': texts.get('suqian-city-2023.txt')! };
    const rules = new Set(['carry-over', 'documents-in-force']);
    const foundIn = (text: string): string[] =>
      findingsBeside(beside, text).flatMap(({ rule }) => (rules.has(rule) ? [rule] : []));
    assert.deepEqual(foundIn(next), []);
    assert.deepEqual(foundIn(next.replace('\t50\t227\t420', '\t50\t227\t402')), ['documents-in-force']);
    const moved = next.replace('\t3440\t75\t', '\t3441\t74\t').replace('\t118\t3\t0\t', '\t117\t4\t0\t');
    assert.deepEqual(foundIn(moved), ['carry-over', 'carry-over']);
  });
});

/** Published with two totals of 0 beside addends that are more. */
const unbalanced: Readonly<Record<string, readonly string[]>> = {
  'untried/hongze-district-2023-pdflayout.txt': ['149:proceedings-total', '149:proceedings-total'],
  'untried/hongze-district-2023-pdfraw.txt': ['149:proceedings-total', '149:proceedings-total'],
};

describe('every real report', { skip }, () => {
  for (const name of texts.keys()) {
    it(`${name} has no balance finding but those that are true`, () => {
      const analysis = read(name);
      const found = analysis.findings.filter(({ rule }) => balanceRules.has(rule));
      assert.deepEqual(placesOf({ ...analysis, findings: found }), unbalanced[name] ?? []);
    });
  }
});

/** The analysis of a real report; of an empty text where it is not at hand. */
function read(file: string): ReportAnalysis {
  return analyze(texts.get(file) ?? '', { assumeReport: true });
}

function statesOf({ tables }: ReportAnalysis): Partial<Record<CellState, number>> {
  const counts: Partial<Record<CellState, number>> = {};
  for (const { state } of tables.flatMap(({ cells }) => cells)) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function rowOf({ tables }: ReportAnalysis, row: string): (number | null)[] {
  return tables
    .flatMap(({ cells }) => cells.filter(({ form }) => form.row === row))
    .map(({ value }) => value);
}

function placesOf({ source, findings }: ReportAnalysis): string[] {
  return findings.map(({ rule, span }) => `${source.lineAt(span.start) + 1}:${rule}`);
}

/** By line, then by rule: findings on one place have no order of their own. */
function byLine(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);
}
