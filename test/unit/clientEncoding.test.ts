/** What the client reads for a server that cannot: the encodings of offices, damaged bytes included. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../client/src/encoding.ts';
import { encode } from '../../server/src/files/encoding.ts';

const text = '青禾县人民政府办公室2025年政府信息公开工作年度报告\n规章\t0\t0\t0\n';
const inGbk = encode(text, {
  text: '中',
  bytes: Uint8Array.of(0xd6, 0xd0),
  encoding: 'gb18030',
  hasMark: false,
  damage: [],
});

test('every encoding of offices is read', () => {
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    inGbk,
  ])
    assert.equal(decode(bytes), text);
});

test('a damaged byte is one character less, and does not change the encoding', () => {
  const bytes = Buffer.from(text);
  bytes[bytes.indexOf('\t0') + 1] = 0xff;
  assert.equal(decode(bytes), text.replace('\t0', '\t\ufffd'));
});

test('the head of a file may end within a character', () => {
  for (let length = 60; length < 66; length++)
    assert.ok(text.startsWith(decode(Buffer.from(text).subarray(0, length))), String(length));
});
