/**
 * Real reports, whose numbers and faults were read by hand. They are other people's text and not part of the
 * project: where they are not at hand these tests are skipped. Only numbers and line numbers stand here.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import type { ReportAnalysis, TableId } from '../../server/src/report/model.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'reports');
const skip = existsSync(folder) ? false : 'the folder ../shared/reports with real reports is not there';
const balanceRules = new Set(['application-balance', 'handled-total', 'row-total', 'proceedings-total']);

interface Facts {
  readonly file: string;
  readonly year: number | null;
  /** Counts of cells by state in the three tables. */
  readonly cells: readonly Readonly<Record<string, number>>[];
  /** Rows as they are printed, by table and row. */
  readonly rows: Readonly<Record<string, readonly (number | null)[]>>;
  /** Every finding, as `line:rule`. */
  readonly findings: readonly string[];
}

const complete = [{ number: 10 }, { number: 175 }, { number: 15 }];
const nothing = [null, null, null, null, null, null, null];

const reports: readonly Facts[] = [
  {
    file: 'quxian-office-2025.txt',
    year: 2025,
    cells: complete,
    rows: {
      'proactive normativeDocuments': [4, 2, 19],
      'applications received': [28, 0, 0, 0, 0, 1, 29],
      'applications carriedIn': [2, 0, 0, 0, 0, 0, 2],
      'applications granted': [6, 0, 0, 0, 0, 0, 6],
      'applications handledTotal': [27, 0, 0, 0, 0, 1, 28],
      'applications carriedForward': [3, 0, 0, 0, 0, 0, 3],
      'proceedings review': [0, 0, 0, 1, 1],
    },
    findings: ['51:row-label'],
  },
  {
    file: 'weibin-office-2025.txt',
    year: 2025,
    cells: [{ number: 10 }, { number: 76, derived: 99 }, { number: 15 }],
    rows: {
      'proactive normativeDocuments': [0, 1, 27],
      'applications received': [81, 0, 0, 0, 0, 0, 81],
      'applications granted': [10, 0, 0, 0, 0, 0, 10],
      'applications handledTotal': [81, 0, 0, 0, 0, 0, 81],
      'proceedings review': [2, 1, 1, 0, 4],
      'proceedings directSuit': [1, 0, 1, 0, 2],
    },
    findings: ['3:period', '44:heading-level', '46:table-header', '51:row-cells', '54:row-label'],
  },
  {
    file: 'litong-2025.txt',
    year: 2025,
    cells: complete,
    rows: {
      'proactive normativeDocuments': [6, 9, 34],
      'proactive licences': [19_087],
      'proactive fees': [1523.86],
      'applications received': [29, 0, 0, 0, 0, 0, 29],
      'applications handledTotal': [28, 0, 0, 0, 0, 0, 28],
      'applications carriedForward': [1, 0, 0, 0, 0, 0, 1],
      'proceedings review': [0, 1, 0, 0, 1],
    },
    findings: ['42:heading-level'],
  },
  {
    file: 'xiping-town-2025.txt',
    year: 2025,
    cells: [{ number: 10 }, { number: 74, derived: 101 }, { number: 15 }],
    rows: {
      'applications received': [2, 0, 0, 0, 0, 0, 2],
      'applications granted': [0, 0, 0, 0, 0, 0, 0],
      'applications handledTotal': [2, 0, 0, 0, 0, 0, 2],
    },
    findings: ['3:period', '52:table-header', '55:row-cells', '60:row-label'],
  },
  {
    file: 'suqian-city-2023.txt',
    year: 2023,
    cells: complete,
    rows: {
      'proactive penalties': [2_822_652],
      'proactive fees': [59_237.2449],
      'proceedings review': [309, 17, 88, 26, 440],
      'proceedings suitAfterReview': [13, 0, 67, 9, 89],
    },
    findings: [
      '1:period',
      '2:topic-missing',
      '24:row-label',
      '41:row-label',
      '42:row-label',
      '51:section-empty',
    ],
  },
  {
    file: 'suqian-city-2024.txt',
    year: 2024,
    cells: complete,
    rows: {
      'proactive normativeDocuments': [50, 227, 420],
      'applications received': [3440, 75, 0, 1, 6, 3, 3525],
      'applications carriedIn': [118, 3, 0, 0, 0, 0, 121],
      'applications handledTotal': [3440, 73, 0, 1, 5, 2, 3521],
      'applications carriedForward': [118, 5, 0, 0, 1, 1, 125],
    },
    findings: [
      '1:period',
      '2:topic-missing',
      '24:row-label',
      '41:row-label',
      '42:row-label',
      '51:section-empty',
      '52:fee-statement',
      '52:section-empty',
    ],
  },
  ...['tsv', 'pdflayout', 'pdfraw'].map(
    (conversion): Facts => ({
      file: `huaian-city-2024-${conversion}.txt`,
      year: 2024,
      cells: complete,
      rows: {
        'proactive normativeDocuments': [8, 26, 66],
        'proactive fees': [96_171.6],
        'applications received': [3001, 53, 0, 0, 61, 4, 3119],
        'applications granted': [1288, 21, 0, 0, 50, 3, 1362],
        'applications handledTotal': [2932, 53, 0, 0, 61, 4, 3050],
        'proceedings review': [72, 64, 178, 37, 351],
        'proceedings suitAfterReview': [12, 1, 1, 6, 20],
      },
      findings: [],
    }),
  ),
  {
    file: 'form-2021-empty.txt',
    year: null,
    cells: [{ blank: 10 }, { blank: 175 }, { blank: 15 }],
    rows: { 'applications received': nothing, 'applications handledTotal': nothing },
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
];

for (const { file, year, cells, rows, findings } of reports) {
  describe(file, { skip }, () => {
    const analysis = skip ? analyze('') : read(file);

    it('is for its year and has the six sections', () => {
      assert.equal(analysis.year, year);
      assert.equal(new Set(analysis.sections.map((section) => section.id)).size, 6);
    });

    it('has every number read, proved by its row, or known to be blank', () => {
      assert.deepEqual(
        analysis.tables.map((table) => table.form.id),
        ['proactive', 'applications', 'proceedings'],
      );
      assert.deepEqual(analysis.tables.map(statesOf), cells);
    });

    it('has the numbers that are printed', () => {
      for (const [name, numbers] of Object.entries(rows)) {
        const [table, row] = name.split(' ');
        assert.deepEqual(rowOf(analysis, table as TableId, row!), numbers, name);
      }
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

describe('one report in three conversions', { skip }, () => {
  it('has every number in each', () => {
    const [truth, ...others] = ['tsv', 'pdflayout', 'pdfraw'].map((conversion) =>
      read(`huaian-city-2024-${conversion}.txt`).tables.flatMap(({ cells }) =>
        cells.map(({ value }) => value),
      ),
    );
    for (const other of others) assert.deepEqual(other, truth);
  });
});

describe('two reports of one issuer', { skip }, () => {
  it('agree on what was carried over', () => {
    const [last, next] = [read('suqian-city-2023.txt'), read('suqian-city-2024.txt')];
    assert.deepEqual(rowOf(next, 'applications', 'carriedIn'), rowOf(last, 'applications', 'carriedForward'));
  });
});

describe('a report in a layout that is not tab-separated', { skip }, () => {
  const known = new Set(reports.map(({ file }) => file));
  for (const path of skip ? [] : allReports().filter((each) => !known.has(basename(each)))) {
    it(`${path} has no balance finding`, () => {
      assert.deepEqual(
        placesOf(read(path)).filter((place) => balanceRules.has(place.split(':')[1]!)),
        [],
      );
    });
  }
});

function allReports(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!README)\.(?:txt|md)$/.test(name),
  );
}

function read(file: string): ReportAnalysis {
  return analyze(readFileSync(join(folder, file), 'utf8'));
}

function statesOf({ cells }: ReportAnalysis['tables'][number]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of cells) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function rowOf(analysis: ReportAnalysis, tableId: TableId, row: string): (number | null)[] {
  const table = analysis.tables.find(({ form }) => form.id === tableId)!;
  return table.cells.filter(({ form }) => form.row === row).map((cell) => cell.value);
}

function placesOf({ source, findings }: ReportAnalysis): string[] {
  return findings.map(({ rule, span }) => `${source.lineAt(span.start) + 1}:${rule}`);
}

/** By line, then by rule: findings on one place have no order of their own. */
function byLine(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);
}
