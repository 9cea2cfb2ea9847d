/** Files that are no report, broken, or made to do harm: each is refused with its reason, soon and in little memory. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { FormatError } from '../../server/src/formats/error.ts';
import { open } from '../../server/src/formats/open.ts';
import { documentOf, paragraph, run, TRANSITIONAL, wordOf, zipFiles, zipWord } from './support/word.ts';

const MiB = 1024 * 1024;
const sound = wordOf(paragraph(run('好')));

async function refusalOf(bytes: Uint8Array, name = 'a.docx'): Promise<string> {
  const from = performance.now();
  try {
    await open(bytes, name);
  } catch (error) {
    assert.ok(error instanceof FormatError, String(error));
    assert.ok(performance.now() - from < 5000, 'took too long');
    return error.reason.key.replace('format.refused.', '');
  }
  return 'none';
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (stream: string): Uint8Array =>
  Uint8Array.from([...OLE, ...new Uint8Array(600), ...Buffer.from(stream, 'utf16le'), 0, 0]);
const office = (type: string): Uint8Array =>
  zipWord({
    document: documentOf(''),
    mainType: `application/vnd.openxmlformats-officedocument.${type}.main+xml`,
  });

describe('another kind of file is told by its bytes:', () => {
  const kinds: Readonly<Record<string, Uint8Array>> = {
    passwordProtected: ole('EncryptedPackage'),
    doc: ole('WordDocument'),
    wps: ole('WpsCustomData'),
    xls: ole('Workbook'),
    ole: ole('Something'),
    rtf: strToU8('{\\rtf1\\ansi 好}'),
    odt: zipFiles({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    ods: zipFiles({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    ofd: zipFiles({ 'OFD.xml': '<ofd:OFD xmlns:ofd="urn:ofd"/>' }),
    pptx: office('presentationml.presentation'),
    zip: zipFiles({ 'a.txt': 'a' }),
    mht: strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'),
    unknown: strToU8('本年度政府信息公开工作'),
  };
  for (const [kind, bytes] of Object.entries(kinds)) {
    test(kind, async () => assert.equal(await refusalOf(bytes), kind));
  }

  test('an empty file', async () => assert.equal(await refusalOf(new Uint8Array()), 'unknown'));
});

/** Places of a zip file's central records. */
function* records(bytes: Uint8Array): Generator<{ view: DataView; at: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 <= bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) yield { view, at };
}

const endRecord = (bytes: Uint8Array): { view: DataView; at: number } => ({
  view: new DataView(bytes.buffer, bytes.byteOffset),
  at: bytes.length - 22,
});

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  change(copy);
  return copy;
}

const renamed = (from: string, to: string): Uint8Array =>
  changed(zipWord({ document: documentOf(''), files: { [from]: 'x' } }), (copy) => {
    const text = Buffer.from(copy.buffer);
    for (let at = text.indexOf(from); at !== -1; at = text.indexOf(from, at + 1)) text.write(to, at);
  });

describe('zip files', () => {
  test('cut short', async () => {
    assert.equal(await refusalOf(sound.subarray(0, 300)), 'truncated');
    assert.equal(await refusalOf(sound.subarray(0, sound.length - 1)), 'truncated');
  });

  test('with a part that has another checksum', async () => {
    const broken = changed(zipWord({ document: documentOf('') }), (copy) => {
      for (const { view, at } of records(copy)) view.setUint32(at + 16, 1, true);
    });
    assert.equal(await refusalOf(broken), 'checksum');
  });

  test('with a part whose data is none', async () => {
    const broken = changed(sound, (copy) => copy.fill(0xff, 100, 130));
    assert.ok(['damaged', 'checksum', 'unsafe'].includes(await refusalOf(broken)));
  });

  test('that unpack to more than is allowed', async () => {
    const saying = (size: number): Uint8Array =>
      changed(sound, (copy) => {
        for (const { view, at } of records(copy)) view.setUint32(at + 24, size, true);
      });
    assert.equal(await refusalOf(saying(65 * MiB)), 'tooLarge');
    assert.equal(await refusalOf(saying(100 * MiB)), 'tooLarge');
    const bomb = zipWord({ document: '', files: { 'word/document.xml': new Uint8Array(4 * MiB) } });
    assert.equal(await refusalOf(bomb), 'unsafe');
  });

  test('that are too large themselves', async () => {
    assert.equal(await refusalOf(new Uint8Array(64 * MiB + 1)), 'tooLarge');
  });

  test('that say less than they unpack to', async () => {
    const noise = Uint8Array.from({ length: 3 * MiB }, (_, index) => (index * 2654435761) >>> 24);
    for (const content of [noise, new Uint8Array(8 * MiB)]) {
      const lying = changed(zipWord({ document: '', files: { 'word/document.xml': content } }), (copy) => {
        for (const { view, at } of records(copy))
          if (view.getUint32(at + 24, true) === content.length) view.setUint32(at + 24, 100, true);
      });
      assert.equal(await refusalOf(lying), 'unsafe');
    }
  });

  test('whose entries lie over each other', async () => {
    const overlapping = changed(sound, (copy) => {
      const [first, second] = [...records(copy)];
      if (first && second) second.view.setUint32(second.at + 20, 5000, true);
    });
    assert.ok(['unsafe', 'damaged'].includes(await refusalOf(overlapping)));
    const twice = changed(sound, (copy) => {
      const [first, ...others] = [...records(copy)];
      for (const { view, at } of others)
        view.setUint32(at + 42, first?.view.getUint32(first.at + 42, true) ?? 0, true);
    });
    assert.equal(await refusalOf(twice), 'unsafe');
  });

  test('with too many entries', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`f${index}`, new Uint8Array(1)]),
    );
    assert.equal(await refusalOf(zipSync(files)), 'tooLarge');
  });

  test('with names that climb, are the same, or differ from place to place', async () => {
    assert.equal(await refusalOf(renamed('aaa/evil.xml', '..a/evil.xml')), 'none');
    assert.equal(await refusalOf(renamed('aa/evil.xml', '../evil.xml')), 'unsafe');
    assert.equal(await refusalOf(renamed('aa\\evil.xml', '..\\evil.xml')), 'unsafe');
    assert.equal(await refusalOf(renamed('aa/evil.xml', '/a/evil.xml')), 'unsafe');
    assert.equal(await refusalOf(renamed('word/Document.xmX', 'word/Document.xml')), 'unsafe');
    const two = changed(sound, (copy) =>
      Buffer.from(copy.buffer).write(
        'word/documenT.xml',
        Buffer.from(copy.buffer).indexOf('word/document.xml', 30),
      ),
    );
    assert.equal(await refusalOf(two), 'unsafe');
  });

  test('in zip64, with a password, in several volumes', async () => {
    const zip64 = changed(sound, (copy) =>
      endRecord(copy).view.setUint16(endRecord(copy).at + 10, 0xffff, true),
    );
    assert.equal(await refusalOf(zip64), 'unsafe');
    const locked = changed(sound, (copy) => {
      for (const { view, at } of records(copy)) view.setUint16(at + 8, 1, true);
    });
    assert.equal(await refusalOf(locked), 'passwordProtected');
    const volumes = changed(sound, (copy) => endRecord(copy).view.setUint16(endRecord(copy).at + 8, 1, true));
    assert.equal(await refusalOf(volumes), 'unsafe');
  });

  test('with names in an older encoding are read', async () => {
    const old = changed(
      zipWord({ document: documentOf(''), files: { 'media/aa1': 'x', 'media/aa2': 'y' } }),
      (copy) => {
        const file = Buffer.from(copy.buffer);
        for (const [from, to] of [
          ['aa1', [0xcd, 0xbc, 0xd2]],
          ['aa2', [0xcd, 0xbc, 0xb6]],
        ] as const)
          for (let at = file.indexOf(from); at !== -1; at = file.indexOf(from, at + 1)) copy.set(to, at);
      },
    );
    assert.equal(await refusalOf(old), 'none');
  });

  test('whose entries have their sizes behind them are read, and written with them in front', async () => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((_, chunk) => chunks.push(chunk));
    for (const [name, content] of Object.entries(unzipSync(wordOf(paragraph(run('共5件')))))) {
      const file = new ZipDeflate(name);
      zip.add(file);
      file.push(content, true);
    }
    zip.end();
    const document = await open(Buffer.concat(chunks), 'a.docx');
    assert.equal(document.text, '共5件\n');
    const edited = await document.edit?.([{ span: { start: 1, end: 2 }, newText: '6' }]);
    assert.equal((await open(edited?.bytes ?? new Uint8Array(), 'a.docx')).text, '共6件\n');
    assert.equal(Object.keys(unzipSync(edited?.bytes ?? new Uint8Array())).length, 4);
  });

  test('with a comment behind them are read', async () => {
    const commented = Uint8Array.from([...sound, ...strToU8('WPS')]);
    new DataView(commented.buffer).setUint16(sound.length - 2, 3, true);
    assert.equal(await refusalOf(commented), 'none');
  });
});

describe('parts', () => {
  const ofDocument = (document: string): Promise<string> => refusalOf(zipWord({ document }));

  test('with a document type, with entities of their own or unknown ones', async () => {
    const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const content = documentOf(paragraph('<w:r><w:t>&b;</w:t></w:r>'));
    assert.equal(await ofDocument(content.replace('<w:document', `${laughs}<w:document`)), 'unsafe');
    assert.equal(
      await ofDocument(content.replace('<w:document', '<!DOCTYPE w SYSTEM "file:///etc/passwd"><w:document')),
      'unsafe',
    );
    assert.equal(await ofDocument(content), 'damaged');
  });

  test('that go too deep, are crossed or cut short, or are no text', async () => {
    assert.equal(
      await ofDocument(`<w:document xmlns:w="${TRANSITIONAL}">${'<w:p>'.repeat(100_000)}`),
      'tooDeep',
    );
    assert.equal(await ofDocument(documentOf('<w:p><w:r></w:p></w:r>')), 'damaged');
    assert.equal(await ofDocument(documentOf(paragraph(run('好'))).slice(0, -20)), 'damaged');
    assert.equal(await ofDocument('<other/>'), 'damaged');
    assert.equal(
      await refusalOf(
        zipWord({ document: '', files: { 'word/document.xml': Uint8Array.from([60, 0xff, 0xfe, 0x80]) } }),
      ),
      'damaged',
    );
  });

  test('that make up spans, attributes and paragraphs', async () => {
    const wide =
      '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>';
    const { text } = await open(wordOf(wide), 'a.docx');
    assert.ok(text.length < 200);
    const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(' ');
    assert.equal(await ofDocument(documentOf(`<w:p ${attributes}/>`)), 'none');
    assert.equal(
      await ofDocument(
        documentOf(Array.from({ length: 250_000 }, (_, index) => `<w:p w:rsidR="${index}"/>`).join('')),
      ),
      'tooLarge',
    );
  });

  test('that are said to be outside are not looked for', async () => {
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="https://localhost/x.xml" TargetMode="External"/></Relationships>';
    assert.equal(await refusalOf(zipWord({ document: '', files: { '_rels/.rels': relationships } })), 'zip');
    const outside =
      '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://localhost/x.dotm" TargetMode="External"/>';
    const { account } = await open(wordOf(paragraph(run('好')), { relationships: outside }), 'a.docx');
    assert.deepEqual(account.at(-1), { kind: 'externalLinks', count: 1, isRead: false });
  });
});

test('reading stops when it is no longer wanted', async () => {
  await assert.rejects(open(sound, 'a.docx', { signal: AbortSignal.abort(new Error('enough')) }), /enough/);
});
