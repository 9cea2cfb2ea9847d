/**
 * Real files in the layouts that web pages leave behind: counts and ids only, no text of theirs.
 * The fragments are cut off, so that rows at their end are truly missing.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import type { CellState, ReportAnalysis, TableId } from '../../server/src/report/model.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'reports');
const skip = existsSync(folder) ? false : 'the real reports are not there';
const balanceRules = new Set(['application-balance', 'handled-total', 'row-total', 'proceedings-total']);

function read(name: string): ReportAnalysis {
  return analyze(readFileSync(join(folder, name), 'utf8'), { assumeReport: true });
}

/** How many cells of a table are in a state. */
function count(analysis: ReportAnalysis, table: TableId, ...states: readonly CellState[]): number {
  const cells = analysis.tables.find(({ form }) => form.id === table)?.cells ?? [];
  return cells.filter(({ state }) => states.includes(state)).length;
}

function value(analysis: ReportAnalysis, table: TableId, row: string, column: string): number | null {
  const cells = analysis.tables.find(({ form }) => form.id === table)?.cells ?? [];
  return cells.find(({ form }) => form.row === row && form.column === column)?.value ?? null;
}

describe('the report of Shanghai for 2019, in HTML', { skip }, () => {
  const analysis = skip ? null! : read('shanghai-general-office-2019.md');

  it('is a report of its year, on the form of its year, with all its sections', () => {
    assert.equal(analysis.issuer, '上海市人民政府办公厅');
    assert.equal(analysis.year, 2019);
    assert.equal(analysis.form.id, '2019');
    assert.deepEqual(
      analysis.sections.map(({ id }) => id),
      ['overview', 'proactive', 'applications', 'proceedings', 'improvement', 'other'],
    );
  });

  it('has every cell of the form, none unknown', () => {
    assert.deepEqual(
      analysis.tables.map(({ form, lines, missingLines }) => [form.id, lines.length, missingLines.length]),
      [
        ['proactive', 8, 0],
        ['applications', 23, 0],
        ['proceedings', 1, 0],
      ],
    );
    for (const { cells } of analysis.tables) assert.ok(cells.every(({ state }) => state !== 'unknown'));
  });

  it('has its numbers in their columns', () => {
    assert.equal(value(analysis, 'proactive', 'regulations', 'totalPublished'), 524);
    assert.equal(value(analysis, 'proactive', 'normativeDocuments', 'newlyPublished'), 60);
    assert.equal(value(analysis, 'proactive', 'procurement', 'purchaseItems'), 6);
    assert.equal(value(analysis, 'applications', 'received', 'commercialEnterprise'), 35);
    assert.equal(value(analysis, 'applications', 'received', 'legalService'), 2);
    assert.equal(value(analysis, 'applications', 'received', 'total'), 859);
    assert.equal(value(analysis, 'applications', 'handledTotal', 'otherOrganization'), 1);
    assert.equal(value(analysis, 'applications', 'refused.stateSecret', 'naturalPerson'), 14);
    assert.equal(value(analysis, 'proceedings', 'directSuit', 'pending'), 1);
    assert.equal(value(analysis, 'proceedings', 'suitAfterReview', 'upheld'), null);
  });

  it('has no balance finding: blank totals are unknown', () => {
    assert.deepEqual(
      analysis.findings.filter(({ rule }) => balanceRules.has(rule)),
      [],
    );
    assert.equal(count(analysis, 'applications', 'number'), 35);
    assert.equal(value(analysis, 'applications', 'granted', 'total'), null);
  });
});

/** By fragment: cells with a number, blank or dashed, unknown, in tables `proactive` and `applications`. */
const fragments: Readonly<Record<string, readonly [form: string, proactive: string, applications: string]>> =
  {
    'bishan-kjj-2019.txt': ['2019', '22 0 0 0', '49 0 0 112'],
    'district-tjj-2023.txt': ['2021', '7 3 0 0', '2 19 0 154'],
    'district-xzspj-2021-oldformat-trad.txt': ['2019', '19 3 0 0', '0 7 0 154'],
    'guannan-kjj-2019-blankcells.txt': ['2019', '3 17 0 2', '-'],
    'gucheng-jyj-2020.txt': ['2019', '22 0 0 0', '21 0 0 140'],
    'htq-xuwang-town-2025.txt': ['2021', '7 0 0 3', '21 0 0 154'],
    'huitong-lyj-2020.txt': ['2019', '18 0 0 4', '-'],
    'jiaxian-xi-town-2022-oldformat-blank.txt': ['2019', '0 0 0 22', '0 0 0 161'],
    'jurong-slj-2022-markdown-ws.txt': ['2021', '6 0 0 4', '-'],
    'pjmajestic-dept-2021-garbledtrad.txt': ['2021', '4 0 0 6', '0 0 0 175'],
    'qianan-dawuli-town-2020.txt': ['2019', '22 0 0 0', '28 0 0 133'],
    'shekou-subdistrict-2021-slash-trad.txt': ['2021', '1 9 0 0', '-'],
    'suixian-devzone-2019-flattened.txt': ['2021', '-', '-'],
    'taojiang-sjj-2020.txt': ['2019', '22 0 0 0', '28 0 0 133'],
    'taojiang-songmutang-town-2022.txt': ['2021', '9 0 0 1', '-'],
    'tiedong-tyjrj-2025.txt': ['2021', '10 0 0 0', '-'],
    'weishan-liangcheng-town-2020.txt': ['2019', '22 0 0 0', '14 0 0 147'],
    'xiongxian-township-2019-blank.txt': ['2019', '0 0 0 22', '0 0 0 161'],
    'yanliang-jgsw-2021-oldformat-textcells.txt': ['2019', '20 0 2 0', '0 0 0 161'],
    'yngm-sfj-2021.txt': ['2021', '10 0 0 0', '7 0 0 168'],
    'yueyang-xfj-2021-missing-heading3.txt': ['2021', '3 7 0 0', '-'],
  };

/** Its table `applications` ends in the first cell, which names no column and no row. */
const cutInFirstCell = 'shekou-subdistrict-2021-slash-trad.txt';

describe('the fragments', { skip }, () => {
  it('are all looked at', () => {
    const present = skip ? Object.keys(fragments) : readdirSync(join(folder, 'fragments'));
    assert.deepEqual([...present].sort(), Object.keys(fragments).sort());
  });

  for (const [name, [form, ...tables]] of Object.entries(fragments)) {
    it(`${name}: as many cells are read, blank, no number and unknown as there are`, () => {
      const analysis = read(join('fragments', name));
      assert.equal(analysis.form.id, form);
      assert.deepEqual(
        (['proactive', 'applications'] as const).map((table) => describeCells(analysis, table)),
        tables,
      );
    });

    it(`${name}: no false balance finding, no table missing that is there`, () => {
      const rules = read(join('fragments', name)).findings.map(({ rule }) => rule);
      assert.deepEqual(
        rules.filter((rule) => balanceRules.has(rule)),
        [],
      );
      assert.equal(rules.includes('table-missing'), name === cutInFirstCell);
    });
  }
});

function describeCells(analysis: ReportAnalysis, table: TableId): string {
  if (!analysis.tables.some(({ form }) => form.id === table)) return '-';
  return [
    count(analysis, table, 'number'),
    count(analysis, table, 'blank', 'dash'),
    count(analysis, table, 'invalid'),
    count(analysis, table, 'unknown', 'derived'),
  ].join(' ');
}
