/** The form is data: a report on an invented form is read and checked by the rules as they are. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { translate } from '../../server/src/l10n.ts';
import { documentSymbols } from '../../server/src/lsp/features/documentSymbols.ts';
import type { Context } from '../../server/src/lsp/features/feature.ts';
import { hover } from '../../server/src/lsp/features/hover.ts';
import { analyze, type ReusableAnalysis } from '../../server/src/report/analyze.ts';
import { form2021 } from '../../server/src/report/form/form2021.ts';
import { forms } from '../../server/src/report/form/index.ts';
import { recognizeForm } from '../../server/src/report/form/recognizeForm.ts';
import type { Finding, ReportAnalysis, StatutoryForm } from '../../server/src/report/model/index.ts';
import { rewriteTables } from '../../server/src/report/rewrite/rewrite.ts';
import { readClientFacts } from '../../server/src/workspace/clientFacts.ts';
import { applyEdits } from './support/edits.ts';
import { sound } from './support/report.ts';
import { rivers2028, rivers2031, soundRivers } from './support/smallForm.ts';

const rivers = [rivers2031, rivers2028];

function read(text: string, of: readonly StatutoryForm[] = rivers): ReusableAnalysis {
  return analyze(text, { forms: of });
}

/** The sound report with a passage replaced, which must stand there. */
function withFault(passage: string, replacement: string): string {
  assert.ok(soundRivers.includes(passage), passage);
  return soundRivers.replace(passage, () => replacement);
}

function say({ message }: Finding): string {
  return translate(message, 'en');
}

describe('a sound report on an invented form', () => {
  for (const [name, given] of [
    ['alone', [rivers2031]],
    ['with the form before it', rivers],
    ['with the project’s own forms before and behind', [...forms, ...rivers, ...forms.slice(1)]],
  ] as const) {
    it(`has no finding, the form given ${name}`, () => {
      const { isReport, form, issuer, year, findings } = read(soundRivers, given);
      assert.deepEqual(findings.map(say), []);
      assert.equal(isReport, true);
      assert.equal(form, rivers2031);
      assert.deepEqual([issuer, year], ['澄湖区水务局', 2031]);
    });
  }

  it('has every number where the form has it', () => {
    const [patrols, works] = read(soundRivers).tables;
    assert.deepEqual(
      patrols!.cells.map(({ value }) => value),
      [12, 48, 310, 370, 8, 131, 522, 661, 4, 22, 96, 122, 24, 201, 928, 1153],
    );
    assert.deepEqual(
      works!.cells.map(({ form, value }) => `${form.row}.${form.column} ${value}`),
      ['litter.planned 17', 'litter.done 16', 'banks.planned 5', 'banks.done 3'],
    );
    const equations = read(soundRivers).equations;
    assert.deepEqual([equations.length, equations.every(({ holds }) => holds)], [8, true]);
  });

  it('is no report to the project’s own forms', () => {
    const { isReport, findings } = analyze(soundRivers);
    assert.deepEqual([isReport, findings], [false, []]);
  });
});

describe('a fault of a report on an invented form is found by the rules as they are', () => {
  const faults: readonly (readonly [rule: string, passage: string, replacement: string])[] = [
    ['report-title', '河湖管护工作年度报告\n', '河湖管护年度报告\n'],
    ['section-missing', '四、困难和打算', ''],
    ['section-missing', /三、清理[^四]*/.exec(soundRivers)![0], ''],
    ['section-order', '四、困难', '五、困难'],
    ['section-title', '巡查情况', '巡河情况'],
    ['section-title', '巡查情况', '各级河长巡河的情况'],
    ['section-empty', '人手仍然不足，2032年，我局将增加巡查力量。', '无。'],
    ['topic-missing', '（二）群众举报。', ''],
    ['period', '至2031年12月31日', '至2031年11月30日'],
    ['year-mismatch', '\n\n2031年，', '\n\n2030年，'],
    ['year-mismatch', '按照《', '按照《2030年河湖管护工作年度报告》和《'],
    ['form-version', '市级河长', '总河长'],
    ['form-version', '〔2031〕7号', '〔2028〕3号'],
    ['table-missing', /清理垃圾\t[^四]*/.exec(soundRivers)![0], '全年没有整治。\n\n'],
    ['table-header', '\t村级河长\t', '\t\t'],
    ['row-missing', '（三）湖泊水库巡查\t\t4\t22\t96\t122\n', ''],
    ['row-duplicate', '（四）全部', '（三）湖泊水库巡查\t\t4\t22\t96\t122\n（四）全部'],
    ['row-cells', '12\t48\t310\t370', '12\t48\t310\t370\t1'],
    ['row-label', '（二）支流巡查', '（二）支沟巡查'],
    ['cell-empty', '17\t16\t5\t3', '17\t16\t/\t3'],
    ['cell-number', '17\t16\t5\t3', '17\t16\t５\t3'],
    ['row-total', '12\t48\t310\t370\n\t（二）支流巡查\t8\t131', '12\t84\t310\t370\n\t（二）支流巡查\t8\t95'],
    ['handled-total', '8\t131\t522', '8\t113\t522'],
  ];
  for (const [rule, passage, replacement] of faults) {
    it(`${rule}: ${passage.trim().slice(0, 12)} → ${replacement.trim().slice(0, 16)}`, () => {
      const found = read(withFault(passage, replacement)).findings.map((finding) => finding.rule);
      assert.deepEqual([...new Set(found)], [rule]);
    });
  }

  it('an accepted wording is no fault', () => {
    assert.deepEqual(read(withFault('支流巡查', '支流和沟渠巡查')).findings, []);
    assert.deepEqual(read(withFault('清理整治情况', '清理和整治情况')).findings, []);
  });
});

describe('what is said about a report on an invented form', () => {
  it('names the sections and titles of that form', () => {
    const [missing] = read(withFault('四、困难和打算', '')).findings;
    assert.match(say(missing!), /四 “困难和打算”.* 4 sections/);
    const [title] = read(withFault('河湖管护工作年度报告\n', '河湖管护年度报告\n')).findings;
    assert.match(say(title!), /“河湖管护工作年度报告”/);
    const [version] = read(withFault('市级河长', '总河长')).findings;
    assert.match(say(version!), /水管函〔2031〕7号.*水管函〔2028〕3号/);
  });

  it('repair names the wrong cell by that form, and puts it right', () => {
    const wrong = withFault('8\t131\t522', '8\t113\t522');
    const { source, findings } = read(wrong);
    const [finding] = findings;
    assert.equal(findings.length, 1);
    assert.equal(source.text.slice(finding!.span.start, finding!.span.end), '113');
    assert.match(say(finding!), /县级河长 · 支流巡查.*131.*113/);
    assert.match(translate(finding!.fixes[0]!.title, 'en'), /县级河长 · 支流巡查.*113 → 131/);
    assert.equal(applyEdits(wrong, finding!.fixes[0]!.edits), soundRivers);
  });

  it('a fix writes the missing table and section of that form', () => {
    const withoutTable = withFault(/清理垃圾\t[^四]*/.exec(soundRivers)![0], '全年没有整治。\n\n');
    const mended = applyEdits(withoutTable, read(withoutTable).findings[0]!.fixes[0]!.edits);
    assert.match(mended, /清理垃圾\t\t修复岸线\t\n计划处数\t完成处数\t计划处数\t完成处数\n/);
    const withoutSection = soundRivers.replace(/二、巡查情况[\s\S]*?(?=三、清理)/, '');
    const { findings } = read(withoutSection);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['section-missing'],
    );
    assert.match(
      applyEdits(withoutSection, findings[0]!.fixes[0]!.edits),
      /二、巡查情况\n\n河湖类别\t\t河长级别\t\t\t巡河合计\n\t\t市级河长\t县级河长\t村级河长\t\n甲、河流\t（一）干流巡查\t\t\t\t\n/,
    );
  });
});

describe('the tables of an invented form', () => {
  for (const target of ['tabs', 'pipes', 'html', 'tidy'] as const) {
    it(`say the same written anew: ${target}`, () => {
      const before = read(soundRivers);
      const { edits, refused } = rewriteTables(before, before.tables, target, read);
      assert.deepEqual(refused, []);
      const after = read(applyEdits(soundRivers, edits));
      assert.deepEqual(after.findings.map(say), []);
      assert.deepEqual(after.tables.map(numbersIn), before.tables.map(numbersIn));
      assert.equal(edits.length > 0, target === 'pipes' || target === 'html');
    });
  }

  function numbersIn({ cells }: ReportAnalysis['tables'][number]): (number | null)[] {
    return cells.map(({ value }) => value);
  }
});

describe('the editor on a report on an invented form', () => {
  const context: Context = {
    report: {
      uri: 'file:///r.txt',
      version: 1,
      analysis: read(soundRivers),
      options: {},
      validate: true,
      account: [],
      id: '1',
    },
    client: readClientFacts({ processId: null, rootUri: null, locale: 'en', capabilities: {} }),
  };
  const hoverAt = (passage: string): string => {
    const position = context.report.analysis.source.positionAt(soundRivers.indexOf(passage));
    return (hover(context, { textDocument: context.report, position })!.contents as { value: string }).value;
  };

  it('explains cells, tables and sections in the words of that form', () => {
    assert.match(
      hoverAt('131'),
      /^甲、河流 · （二）支流巡查 × 河长级别 · 县级河长\n[\s\S]*48 \+ 131 \+ 22 = 201/,
    );
    assert.match(
      hoverAt('河湖类别'),
      /^- 甲、河流: 1031 \(89\.4 %\)\n- 湖泊水库巡查: 122 \(10\.6 %\)\n- 全部巡查: 1153\n/,
    );
    assert.match(
      hoverAt('计划处数'),
      /^- 清理垃圾: 计划处数 17, 完成处数 16\n- 修复岸线: 计划处数 5, 完成处数 3$/,
    );
    assert.match(hoverAt('三、清理'), /^三、清理整治情况\n\n- 清理垃圾/);
  });

  it('outlines it by that form', () => {
    const outline = documentSymbols(context, { textDocument: context.report });
    const names = outline.map((symbol) => [
      symbol.name,
      'containerName' in symbol ? symbol.containerName : '',
    ]);
    assert.deepEqual(names.slice(3, 11), [
      ['二、巡查情况', ''],
      ['巡查情况', '二、巡查情况'],
      ['甲、河流', '巡查情况'],
      ['（一）干流巡查', '甲、河流'],
      ['（二）支流巡查', '甲、河流'],
      ['（三）湖泊水库巡查', '巡查情况'],
      ['（四）全部巡查', '巡查情况'],
      ['三、清理整治情况', ''],
    ]);
  });
});

describe("next year's form beside the one in force", () => {
  const year2027 = sound.replaceAll('2025年', '2027年');
  const columns: readonly (readonly [what: string, change: (label: string) => string[]])[] = [
    ['has another column label', (label) => [label === '现行有效件数' ? '年末有效件数' : label]],
    ['has a column more', (label) => (label === '现行有效件数' ? [label, '年末修订件数'] : [label])],
  ];
  for (const [what, change] of columns) {
    it(`that ${what} is told from it by the header`, () => {
      const next = nextForm((table) => ({
        ...table,
        blocks: table.blocks.map((block) => ({
          ...block,
          columns: block.columns.flatMap((column) =>
            change(column.label).map((label) => ({ ...column, label })),
          ),
        })),
      }));
      const both = [next, ...forms];
      assert.equal(recognizeForm(sound, both)?.id, '2021');
      const onNext = sound.replace('现行有效件数', change('现行有效件数').join('\t'));
      assert.equal(recognizeForm(onNext, both)?.id, '2027');
    });
  }

  it('is asked for where a later year is reported on the old one', () => {
    const next = nextForm((table) => ({
      ...table,
      blocks: table.blocks.map((block) => ({
        ...block,
        columns: block.columns.map((column) => ({ ...column, label: column.label.replace('现行', '年末') })),
      })),
    }));
    const [finding] = read(year2027, [next, ...forms]).findings;
    assert.equal(finding?.rule, 'form-version');
    assert.match(say(finding), /^The tables are not those of the form for 2027/);
  });

  it('that has another row label only is told from it by its rows', () => {
    const rename = (label: string): string => label.replace('行政强制', '行政强制措施');
    const next = nextForm((table) => ({
      ...table,
      lines: table.lines.map((line) => ({ ...line, label: rename(line.label) })),
    }));
    const both = [next, ...forms];
    assert.equal(read(rename(sound), both).form.id, '2027');
    assert.deepEqual(read(rename(year2027), both).findings.map(say), []);
  });

  it('that cannot be told from it is the form of its years', () => {
    const both = [nextForm((table) => table), ...forms];
    assert.equal(read(sound, both).form.id, '2021');
    assert.equal(read(year2027, both).form.id, '2027');
    assert.deepEqual(read(year2027, both).findings.map(say), []);
  });

  function nextForm(change: (table: StatutoryForm['tables'][number]) => StatutoryForm['tables'][number]) {
    return { ...form2021, id: '2027', years: [2027, null] as const, tables: form2021.tables.map(change) };
  }
});
