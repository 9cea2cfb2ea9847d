/** Reports held against each other, through `analyze` and an index of reports. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { translate } from '../../server/src/l10n.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import { applyEdits } from '../../server/src/report/edit/fixes.ts';
import type { AnalysisOptions, Finding } from '../../server/src/report/model/index.ts';
import { reportIdOf } from '../../server/src/report/others/lookup.ts';
import { archives, education, findingsBeside, lastYear, reportIndexOf } from './support/neighbours.ts';
import { changed, sound } from './support/report.ts';

const CARRIED_IN = '二、上年结转政府信息公开申请数量\t\t\t5\t1\t0\t0\t1\t0\t7';
const RECEIVED = '一、本年新收政府信息公开申请数量\t\t\t132\t22\t3\t5\t11\t14\t187';
/** Two applications moved between two columns; every balance of the report itself holds. */
const moved = changed(
  [RECEIVED, '一、本年新收政府信息公开申请数量\t\t\t131\t22\t3\t5\t12\t14\t187'],
  [CARRIED_IN, '二、上年结转政府信息公开申请数量\t\t\t6\t1\t0\t0\t0\t0\t7'],
);
const besideLastYear = { 'last.txt': lastYear };

const rulesOf = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);
const say = ({ message }: Finding): string => translate(message, 'en');

function replaced(text: string, passage: string, replacement: string): string {
  assert.ok(text.includes(passage), passage);
  return text.replaceAll(passage, () => replacement);
}

describe('carry-over', () => {
  it('is silent where the numbers agree, and where nothing is known of last year', () => {
    assert.deepEqual(rulesOf(findingsBeside(besideLastYear, sound)), []);
    assert.deepEqual(rulesOf(findingsBeside({}, moved)), []);
  });

  it('names what was expected and found, and where last year’s number stands', () => {
    const [first, second, ...others] = findingsBeside(besideLastYear, moved);
    assert.deepEqual(others, []);
    assert.match(say(first!), /自然人.*2024.*expected 5, found 6, difference 1/);
    assert.match(say(second!), /法律服务机构.*expected 1, found 0/);
    const { elsewhere } = first!.related[0]!;
    assert.equal(elsewhere!.document, 'last.txt');
    const line = lastYear.split('\n')[elsewhere!.start.line]!;
    assert.ok(line.startsWith('四、结转下年度'));
    assert.equal(line.slice(elsewhere!.start.character, elsewhere!.end.character), '5');
  });

  it('offers last year’s number, which clears it', () => {
    const findings = findingsBeside(besideLastYear, moved);
    assert.ok(findings.every(({ fixes }) => fixes.length === 1 && !fixes[0]!.safe));
    const text = applyEdits(
      moved,
      findings.flatMap(({ fixes }) => fixes[0]!.edits),
    );
    assert.ok(text.includes(CARRIED_IN));
    assert.ok(!rulesOf(findingsBeside(besideLastYear, text)).includes('carry-over'));
  });

  it('stands on the total only where no other column differs', () => {
    const row = '二、上年结转政府信息公开申请数量\t\t\t5\t1\t0\t0\t1\t0\t';
    const lost = changed([CARRIED_IN, '二、上年结转政府信息公开申请数量\t\t\t6\t1\t0\t0\t1\t0\t8']);
    const rules = { 'row-total': 'off', 'application-balance': 'off', 'handled-total': 'off' } as const;
    assert.equal(findingsBeside(besideLastYear, lost, rules).length, 1);
    const onlyTotal = findingsBeside(besideLastYear, changed([CARRIED_IN, `${row}9`]), rules);
    assert.match(say(onlyTotal[0]!), /总计.*expected 7, found 9/);
    assert.equal(onlyTotal.length, 1);
  });

  it('leaves a number to the balance finding that puts last year’s in its place', () => {
    const text = changed([CARRIED_IN, '二、上年结转政府信息公开申请数量\t\t\t50\t1\t0\t0\t1\t0\t7']);
    assert.deepEqual(rulesOf(findingsBeside(besideLastYear, text)), ['application-balance']);
    const off = { 'application-balance': 'off', 'row-total': 'off' } as const;
    assert.deepEqual(rulesOf(findingsBeside(besideLastYear, text, off)), ['carry-over']);
  });

  it('decides between explanations of a balance that are equally small', () => {
    const silent = changed(
      [CARRIED_IN, '二、上年结转政府信息公开申请数量\t\t\t6\t1\t0\t0\t1\t0\t8'],
      ['全年新收政府信息公开申请187件，上年结转7件，办结182件，结转下年度继续办理12件。', ''],
    );
    const alone = findingsBeside({}, silent);
    assert.ok(alone.every(({ message }) => !message.key.includes('culprit')));
    const beside = findingsBeside(besideLastYear, silent);
    assert.deepEqual(rulesOf(beside), ['application-balance', 'application-balance']);
    assert.match(say(beside[0]!), /自然人 · 上年结转政府信息公开申请数量: expected 5, found 6/);
    assert.ok(beside[0]!.related.some(({ elsewhere }) => elsewhere?.document === 'last.txt'));
  });

  describe('with the text on its side', () => {
    /** One application more was carried in, and one less came: every balance of the report itself holds. */
    const grown = changed(
      [RECEIVED, '一、本年新收政府信息公开申请数量\t\t\t131\t22\t3\t5\t11\t14\t186'],
      [CARRIED_IN, '二、上年结转政府信息公开申请数量\t\t\t6\t1\t0\t0\t1\t0\t8'],
      ['新收政府信息公开申请187件，上年', '新收政府信息公开申请186件，上年'],
    );

    it('is one finding, and says where the text agrees', () => {
      assert.deepEqual(rulesOf(findingsBeside({}, grown)), ['claim']);
      const [finding, ...others] = findingsBeside(besideLastYear, grown);
      assert.deepEqual(others, []);
      assert.equal(finding!.rule, 'carry-over');
      const [, said] = finding!.related;
      assert.equal(grown.slice(said!.span.start - 4, said!.span.end), '上年结转7');
      assert.equal(translate(said!.message, 'en'), '总计 · 上年结转政府信息公开申请数量: the text says 7');
    });

    it('is a finding of the text where nothing else says it: switched off, or the text says another number', () => {
      assert.deepEqual(rulesOf(findingsBeside(besideLastYear, grown, { 'carry-over': 'off' })), ['claim']);
      const other = replaced(grown, '上年结转7件', '上年结转9件');
      assert.deepEqual(rulesOf(findingsBeside(besideLastYear, other)), ['claim', 'carry-over']);
      assert.ok(findingsBeside(besideLastYear, other)[1]!.related.every(({ elsewhere }) => elsewhere));
    });

    it('calls no comment idle that silences the text’s finding when nothing else is at hand', () => {
      const comment = '<!-- disclosure-report-disable-next-line claim -->\n';
      const silenced = replaced(grown, '（二）依申请公开情况', `${comment}（二）依申请公开情况`);
      assert.deepEqual(rulesOf(findingsBeside({}, silenced)), []);
      assert.deepEqual(rulesOf(findingsBeside(besideLastYear, silenced)), ['carry-over']);
    });

    it('is one finding, too, where the number follows from last year’s', () => {
      const documents = changed(['行政规范性文件\t5\t2\t31', '行政规范性文件\t5\t2\t33']);
      assert.deepEqual(rulesOf(findingsBeside({}, documents)), ['claim']);
      assert.deepEqual(rulesOf(findingsBeside(besideLastYear, documents)), ['documents-in-force']);
    });
  });

  it('compares with a report in the form of 2019', () => {
    const old = replaced(
      replaced(lastYear, '2024年', '2020年'),
      '本年制发件数\t本年废止件数\t现行有效件数',
      '本年新制作数量\t本年新公开数量\t对外公开总数量',
    );
    const now = replaced(moved, '2025年', '2021年');
    assert.equal(analyze(old).form.id, '2019');
    assert.deepEqual(rulesOf(findingsBeside({ 'last.txt': old }, now)), ['carry-over', 'carry-over']);
    const documents = replaced(now, '行政规范性文件\t5\t2\t31', '行政规范性文件\t5\t2\t33');
    assert.ok(!rulesOf(findingsBeside({ 'last.txt': old }, documents)).includes('documents-in-force'));
  });

  it('says so where last year’s report does not balance itself', () => {
    const broken = replaced(lastYear, '四、结转下年度继续办理\t\t\t5\t1', '四、结转下年度继续办理\t\t\t8\t1');
    const [finding] = findingsBeside({ 'last.txt': broken }, sound);
    assert.equal(finding!.rule, 'carry-over');
    assert.match(say(finding!), /expected 8, found 5.*may be in that one/);
  });

  it('is silent where a number is not known: a blank row, a text in its place', () => {
    const blank = '二、上年结转政府信息公开申请数量\t\t\t\t\t\t\t\t\t';
    assert.ok(!rulesOf(findingsBeside(besideLastYear, changed([CARRIED_IN, blank]))).includes('carry-over'));
    const text = '二、上年结转政府信息公开申请数量\t\t\t见附件\t1\t0\t0\t1\t0\t7';
    assert.ok(!rulesOf(findingsBeside(besideLastYear, changed([CARRIED_IN, text]))).includes('carry-over'));
  });

  it('can be silenced, and a comment that may be needed beside last year’s report is not called idle', () => {
    const comment = '<!-- disclosure-report-disable-next-line carry-over -->\n';
    const silenced = moved.replace('二、上年结转', `${comment}二、上年结转`);
    assert.deepEqual(rulesOf(findingsBeside(besideLastYear, silenced)), []);
    assert.deepEqual(rulesOf(findingsBeside({}, silenced)), []);
  });
});

describe('documents-in-force', () => {
  it('shows how the number follows, as a warning', () => {
    const text = changed(['行政规范性文件\t5\t2\t31', '行政规范性文件\t5\t2\t33']);
    const finding = findingsBeside(besideLastYear, text).find(({ rule }) => rule === 'documents-in-force')!;
    assert.equal(finding.severity, 'warning');
    assert.match(say(finding), /expected 31 \(28 \+ 5 − 2\), found 33, difference 2/);
    assert.equal(applyEdits(text, finding.fixes[0]!.edits), sound);
    assert.deepEqual(
      finding.related.map(({ elsewhere, span }) => elsewhere?.document ?? text.slice(span.start, span.end)),
      ['last.txt', '5', '2', '31'],
    );
  });
});

const plan = (statement: object): string => JSON.stringify({ aggregates: [statement] });
const OFFICE = '青禾县人民政府办公室';
const sums = plan({ parent: OFFICE, members: ['青禾县教育局', '青禾县档案局'] });
const members = { 'members/education.txt': education!, 'members/archives.txt': archives! };

describe('aggregate', () => {
  const wrongLicences = changed(['行政许可\t1486', '行政许可\t1468']);

  it('is silent where the sums hold, or nobody says that they should', () => {
    assert.deepEqual(rulesOf(findingsBeside({ ...members, 'disclosure-report.json': sums }, sound)), []);
    assert.deepEqual(rulesOf(findingsBeside(members, wrongLicences)), []);
  });

  it('names what each member contributes, and where', () => {
    const [finding, ...others] = findingsBeside(
      { ...members, 'disclosure-report.json': sums },
      wrongLicences,
    );
    assert.deepEqual(others, []);
    assert.match(
      say(finding!),
      /2 members.*expected 1486 \(青禾县教育局 1120 \+ 青禾县档案局 366\), found 1468/,
    );
    assert.deepEqual(
      finding!.related.map(({ elsewhere }) => elsewhere?.document),
      ['members/education.txt', 'members/archives.txt'],
    );
    assert.equal(applyEdits(wrongLicences, finding!.fixes[0]!.edits), sound);
  });

  it('is one finding where the text agrees with the members, which says so', () => {
    const text = wrongLicences.replace('上年结转7件', '上年结转7件，作出行政许可决定1486件');
    assert.deepEqual(rulesOf(findingsBeside(members, text)), ['claim']);
    const files = { ...members, 'disclosure-report.json': sums };
    const [finding, ...others] = findingsBeside(files, text);
    assert.deepEqual([finding!.rule, ...rulesOf(others)], ['aggregate']);
    const { span } = finding!.related.at(-1)!;
    assert.equal(text.slice(span.start, span.end), '1486');
    assert.deepEqual(rulesOf(findingsBeside(files, text, { aggregate: 'off' })), ['claim']);
  });

  it('leaves a number to a finding on its cell that puts the same one there: last year’s, a balance', () => {
    const files = { ...members, ...besideLastYear, 'disclosure-report.json': sums };
    const told = (rules: AnalysisOptions['rules']): string[] =>
      findingsBeside(files, moved, rules).map(
        ({ rule, span }) => `${rule}:${moved.slice(span.start, span.end)}`,
      );
    assert.deepEqual(told({}), ['aggregate:131', 'aggregate:12', 'carry-over:6', 'carry-over:0']);
    const without = ['aggregate:131', 'aggregate:12', 'aggregate:6', 'aggregate:0'];
    assert.deepEqual(told({ 'carry-over': 'off' }), without);
    const granted = changed(['（一）予以公开\t\t41\t', '（一）予以公开\t\t14\t']);
    assert.deepEqual(rulesOf(findingsBeside(files, granted)), ['handled-total']);
    const balances = { 'handled-total': 'off', 'row-total': 'off' } as const;
    assert.deepEqual(rulesOf(findingsBeside(files, granted, balances)), ['aggregate']);
  });

  it('takes members by their files, and the parent’s own file is none of them', () => {
    const byFiles = plan({ parent: OFFICE, members: [{ files: '**/*.txt' }], years: [2025] });
    const files = { ...members, 'last.txt': lastYear, 'disclosure-report.json': byFiles };
    assert.deepEqual(rulesOf(findingsBeside(files, sound)), []);
    assert.deepEqual(rulesOf(findingsBeside(files, wrongLicences)), ['aggregate']);
    const otherYear = plan({ parent: OFFICE, members: [{ files: '**/*.txt' }], years: [2024] });
    assert.deepEqual(
      rulesOf(findingsBeside({ ...files, 'disclosure-report.json': otherYear }, wrongLicences)),
      [],
    );
  });

  it('stands on the numbers that differ, not on the totals they go into', () => {
    const text = changed(
      ['（一）予以公开\t\t41\t6\t1\t2\t3\t4\t57', '（一）予以公开\t\t42\t6\t1\t2\t3\t4\t58'],
      ['（七）总计\t\t129\t21\t3\t4\t12\t13\t182', '（七）总计\t\t130\t21\t3\t4\t12\t13\t183'],
      [RECEIVED, '一、本年新收政府信息公开申请数量\t\t\t133\t22\t3\t5\t11\t14\t188'],
    );
    const findings = findingsBeside({ ...members, 'disclosure-report.json': sums }, text).filter(
      ({ rule }) => rule === 'aggregate',
    );
    assert.deepEqual(
      findings.map(({ span }) => text.slice(span.start, span.end)),
      ['133', '42'],
    );
  });

  it('says once that a member’s report is not there, and compares nothing', () => {
    const files = { 'members/education.txt': education!, 'disclosure-report.json': sums };
    const [finding, ...others] = findingsBeside(files, wrongLicences);
    assert.deepEqual(others, []);
    assert.equal(finding!.severity, 'information');
    assert.match(say(finding!), /of 2 reports for 2025, 1 are not there: 青禾县档案局/);
  });

  it('leaves amounts alone that rounding explains', () => {
    const rounded = changed(['318.42', '318.4']);
    assert.deepEqual(rulesOf(findingsBeside({ ...members, 'disclosure-report.json': sums }, rounded)), []);
    const wrong = changed(['318.42', '381.42']);
    assert.deepEqual(rulesOf(findingsBeside({ ...members, 'disclosure-report.json': sums }, wrong)), [
      'aggregate',
    ]);
  });

  it('is one finding where a whole table is no sum, and one fix', () => {
    const files = {
      'members/education.txt': education!,
      'disclosure-report.json': plan({ parent: OFFICE, members: ['青禾县教育局'] }),
    };
    const findings = findingsBeside(files, sound).filter(({ rule }) => rule === 'aggregate');
    const inApplications = findings.filter(({ message }) => message.key === 'finding.aggregate.many');
    assert.equal(inApplications.length, 1);
    const fixed = applyEdits(sound, inApplications[0]!.fixes[0]!.edits);
    assert.ok(fixed.includes('（七）总计\t\t120\t19\t3\t4\t12\t13\t171'));
  });

  it('compares only the tables that the plan names', () => {
    const only = plan({
      parent: OFFICE,
      members: ['青禾县教育局', '青禾县档案局'],
      tables: ['applications'],
    });
    assert.deepEqual(
      rulesOf(findingsBeside({ ...members, 'disclosure-report.json': only }, wrongLicences)),
      [],
    );
  });

  it('holds in the folder of its plan only', () => {
    const files = { 'a/e.txt': education!, 'a/r.txt': archives!, 'a/disclosure-report.json': sums };
    assert.deepEqual(rulesOf(findingsBeside(files, wrongLicences)), []);
  });
});

describe('unusual-change', () => {
  const jumped = changed(['行政强制\t64', '行政强制\t640']);

  it('is off until somebody sets a severity', () => {
    assert.deepEqual(rulesOf(findingsBeside(besideLastYear, jumped)), []);
    const [finding] = findingsBeside(besideLastYear, jumped, { 'unusual-change': 'warning' });
    assert.equal(finding!.severity, 'warning');
    assert.match(say(finding!), /640.*71 in the report for 2024/);
  });

  it('speaks of a number gone to zero, and not of small ones', () => {
    const on = { 'unusual-change': 'hint' } as const;
    const [zero] = findingsBeside(besideLastYear, changed(['行政强制\t64', '行政强制\t0']), on);
    assert.match(say(zero!), /: 0, where the report for 2024 has 71/);
    const small = replaced(lastYear, '行政强制\t71', '行政强制\t2');
    const few = changed(['行政强制\t64', '行政强制\t19']);
    assert.deepEqual(rulesOf(findingsBeside({ 'last.txt': small }, few, on)), []);
  });
});

describe('a library', () => {
  it('tells what is new from what is the same', () => {
    const reportIndex = reportIndexOf(besideLastYear);
    const id = reportIdOf(analyze(sound).title, analyze(sound).form)!;
    const again = reportIndexOf(besideLastYear).lookupFor('').lastYear(id);
    assert.ok(again);
    assert.equal(reportIndex.set('last.txt', again), false);
    assert.equal(reportIndex.set('last.txt', { ...again, year: again.year - 1 }), true);
    assert.equal(reportIndex.set('last.txt', again), true);
    assert.equal(reportIndex.set('last.txt', null), true);
    assert.equal(reportIndex.lookupFor('').lastYear(id), null);
  });
});
