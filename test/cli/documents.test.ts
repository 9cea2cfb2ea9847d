/** Reports that are no text: read, reported by the places of the document, and mended in it. */
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import {
  bodyOf,
  documentOf,
  paragraph,
  run as runOf,
  TRANSITIONAL,
  wordOf,
  zipWord,
} from '../formats/support/word.ts';
import { faulty, folderWith, run, sound } from './support.ts';

const NAME = '青石镇政府信息公开工作年度报告.docx';
const word = (text: string, parts: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.from(wordOf(bodyOf(text), { parts }));
const settings = (content: string): Readonly<Record<string, string>> => ({
  settings: `<w:settings xmlns:w="${TRANSITIONAL}">${content}</w:settings>`,
});
const wrongTotal = sound.replace(/(一、本年新收政府信息公开申请数量\t\t\t.*\t)\d+\n/, '$19\n');
const documentIn = (file: string): string =>
  Buffer.from(unzipSync(readFileSync(file))['word/document.xml'] ?? []).toString('utf8');

describe('check of a Word document', () => {
  test('finds what it finds in the text, and says where it stands', (t) => {
    const cwd = folderWith(t, { [NAME]: word(wrongTotal), 'a.disclosure.txt': wrongTotal });
    const findings = (name: string): Record<string, unknown>[] =>
      JSON.parse(run(['check', name, '--format', 'json'], { cwd }).out);
    const [own] = findings(NAME);
    const { place, ...rest } = own ?? {};
    assert.deepEqual(place, { table: '表三', row: '本年新收政府信息公开申请数量', column: '总计' });
    assert.deepEqual({ ...rest, file: '' }, { ...findings('a.disclosure.txt')[0], file: '' });
    const { out, code } = run(['check', NAME], { cwd, env: { LANG: 'zh_CN.UTF-8' } });
    assert.equal(code, 1);
    assert.match(out, new RegExp(`^${NAME}: 表三 · 本年新收政府信息公开申请数量 · 总计  错误`));
  });

  test('gives SARIF the place as a logical location', (t) => {
    const cwd = folderWith(t, { [NAME]: word(sound.replace('12月31日', '12月30日')) });
    const log = JSON.parse(run(['check', NAME, '--format', 'sarif'], { cwd }).out);
    const [location] = log.runs[0].results[0].locations;
    assert.match(location.logicalLocations[0].fullyQualifiedName, /^paragraph \d+$/);
  });

  test('comes of a folder by its name, not what Office leaves beside it', (t) => {
    const cwd = folderWith(t, {
      [NAME]: word(wrongTotal),
      [`~$${NAME}`]: 'x',
      '其他.docx': word(wrongTotal),
    });
    const { out, err } = run(['check', '--format', 'json'], { cwd });
    assert.equal(err, '');
    assert.deepEqual([...new Set(JSON.parse(out).map(({ file }: { file: string }) => file))], [NAME]);
  });

  test('comes from standard input under a name', () => {
    const { out } = run(['check', '--stdin', NAME, '--format', 'json'], { input: word(wrongTotal) });
    assert.equal(JSON.parse(out).length, 1);
  });

  test('that cannot be read says what to do; others are still checked', (t) => {
    const cwd = folderWith(t, {
      '坏.docx': word(sound).subarray(0, 500),
      '旧.doc': Buffer.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...Buffer.from('WordDocument', 'utf16le'),
      ]),
      没有后缀: word(sound),
      [NAME]: word(wrongTotal),
    });
    const { out, err, code } = run(['check', '坏.docx', '旧.doc', '没有后缀', NAME, '--format', 'json'], {
      cwd,
    });
    assert.equal(code, 2);
    assert.match(err, /^坏\.docx: .*get it again\n旧\.doc: .*save it as \.docx in Word or WPS\n$/);
    assert.equal(JSON.parse(out).length, 1);
  });

  test('is checked against other reports given with it', (t) => {
    const last = sound
      .replaceAll('2025', '2024')
      .replace('3\t1\t0\t0\t0\t0\t4', '12\t1\t0\t0\t0\t0\t13')
      .replace(/(四、结转下年度继续办理\t\t\t).*/, '$19\t0\t0\t0\t0\t0\t9');
    const cwd = folderWith(t, { [NAME]: word(sound), 'b.disclosure.txt': last });
    const { out } = run(['check', NAME, 'b.disclosure.txt', '--format', 'json'], { cwd });
    const carried = JSON.parse(out).find(({ rule }: { rule: string }) => rule === 'carry-over');
    assert.deepEqual([carried?.file, carried?.place.row], [NAME, '上年结转政府信息公开申请数量']);
  });
});

test('extract gives what a Word document says, and the account of what was read', (t) => {
  const cwd = folderWith(t, { [NAME]: word(sound), 'a.disclosure.txt': sound });
  const extracted = (name: string): Record<string, unknown> =>
    JSON.parse(run(['extract', name], { cwd }).out)[0];
  const { account, ...facts } = extracted(NAME);
  assert.deepEqual({ ...facts, file: '' }, { ...extracted('a.disclosure.txt'), file: '' });
  assert.deepEqual(
    (account as { kind: string }[]).map(({ kind }) => kind),
    ['paragraphs', 'tables'],
  );
});

describe('check --fix of a Word document', () => {
  const fix = (cwd: string): ReturnType<typeof run> => run(['check', '--fix', NAME], { cwd });

  test('writes corrections into it and keeps its permissions', (t) => {
    const cwd = folderWith(t, { [NAME]: word(faulty) });
    chmodSync(join(cwd, NAME), 0o640);
    const { code, out, err } = fix(cwd);
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.match(out, /Fixed: 2\./);
    assert.equal(documentIn(join(cwd, NAME)), documentOf(bodyOf(sound)));
    assert.equal(statSync(join(cwd, NAME)).mode & 0o777, 0o640);
  });

  test('writes tracked changes where it tracks them', (t) => {
    const cwd = folderWith(t, { [NAME]: word(wrongTotal, settings('<w:trackRevisions/>')) });
    assert.equal(fix(cwd).code, 0);
    assert.match(
      documentIn(join(cwd, NAME)),
      /<w:del [^>]*w:author="Disclosure Report"[^>]*>.*<w:delText>9<\/w:delText>/,
    );
  });

  test('leaves a protected one as it is and says why', (t) => {
    const bytes = word(wrongTotal, settings('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'));
    const cwd = folderWith(t, { [NAME]: bytes });
    const { code, err } = fix(cwd);
    assert.equal(code, 2);
    assert.match(err, /protected against changes; stop the protection in Word first/);
    assert.deepEqual(readFileSync(join(cwd, NAME)), bytes);
  });

  for (const lock of [`~$${NAME}`, `~$${NAME.slice(2)}`, `.~lock.${NAME}#`]) {
    test(`leaves one as it is that is open in an office program (${lock}), and says so`, (t) => {
      const bytes = word(wrongTotal);
      const cwd = folderWith(t, { [NAME]: bytes, [lock]: 'somebody' });
      const { code, out, err } = fix(cwd);
      assert.equal(code, 2);
      assert.match(err, /open in Word or WPS; close it there first/);
      assert.match(out, /application-balance/);
      assert.deepEqual(readFileSync(join(cwd, NAME)), bytes);
    });
  }

  test('leaves out the one correction that cannot be written', (t) => {
    const field = (text: string): string => `<w:fldSimple w:instr=" =SUM(LEFT) ">${text}</w:fldSimple>`;
    const document = documentOf(bodyOf(faulty)).replace(runOf('9'), field(runOf('9')));
    assert.ok(document.includes('fldSimple'));
    const cwd = folderWith(t, { [NAME]: Buffer.from(zipWord({ document })) });
    const { code, out, err } = fix(cwd);
    assert.equal(code, 2);
    assert.match(out, /Fixed: 1\./);
    assert.match(err, /worked out by a field/);
  });

  test('does not touch one in which nothing is to mend', (t) => {
    const bytes = word(`${sound}`);
    const cwd = folderWith(t, { [NAME]: bytes });
    const before = statSync(join(cwd, NAME));
    assert.equal(fix(cwd).code, 0);
    assert.equal(statSync(join(cwd, NAME)).ino, before.ino);
  });
});

test('last year’s report can be a Word document', (t) => {
  const cwd = folderWith(t, { [NAME]: word(sound), 'empty.docx': Buffer.from(wordOf(paragraph(''))) });
  const year = /(\d{4})年/.exec(sound)?.[1];
  const { out, code } = run(
    ['new', '--issuer', '青石镇人民政府', '--year', String(Number(year) + 1), '--from', NAME],
    { cwd },
  );
  assert.equal(code, 0, out);
});

describe('check --format changes', () => {
  test('lists what is to be done by hand, a line a change, by table and section', (t) => {
    const cwd = folderWith(t, { [NAME]: word(faulty) });
    const { out, code } = run(['check', NAME, '--format', 'changes'], { cwd, env: { LANG: 'zh_CN.UTF-8' } });
    assert.equal(code, 1);
    assert.equal(
      out,
      `${NAME}\n  表二 · 行政许可 · 本年处理决定数量：１８ → 18\n  表三 · 本年新收政府信息公开申请数量 · 总计：9 → 4\n`,
    );
  });

  test('says what is not certain, what is to be put in, and the line of a text', (t) => {
    const cwd = folderWith(t, {
      'a.disclosure.txt': sound.replace(/六、其他需要报告的事项[\s\S]*/, '').replace('12月31日', '12月30日'),
    });
    const { out } = run(['check', '--format', 'changes'], { cwd });
    assert.match(out, /^a\.disclosure\.txt\n {2}line \d+: .*12月30日.* → .*12月31日.* \(to be verified\)\n/);
    assert.match(out, /put in "六、其他需要报告的事项" and what follows/);
  });

  test('names a row that is to be put in', (t) => {
    const row = /^.*属于行政执法案卷.*\n/m.exec(sound)?.[0] ?? '';
    assert.ok(row !== '');
    const cwd = folderWith(t, { [NAME]: word(sound.replace(row, '')) });
    const { out } = run(['check', NAME, '--format', 'changes'], { cwd });
    assert.match(out, /\n {2}表三 · .*: put in "7\.属于行政执法案卷 .*" \(to be verified\)\n/);
  });

  test('of a sound report says that nothing is to be done', (t) => {
    const cwd = folderWith(t, { [NAME]: word(sound) });
    assert.equal(run(['check', '--format', 'changes'], { cwd }).out, 'Nothing is to be changed.\n');
  });
});

describe('import', () => {
  const picture = paragraph('<w:r><w:drawing><a:blip/></w:drawing></w:r>');

  test('prints a document’s text, and on standard error what was read and what was not', (t) => {
    const cwd = folderWith(t, { [NAME]: Buffer.from(wordOf(bodyOf(sound) + picture)) });
    const { code, out, err } = run(['import', NAME], { cwd, env: { LANG: 'zh_CN.UTF-8' } });
    assert.deepEqual([code, out], [0, `${sound}\n`]);
    assert.match(err, new RegExp(`^${NAME}: 读到 段落 \\d+，表格 3\n${NAME}: 没有读入 图片 1\n$`));
  });

  test('writes Markdown that says the same', (t) => {
    const cwd = folderWith(t, { [NAME]: word(sound) });
    assert.equal(run(['import', NAME, '--format', 'markdown', '-o', 'a.md'], { cwd }).code, 0);
    assert.match(readFileSync(join(cwd, 'a.md'), 'utf8'), /^\| 行政许可 +\|/m);
    const tables = (name: string): unknown => JSON.parse(run(['extract', name], { cwd }).out)[0].tables;
    assert.deepEqual(tables('a.md'), tables(NAME));
  });

  test('writes several into a folder, over none that is there', (t) => {
    const cwd = folderWith(t, { 'a.docx': word(sound), 'b.docx': word(sound), 'out/b.txt': 'mine' });
    const { code, err } = run(['import', 'a.docx', 'b.docx', '-o', 'out'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /out\/b\.txt: /);
    assert.equal(readFileSync(join(cwd, 'out', 'a.txt'), 'utf8'), sound);
    assert.equal(readFileSync(join(cwd, 'out', 'b.txt'), 'utf8'), 'mine');
    assert.equal(run(['import', 'a.docx', 'b.docx'], { cwd }).code, 2);
  });

  test('ends with 1 where a table is missing, with 2 where a file cannot be read', (t) => {
    const cwd = folderWith(t, {
      'a.docx': word(sound.replace(/^行政复议\t[\s\S]*?\n\n/m, '\n')),
      'b.docx': 'x',
    });
    const { code, err } = run(['import', 'a.docx'], { cwd });
    assert.equal(code, 1);
    assert.match(err, /1 table is missing/);
    assert.equal(run(['import', 'b.docx'], { cwd }).code, 2);
  });
});
