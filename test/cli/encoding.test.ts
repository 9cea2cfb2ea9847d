import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decode, encode } from '../../server/src/files/encoding.ts';
import { faulty, folderWith, run } from './support.ts';

const NAME = 'a.disclosure.txt';
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** GB18030 by way of the project's own writer, which the platform's reader judges below. */
function gb18030(text: string): Buffer {
  const like = {
    text: '中',
    bytes: Buffer.from([0xd6, 0xd0]),
    encoding: 'gb18030',
    hasMark: false,
    damage: [],
  } as const;
  return Buffer.from(encode(text, like));
}

const written: readonly (readonly [string, Buffer])[] = [
  ['UTF-8', Buffer.from(faulty)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${faulty}`)],
  ['UTF-16 LE', Buffer.from(`\ufeff${faulty}`, 'utf16le')],
  ['UTF-16 BE', utf16be(`\ufeff${faulty}`)],
  ['UTF-16 LE without a mark', Buffer.from(faulty, 'utf16le')],
  ['UTF-16 BE without a mark', utf16be(faulty)],
  ['GB18030', gb18030(faulty)],
  ['UTF-8 with CRLF', Buffer.from(faulty.replaceAll('\n', '\r\n'))],
  ['UTF-8 with CR', Buffer.from(faulty.replaceAll('\n', '\r'))],
];

for (const [name, bytes] of written) {
  test(`${name}: the same findings, and --fix changes only what it fixes`, (t) => {
    const cwd = folderWith(t, { 'plain.disclosure.txt': faulty, [NAME]: bytes });
    const findingsOf = (file: string): unknown[] =>
      JSON.parse(run(['check', file, '--format', 'json'], { cwd }).out).map(
        ({ file: _, ...rest }: { file: string }) => rest,
      );
    assert.deepEqual(findingsOf(NAME), findingsOf('plain.disclosure.txt'));

    run(['check', '--fix'], { cwd });
    const plain = readFileSync(join(cwd, 'plain.disclosure.txt'), 'utf8');
    const fixed = readFileSync(join(cwd, NAME));
    assert.notEqual(plain, faulty);
    assert.equal(decode(fixed).text.replace(/\r\n?/g, '\n'), plain);
    assert.deepEqual(
      Buffer.from(encode(decode(bytes).text, decode(fixed))),
      bytes,
      'encoding, mark and line ends are kept',
    );
  });
}

test('characters are written to GB18030 as they are read from it', () => {
  const characters: string[] = [];
  // Without surrogates, private use and the replacement character, which no text holds on purpose.
  for (let code = 0x80; code <= 0x10fffd; code += code < 0x10000 ? 1 : 13) {
    if (code < 0xd800 || (code > 0xf8ff && code !== 0xfffd)) characters.push(String.fromCodePoint(code));
  }
  const text = characters.join('');
  assert.equal(new TextDecoder('gb18030').decode(gb18030(text)), text);
});

/** Bytes with one of them damaged, in the number behind a label. */
function damaged(bytes: Buffer, label: Buffer, harm: readonly number[]): Buffer {
  const at = bytes.indexOf(label) + label.length;
  assert.ok(at > label.length);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(harm), bytes.subarray(at + harm.length)]);
}

const harmed: readonly (readonly [string, Buffer])[] = [
  ['UTF-8', damaged(Buffer.from(faulty), Buffer.from('行政处罚\t'), [0xff])],
  ['UTF-8 in the middle of a character', damaged(Buffer.from(faulty), Buffer.from('规章\t'), [0xe4])],
  ['UTF-8 with a mark', damaged(Buffer.from(`\ufeff${faulty}`), Buffer.from('行政处罚\t'), [0x80])],
  [
    'UTF-16 LE',
    damaged(Buffer.from(`\ufeff${faulty}`, 'utf16le'), Buffer.from('行政许可\t', 'utf16le'), [0, 0xdc]),
  ],
  ['GB18030', damaged(gb18030(faulty), gb18030('行政处罚\t'), [0xff])],
];

for (const [name, bytes] of harmed) {
  test(`${name}: a damaged byte is told with its line, and the rest is read as an editor shows it`, (t) => {
    const cwd = folderWith(t, { [NAME]: bytes });
    const { text, damage } = decode(bytes);
    assert.equal(damage.length, 1);
    assert.equal(text[damage[0]!], '\ufffd');
    const line = text.slice(0, damage[0]).split('\n').length;
    for (const command of [
      ['check', '--format', 'json'],
      ['check', '--format', 'json', '--fix'],
      ['extract'],
    ]) {
      const { code, out, err } = run([...command, NAME], { cwd });
      assert.equal(code, 2);
      assert.match(
        err,
        new RegExp(`^a\\.disclosure\\.txt:${line}:\\d+: 1 place holds bytes that are no character`),
      );
      const read = JSON.parse(out);
      const found =
        command[0] === 'extract' ? read[0].tables.applications.received.total : read.some(isRowTotal);
      assert.equal(found, command[0] === 'extract' ? 9 : true);
    }
    assert.deepEqual(readFileSync(join(cwd, NAME)), bytes, 'nothing is written');
    const piped = run(['check', '--format', 'json', '--stdin', NAME], { cwd, input: bytes });
    assert.deepEqual([piped.code, JSON.parse(piped.out).some(isRowTotal)], [2, true]);
  });
}

function isRowTotal({ rule }: { readonly rule: string }): boolean {
  return rule === 'row-total' || rule === 'application-balance';
}

test('a file of a folder that is no report is not complained of for its damage', (t) => {
  const notes = Buffer.concat([Buffer.from('买菜和别的一些事情，写在这里'), Buffer.from([0xff])]);
  const { code, err } = run(['check'], { cwd: folderWith(t, { 'notes.txt': notes }) });
  assert.deepEqual([code, err], [0, '']);
});

test('a GBK file that could not be written back as it was is left alone', (t) => {
  // A lone 0x80 is read as the euro sign, which is written otherwise.
  const bytes = Buffer.concat([gb18030(faulty), Buffer.from([0x80])]);
  const cwd = folderWith(t, { [NAME]: bytes });
  const { code, err } = run(['check', '--fix'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /a\.disclosure\.txt: .*gb18030.*save it as UTF-8 first/);
  assert.deepEqual(readFileSync(join(cwd, NAME)), bytes);
});

test('bytes that are no text in any of the encodings are refused', (t) => {
  const cwd = folderWith(t, { [NAME]: Buffer.from([0xff, 0x41, 0x81]) });
  assert.match(run(['check'], { cwd }).err, /not a text file/);
  const utf32 = Buffer.from([...`\ufeff${faulty}`].map((each) => `${each}\0`).join(''), 'utf16le');
  for (const bytes of [Buffer.from([0xef, 0xbb, 0xbf, 0xc3, 0x28]), utf32, Buffer.from(`${faulty}\0`)]) {
    writeFileSync(join(cwd, NAME), bytes);
    assert.match(run(['check'], { cwd }).err, /not a text file/);
  }
});
