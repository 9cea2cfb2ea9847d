/** What holds for every text there is, tried on some thousand. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyze, type ReusableAnalysis } from '../../server/src/report/analyze.ts';
import type { Equation, ReportAnalysis, Span } from '../../server/src/report/model/index.ts';
import { applyEdits, applySafeFixes, inOrder, safeFixes } from '../unit/support/edits.ts';
import { faults } from '../unit/support/faults.ts';
import { renderers, renderTables } from '../unit/support/layouts.ts';
import { anyText, damaged, history } from '../unit/support/mutations.ts';
import { balancedReport, withNumberAt } from '../unit/support/numbers.ts';
import { balanceRules, sound } from '../unit/support/report.ts';
import { assertWholeSentences } from '../unit/support/sentences.ts';
import { spansOf } from '../unit/support/spans.ts';
import { check } from './check.ts';

const samples = join(import.meta.dirname, '..', '..', 'samples');
const sampleNames = readdirSync(samples).filter((name) => /\.(?:txt|md)$/.test(name));
const originals = [sound, ...sampleNames.map((name) => readFileSync(join(samples, name), 'utf8'))];

describe('any text', () => {
  it('is read without fail, every place inside it and in order', () => {
    check(anyText, 1000, (text) => assertSoundAnalysis(analyze(text, { assumeReport: true })));
  });

  it('is the same whatever was read before it', () => {
    check(anyText, 100, (text) => assert.deepEqual(facts(analyze(text)), facts(analyze(text))));
  });
});

describe('a damaged report', () => {
  it('is read without fail, every place inside it and in order', () => {
    check(damaged(originals), 2500, (text) => assertSoundAnalysis(analyze(text, { assumeReport: true })));
  });

  it('has no safe fix left after its safe fixes, and nothing else changed', () => {
    check(damaged(originals), 250, (text) => {
      assertOthersUntouched(text);
      assert.deepEqual(safeFixes(settle(text)), []);
    });
  });

  it('is spoken of in whole sentences, in both languages', () => {
    check(damaged(originals), 400, (text) => {
      assertWholeSentences(analyze(text, { assumeReport: true }).findings);
    });
  });

  it('has fixes of balance findings that make an equation hold', () => {
    check(damaged(originals), 250, (text) => assertBalanceFixes(analyze(text)));
  });
});

describe('a report that is edited', () => {
  const layouts = Object.values(renderers).map((render) => renderTables(sound, render));

  it('is read the same with what an earlier reading left as without it', () => {
    check(history([...originals, ...layouts]), 120, (texts) => {
      let previous: ReusableAnalysis | undefined;
      for (const text of texts) {
        previous = analyze(text, { previous });
        assert.ok(told(previous) === told(analyze(text)));
      }
    });
  });

  it('has a table go on behind a heading once an edit took away its end', () => {
    const end = /^四、结转下年度.*\n/m.exec(sound)![0];
    const heading = '四、政府信息公开行政复议、行政诉讼情况\n';
    const twice = sound.replace(heading, `${heading}\n${end}\n五、存在的主要问题及改进情况\n`);
    const once = twice.replace(end, '');
    assert.equal(told(analyze(once, { previous: analyze(twice) })), told(analyze(once)));
  });

  it('has blank cells become an indent once a tag makes it HTML', () => {
    const blank = sound.replace(/^6\t2\t.*$/m, '\t'.repeat(14));
    const tagged = `${blank}\n<p>完</p>\n`;
    assert.notEqual(blank, sound);
    assert.equal(told(analyze(tagged, { previous: analyze(blank) })), told(analyze(tagged)));
  });

  it('has its prose read anew where what it is read with has changed', () => {
    const wrong = '2025年，青禾县人民政府办公室受理178件。';
    const text = sound
      .replace('（二）依申请公开情况。', `（二）依申请公开情况。\n\n${wrong}\n\n`)
      .replace('三、收到和处理政府信息公开申请情况\n', (heading) => `${heading}\n${wrong}\n`);
    const edits = [
      ['2025年政府信息公开工作年度报告', '2022年政府信息公开工作年度报告'],
      ['青禾县人民政府办公室2025年政府', '青禾县自然资源局2025年政府'],
      ['（二）依申请公开情况。', '（二）业务培训情况。'],
      ['三、收到和处理政府信息公开申请情况\n', '三、其他需要报告的事项\n'],
    ] as const;
    const before = analyze(text);
    assert.equal(wrongClaims(before), 2);
    for (const [passage, instead] of edits) {
      const edited = text.replace(passage, instead);
      const after = analyze(edited, { previous: before });
      assert.ok(wrongClaims(after) < 2, instead);
      assert.equal(told(after), told(analyze(edited)), instead);
    }
  });

  it('is read again only where the edit was', () => {
    const before = analyze(sound);
    const after = analyze(sound.replace('一、总体情况\n', '一、总体情况\n\n'), { previous: before });
    const anew = after.reusable.passages.filter((passage) => !before.reusable.passages.includes(passage));
    assert.equal(anew.length, 1);
    assert.equal(after.reusable.passages.length, 7);
  });

  it('has the tables that an edit left alone where they are now', () => {
    const before = analyze(sound);
    const after = analyze(`某县\n\n${sound}`, { previous: before });
    for (const [index, { cells }] of after.tables.entries()) {
      for (const { form, span, text } of cells) {
        assert.equal(after.source.text.slice(span.start, span.end), text);
        assert.equal(span.start, before.tables[index]!.cells[form.index]!.span.start + 4);
      }
    }
  });

  it('has every fault where it is now', () => {
    for (const [what, text] of faults) {
      const moved = `某县\n\n${text}`;
      assert.equal(told(analyze(moved, { previous: analyze(text) })), told(analyze(moved)), what);
    }
  });

  it('has every place in the rows that an edit left alone, in whatever layout', () => {
    const rowsOf = ({ tables }: ReportAnalysis): unknown =>
      tables.map(({ rows }) =>
        rows.map(({ cells }) => cells.map(({ text, span, parts }) => ({ text, span, parts }))),
      );
    for (const text of layouts) {
      const moved = `某县\n\n${text}`;
      assert.deepEqual(rowsOf(analyze(moved, { previous: analyze(text) })), rowsOf(analyze(moved)));
    }
  });
});

describe('a report whose numbers obey the balance rules', () => {
  it('has no balance finding', () => {
    check(balancedReport, 150, (text) => assert.deepEqual(balanceFindings(analyze(text)), []));
  });

  it('with one number changed is told so, and where one change explains it the fix restores the text', () => {
    const place = fc.nat({ max: 189 });
    check(fc.tuple(balancedReport, place, fc.nat({ max: 500 })), 400, ([text, index, value]) => {
      const analysis = analyze(text);
      const cell = analysis.tables.slice(1).flatMap((table) => table.cells)[index]!;
      if (cell.value === value) return;
      const wrong = analyze(withNumberAt(analysis, cell, value));
      const findings = balanceFindings(wrong);
      assert.notEqual(findings.length, 0, `${cell.form.row}.${cell.form.column}`);
      assert.ok(findings.some((finding) => speaksOf(finding, cell.span.start)));
      for (const finding of findings.filter(({ message }) => message.key.includes('culprit'))) {
        assert.equal(applyEdits(wrong.source.text, finding.fixes[0]!.edits), text);
      }
    });
  });
});

function assertSoundAnalysis(analysis: ReportAnalysis): void {
  const { length } = analysis.source.text;
  for (const [name, { start, end }] of spansOf(analysis)) {
    assert.ok(0 <= start && start <= end && end <= length, `${name} at ${start} to ${end} of ${length}`);
  }
  assertInOrder(analysis.findings.map((finding) => finding.span.start));
  for (const { rule, fixes } of analysis.findings) {
    for (const fix of fixes) assertApart(rule, inOrder(fix.edits));
  }
}

function assertInOrder(offsets: readonly number[]): void {
  assert.deepEqual(
    offsets,
    [...offsets].sort((a, b) => a - b),
  );
}

function assertApart(rule: string, edits: ReturnType<typeof inOrder>): void {
  for (const [index, { span }] of edits.entries()) {
    const before = edits[index - 1];
    assert.ok(!before || before.span.end <= span.start, `edits of a fix of ${rule} overlap`);
    assert.ok(!before || before.span.start < span.start, `edits of a fix of ${rule} at one place`);
  }
}

/** The text after safe fixes, round by round until none is left. */
function settle(text: string): string {
  let settled = text;
  for (let round = 0; round < 5 && safeFixes(settled).length > 0; round++) settled = applySafeFixes(settled);
  return settled;
}

/** What the safe fixes of a text did not touch is read as before. */
function assertOthersUntouched(text: string): void {
  const fixes = safeFixes(text);
  if (fixes.length === 0) return;
  const touched = new Set(fixes.flatMap((fix) => fix.edits.map((edit) => edit.span.start)));
  const [before, after] = [analyze(text), analyze(applySafeFixes(text))];
  assert.equal(after.tables.length, before.tables.length);
  for (const [index, table] of before.tables.entries()) {
    for (const { form, span, state, value } of table.cells) {
      const now = after.tables[index]!.cells[form.index]!;
      if (!touched.has(span.start)) assert.deepEqual([now.state, now.value], [state, value]);
    }
  }
}

/** Each fix of a balance finding mends an equation of the finding's rule in which the place it stands on is a term. */
function assertBalanceFixes({ source, equations, findings }: ReportAnalysis): void {
  for (const { rule, span, fixes } of findings) {
    if (!balanceRules.has(rule)) continue;
    const own = equations
      .filter(({ form }) => form.rule === rule)
      .filter((equation) => hasTermAt(equation, span));
    assert.ok(own.some(({ holds }) => holds === false));
    for (const fix of fixes) {
      const after = analyze(applyEdits(source.text, fix.edits)).equations;
      assert.equal(after.length, equations.length);
      assert.ok(
        own.some((equation) => equation.holds === false && after[equations.indexOf(equation)]!.holds),
        `${rule} at ${span.start}`,
      );
    }
  }
}

function hasTermAt({ form, table }: Equation, { start }: Span): boolean {
  return [...form.left, ...form.right].some((index) => table.cells[index]!.span.start === start);
}

function balanceFindings(analysis: ReportAnalysis): ReportAnalysis['findings'] {
  return analysis.findings.filter((finding) => balanceRules.has(finding.rule));
}

function speaksOf({ span, related }: ReportAnalysis['findings'][number], offset: number): boolean {
  return [span, ...related.map((place) => place.span)].some(({ start }) => start === offset);
}

/** An analysis without what it shares with every other. */
function facts({ isReport, title, findings }: ReportAnalysis): unknown {
  return { isReport, title, findings };
}

/** All that an analysis says, in one string: two of them differ in too many places to be listed. */
function told(analysis: ReportAnalysis): string {
  const cells = analysis.tables.flatMap((table) => table.cells);
  const values = cells.map(({ form, text, state, value }) => [form.row, form.column, text, state, value]);
  const { isReport, year, issuer, form, findings } = analysis;
  return JSON.stringify([isReport, year, issuer, form.id, findings, values, spansOf(analysis)]);
}

function wrongClaims({ narrative: { claims } }: ReportAnalysis): number {
  return claims.filter(({ isWrong }) => isWrong).length;
}
