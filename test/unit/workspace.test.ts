/** What a server keeps between requests: settings and other reports, whatever order their answers come in. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Gatherer } from '../../server/src/workspace/reports/gatherer.ts';
import { locationOfUri, type ReportFiles } from '../../server/src/workspace/reports/reportFiles.ts';
import { ReportIndex } from '../../server/src/workspace/reports/reportIndex.ts';
import { SettingsStore } from '../../server/src/workspace/settings.ts';
import { findingsBeside, lastYear } from './support/neighbours.ts';
import { changed, parts } from './support/report.ts';

/** Questions that are answered when, and in whatever order, the test says so. */
class Questions<Answer> {
  readonly #waiting: { readonly about: string; readonly answer: (answer: Answer) => void }[] = [];

  readonly ask = (about: string): Promise<Answer> =>
    new Promise((answer) => this.#waiting.push({ about, answer }));

  get open(): readonly string[] {
    return this.#waiting.map(({ about }) => about);
  }

  /** Answers the question at a place among those that are open. */
  async answer(at: number, answer: Answer): Promise<void> {
    this.#waiting.splice(at, 1)[0]!.answer(answer);
    await setImmediate();
  }
}

describe('settings', () => {
  const uri = 'file:///a.txt';

  it('are asked for once', async () => {
    const questions = new Questions<unknown>();
    const store = new SettingsStore(questions.ask, undefined);
    const [first, second] = [store.of(uri), store.of(uri)];
    assert.deepEqual(questions.open, [uri]);
    await questions.answer(0, { validate: 'off' });
    for (const settings of [await first, await second, store.of(uri)])
      assert.deepEqual(settings, { validate: false, rules: {} });
  });

  it('that have changed meanwhile are those of the newer answer', async () => {
    const questions = new Questions<unknown>();
    const store = new SettingsStore(questions.ask, undefined);
    const early = store.of(uri);
    store.invalidate(undefined);
    const late = store.of(uri);
    await questions.answer(0, { validate: 'off' });
    await questions.answer(0, { rules: { claim: 'off', 'row-total': 'loud' } });
    for (const settings of [await early, await late, store.of(uri)])
      assert.deepEqual(settings, { validate: true, rules: { claim: 'off' } });
  });
});

it('settings that a client cannot tell are the defaults', async () => {
  const store = new SettingsStore(() => Promise.reject(new Error('no')), undefined);
  assert.deepEqual(await store.of('file:///a.txt'), { validate: true, rules: {} });
});

describe('the files of a workspace', () => {
  const folder = 'file:///w';
  const [report, plan] = [`${folder}/a.txt`, `${folder}/disclosure-report.json`];

  const gather = (found: string[]) => {
    const questions = new Questions<string | null>();
    const files: ReportFiles = {
      serves: () => true,
      find: async (inside) => found.filter((file) => file.startsWith(`${inside}/`)),
      read: questions.ask,
      locate: locationOfUri,
    };
    const reportIndex = new ReportIndex();
    const gatherer = new Gatherer(
      reportIndex,
      [files],
      () => false,
      () => {},
    );
    return { questions, reportIndex, gatherer };
  };

  it('are read before the plans that speak of them', async () => {
    const { questions, gatherer } = gather([plan, report]);
    const reading = gatherer.addFolder(folder);
    await setImmediate();
    assert.deepEqual(questions.open, [report]);
    assert.equal(gatherer.isComplete, false);
    await questions.answer(0, lastYear);
    assert.deepEqual(questions.open, [plan]);
    await questions.answer(0, '{"aggregates":[{"parent":"甲县","members":["乙镇"]}]}');
    await reading;
    assert.deepEqual(
      gatherer.planStates().map(({ reportProblems }) => reportProblems.length),
      [2],
    );
  });

  it('say what they said last, whichever answer comes last', async () => {
    const { questions, reportIndex, gatherer } = gather([]);
    await gatherer.addFolder(folder);
    const early = gatherer.refresh([report]);
    const late = gatherer.release(report);
    await setImmediate();
    await questions.answer(1, null);
    await questions.answer(0, lastYear);
    await Promise.all([early, late]);
    assert.deepEqual([...reportIndex.locations()], []);
  });

  it('are gone with their folder, also while they are still being read', async () => {
    const { questions, reportIndex, gatherer } = gather([report, plan]);
    const reading = gatherer.addFolder(folder);
    await setImmediate();
    gatherer.removeFolder(folder);
    await questions.answer(0, lastYear);
    await questions.answer(0, '{"aggregates":[{"parent":"甲县","members":["乙镇"]}]}');
    await reading;
    assert.equal(gatherer.isComplete, true);
    assert.deepEqual([...reportIndex.locations()], []);
    assert.deepEqual(gatherer.planStates(), []);
  });

  it('are gone when they are removed, alone or with the folder that they were in', async () => {
    const inside = `${folder}/2024/b.txt`;
    const files = [report, inside, plan];
    const { questions, reportIndex, gatherer } = gather(files);
    const reading = gatherer.addFolder(folder);
    await setImmediate();
    for (const text of [lastYear, lastYear.replaceAll('2024年', '2023年')]) await questions.answer(0, text);
    await questions.answer(0, '{"aggregates":[{"parent":"甲县","members":["乙镇"]}]}');
    await reading;
    assert.deepEqual([[...reportIndex.locations()].length, gatherer.planStates().length], [2, 1]);
    files.splice(1, 1);
    await gatherer.renew([`${folder}/2024`]);
    assert.deepEqual([...reportIndex.locations()], [report]);
    const removing = gatherer.renew([plan, report]);
    await setImmediate();
    while (questions.open.length > 0) await questions.answer(0, null);
    await removing;
    assert.deepEqual([[...reportIndex.locations()].length, gatherer.planStates().length], [0, 0]);
  });

  it('that come and go and come again are looked into in that order', async () => {
    const inside = `${folder}/2024/b.txt`;
    const files: string[] = [];
    const { questions, reportIndex, gatherer } = gather(files);
    await gatherer.addFolder(folder);
    files.push(inside);
    const coming = gatherer.renew([`${folder}/2024`]);
    const going = gatherer.renew([`${folder}/2024`]);
    await setImmediate();
    assert.deepEqual(questions.open, [inside]);
    files.pop();
    await questions.answer(0, lastYear);
    await Promise.all([coming, going]);
    assert.deepEqual([...reportIndex.locations()], []);
    files.push(inside);
    const back = gatherer.renew([`${folder}/2024`]);
    await setImmediate();
    await questions.answer(0, lastYear);
    await back;
    assert.deepEqual([...reportIndex.locations()], [inside]);
  });

  it('are none where a folder cannot be read, or by nobody', async () => {
    let changes = 0;
    const broken: ReportFiles = {
      serves: (uri) => uri.startsWith('file:'),
      find: () => Promise.reject(new Error('no')),
      read: async () => lastYear,
      locate: locationOfUri,
    };
    const count = (): void => {
      changes++;
    };
    const reportIndex = new ReportIndex();
    const gatherer = new Gatherer(reportIndex, [broken], () => false, count);
    await gatherer.addFolder('memfs:/w');
    assert.deepEqual([changes, gatherer.isComplete], [0, true]);
    await gatherer.addFolder(folder);
    assert.deepEqual([changes, gatherer.isComplete, [...reportIndex.locations()].length], [1, true, 0]);
  });

  it('are the same place however their address is written', () => {
    assert.equal(locationOfUri('file:///C%3A/%E6%8A%A5%E5%91%8A.txt'), locationOfUri('file:///c:/报告.txt'));
    assert.notEqual(locationOfUri('file:///c:/a.txt'), locationOfUri('file:///c:/A.txt'));
    assert.equal(locationOfUri('file:///%zz'), 'file:///%zz');
  });
});

it('two files are one report where one of them lacks a number that the other has', () => {
  const moved = changed(
    ['\t\t\t132\t22\t3\t5\t11\t14\t187', '\t\t\t131\t22\t3\t5\t12\t14\t187'],
    ['\t\t\t5\t1\t0\t0\t1\t0\t7', '\t\t\t6\t1\t0\t0\t0\t0\t7'],
  );
  const lacking = lastYear.replace('行政强制\t71', '行政强制\t见附件');
  const other = lastYear.replace('行政强制\t71', '行政强制\t72');
  const countBeside = (copy: string): number =>
    findingsBeside({ 'a.txt': lastYear, 'b.txt': copy }, moved).length;
  assert.notEqual(lacking, lastYear);
  assert.deepEqual([lacking, other].map(countBeside), [2, 0]);
});

it('of files that claim to be one report the fullest counts', () => {
  const moved = changed(
    ['\t\t\t132\t22\t3\t5\t11\t14\t187', '\t\t\t131\t22\t3\t5\t12\t14\t187'],
    ['\t\t\t5\t1\t0\t0\t1\t0\t7', '\t\t\t6\t1\t0\t0\t0\t0\t7'],
  );
  const draft = parts.head.replaceAll('2025年', '2024年');
  const findings = findingsBeside({ 'a.txt': draft, 'b.txt': lastYear, 'c.txt': draft }, moved);
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['carry-over', 'carry-over'],
  );
});
