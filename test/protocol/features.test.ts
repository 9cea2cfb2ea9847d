import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type {
  CodeAction,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  MarkupContent,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { Client, minimal, modern } from './client.ts';
import { apply, documentOf, marked, placeOf, sound, textAt, uri, withFault, wrongTotal } from './fixture.ts';

const textDocument = { uri };

async function openWith(t: TestContext, text: string, options = {}): Promise<Client> {
  const client = await Client.start(t, options);
  await client.open(uri, text);
  return client;
}

async function hoverAt(client: Client, text: string, passage: string): Promise<string> {
  const hover = await client.request<Hover | null>('textDocument/hover', {
    textDocument,
    position: placeOf(text, passage),
  });
  return (hover?.contents as MarkupContent | undefined)?.value ?? '';
}

test('hover on a cell: its name, its value, and each equation with its numbers', async (t) => {
  const client = await openWith(t, wrongTotal);
  const total = await hoverAt(client, wrongTotal, '3\t4\t‸75');
  assert.match(total, /^\*\*三、本年度办理结果 · （一）予以公开 × 总计\*\*/);
  assert.match(total, /✗ .*41 \\?\+ 6 \\?\+ 1 \\?\+ 2 \\?\+ 3 \\?\+ 4 ≠ 75.*57.*75.*18/);
  const addend = await hoverAt(client, wrongTotal, '行政规范性文件\t‸5');
  assert.match(addend, /本年制发件数\*\*\n\n数值：5\n\n- ✓ 正文为 5$/);
  await client.stop();
});

test('hover on a row, a header, a section, the title; nothing in prose', async (t) => {
  const client = await openWith(t, sound, { locale: 'en' });
  assert.match(
    await hoverAt(client, sound, '1.属于‸国家秘密'),
    /法人或其他组织 · 商业企业: 0[\s\S]*✓ Row total/,
  );
  assert.match(
    await hoverAt(client, sound, '申请人‸情况'),
    /新收政府信息公开申请数量: 187[\s\S]*予以公开: 57 \(31\\\.3 \\%[\s\S]*不予公开: 35 [\s\S]*✓ Row totals: 25 of 25 hold/,
  );
  assert.match(
    await hoverAt(client, sound, '四、政府信息公开‸行政复议、'),
    /item 3[\s\S]*行政复议: 结果维持 6/,
  );
  assert.match(
    await hoverAt(client, sound, '青禾县‸人民政府办公室2025'),
    /Issuer: 青禾县人民政府办公室[\s\S]*2025/,
  );
  assert.equal(await hoverAt(client, sound, '坚持以公开为‸常态'), '');
  await client.stop();
});

test('hover on a title without a year: it is said to be unknown', async (t) => {
  const text = sound.replace('青禾县人民政府办公室2025年', '青禾县人民政府办公室');
  const client = await openWith(t, text, { locale: 'en' });
  assert.match(await hoverAt(client, text, '青禾县‸人民政府办公室'), /Report year: unknown/);
  await client.stop();
});

test('hover on a table without an application: no share of nothing', async (t) => {
  const text = sound.replace(/(?<=\t)\d+(?=\t|$)/gm, '0');
  const client = await openWith(t, text, { locale: 'en' });
  assert.match(await hoverAt(client, text, '申请人‸情况'), /^- 予以公开: 0 \(–\)$/m);
  await client.stop();
});

test('hover: nothing of the report becomes markup', async (t) => {
  const evil = withFault('青禾县人民政府办公室2025', '[甲](x)`$(bug)`县政府2025');
  for (const capabilities of [modern, minimal]) {
    const client = await openWith(t, evil, { capabilities });
    if (capabilities === minimal) await client.expect('textDocument/publishDiagnostics');
    const value = await hoverAt(client, evil, '县政府‸2025');
    if (capabilities === modern) assert.doesNotMatch(value.replace(/\\./g, ''), /[<[\]()`$]/);
    else assert.ok(value.startsWith('[甲](x)`$(bug)`县政府'));
    await client.stop();
  }
});

test('outline: sections, topics, tables, groups, rows, each inside its parent', async (t) => {
  const client = await openWith(t, sound);
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  assert.deepEqual(
    symbols.map(({ name }) => name.slice(0, 4)),
    ['一、总体', '二、主动', '三、收到', '四、政府', '五、存在', '六、其他'],
  );
  assert.equal(symbols[0]!.children!.length, 5);
  const table = symbols[2]!.children![0]!;
  assert.deepEqual(
    table.children!.map(({ name }) => name.slice(0, 2)),
    ['一、', '二、', '三、', '四、'],
  );
  const results = table.children![2]!.children!;
  assert.equal(results.length, 7);
  assert.equal(results[2]!.children!.length, 8);
  assert.equal(results[0]!.detail, '57');
  assert.deepEqual(
    symbols[3]!.children![0]!.children!.map(({ name }) => name),
    ['行政复议', '未经复议直接起诉', '复议后起诉'],
  );
  symbols.forEach(checkNesting);
  await client.stop();
});

function checkNesting(symbol: DocumentSymbol): void {
  const document = documentOf(sound);
  const inside = (inner: DocumentSymbol['range'], outer: DocumentSymbol['range']) =>
    document.offsetAt(outer.start) <= document.offsetAt(inner.start) &&
    document.offsetAt(inner.end) <= document.offsetAt(outer.end);
  assert.ok(inside(symbol.selectionRange, symbol.range), symbol.name);
  for (const child of symbol.children ?? []) {
    assert.ok(inside(child.range, symbol.range), child.name);
    checkNesting(child);
  }
}

test('outline of a client that knows flat lists only', async (t) => {
  const client = await openWith(t, sound, { capabilities: minimal });
  await client.expect('textDocument/publishDiagnostics');
  const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', { textDocument });
  assert.ok(symbols.length > 40);
  assert.equal(symbols.find(({ name }) => name === '1.属于国家秘密')!.containerName, '（三）不予公开');
  await client.stop();
});

test('folding: sections, topics, tables, groups; never a blank line at the end', async (t) => {
  const client = await openWith(t, sound);
  const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
  const lines = sound.split('\n');
  const begins = ranges.map(({ startLine }) => lines[startLine]!);
  for (const start of ['一、总体情况', '第二十条第（一）项', '\t（三）不予公开', '三、本年度办理结果']) {
    assert.ok(
      begins.some((line) => line.startsWith(start)),
      start,
    );
  }
  for (const { startLine, endLine } of ranges)
    assert.ok(endLine > startLine && lines[endLine]!.trim() !== '');
  await client.stop();
});

test('folding for an editor that pins first lines: every header line of a table, and no row of numbers', async (t) => {
  const client = await openWith(t, sound, { initializationOptions: { pinsFolds: true } });
  const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
  const lines = sound.split('\n');
  const begins = ranges.map(({ startLine }) => lines[startLine]!);
  for (const start of [
    '信息内容\t本年制发',
    '（本列数据',
    '\t\t\t自然人',
    '\t\t\t\t商业企业',
    '行政复议',
    '结果维持',
  ])
    assert.ok(
      begins.some((line) => line.startsWith(start)),
      start,
    );
  assert.deepEqual(
    begins.filter((line) => /\t\d/.test(line)),
    [],
  );
  const columns = ranges.find(({ startLine }) => lines[startLine]!.includes('商业企业'));
  assert.match(lines[columns!.endLine]!, /^四、结转下年度/);
  await client.stop();
});

test('selection grows from cell to row, group, table, section, document', async (t) => {
  const client = await openWith(t, sound);
  const positions = [placeOf(sound, '2.重复申请\t‸4'), placeOf(sound, '坚持以公开为‸常态')];
  const [inTable, inProse] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions,
  });
  const grown = chainOf(inTable!).map((range) => textAt(sound, range));
  assert.equal(grown[0], '4');
  assert.match(grown[1]!, /2\.重复申请/);
  assert.match(grown[2]!, /^（五）不予处理[\s\S]*5\.要求/);
  assert.match(grown.at(-2)!, /^三、收到和处理/);
  for (const texts of [grown, chainOf(inProse!).map((range) => textAt(sound, range))]) {
    assert.equal(texts.at(-1), sound);
    texts.slice(1).forEach((text, index) => {
      assert.ok(text.length > texts[index]!.length && text.includes(texts[index]!));
    });
  }
  await client.stop();
});

function chainOf(selection: SelectionRange): SelectionRange['range'][] {
  return [selection.range, ...(selection.parent ? chainOf(selection.parent) : [])];
}

test('semantic tokens: what each is, which totals do not add up, and the difference after an edit', async (t) => {
  const client = await openWith(t, wrongTotal);
  const { legend } = client.initialized.capabilities.semanticTokensProvider!;
  const full = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  const tokens = decode(full.data, wrongTotal);
  const typeOf = (text: string) => legend.tokenTypes[tokens.find((token) => token.text === text)!.type];
  assert.equal(typeOf('一、总体情况'), 'section');
  assert.equal(typeOf('（一）主动公开情况'), 'topic');
  assert.equal(typeOf('商业企业'), 'columnLabel');
  assert.equal(typeOf('（三）不予公开'), 'groupLabel');
  assert.equal(typeOf('2.重复申请'), 'rowLabel');
  assert.equal(typeOf('1486'), 'number');
  const unbalanced = tokens.filter(({ modifiers }) => modifiers === 1).map(({ text }) => text);
  assert.deepEqual(unbalanced, ['75', '182']);
  await client.change(uri, 2, { text: sound });
  const previousResultId = full.resultId;
  const delta = await client.request<{ edits: { start: number; deleteCount: number; data?: number[] }[] }>(
    'textDocument/semanticTokens/full/delta',
    { textDocument, previousResultId },
  );
  const patched = [...full.data];
  for (const { start, deleteCount, data } of delta.edits) patched.splice(start, deleteCount, ...(data ?? []));
  const fresh = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  assert.deepEqual(patched, fresh.data);
  const whole = await client.request<SemanticTokens>('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId,
  });
  assert.deepEqual(whole.data, fresh.data);
  const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
  const part = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument,
    range,
  });
  assert.deepEqual(
    decode(part.data, sound).map(({ text }) => text),
    ['一、总体情况'],
  );
  await client.stop();
});

function decode(data: readonly number[], text: string): { text: string; type: number; modifiers: number }[] {
  const found = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines, characters, length, type, modifiers] = data.slice(at, at + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const range = { start: { line, character }, end: { line, character: character + length } };
    found.push({ text: textAt(text, range), type, modifiers });
  }
  return found;
}

test('from a total to its addends, from an addend to its totals, and all of them lit', async (t) => {
  const { text, position } = marked(
    sound.replace('予以公开\t\t41\t6\t1\t2\t3\t4\t57', '予以公开\t\t‸41\t6\t1\t2\t3\t4\t57'),
  );
  const client = await openWith(t, text);
  const ask = async (method: string, at = position, includeDeclaration = false): Promise<string[]> => {
    const found = await client.request<Location[]>(method, {
      textDocument,
      position: at,
      context: { includeDeclaration },
    });
    return found.map(({ range }) => textAt(text, range));
  };
  assert.deepEqual(await ask('textDocument/definition'), ['57', '129']);
  assert.deepEqual(await ask('textDocument/definition', placeOf(text, '3\t4\t‸57')), [
    '41',
    '6',
    '1',
    '2',
    '3',
    '4',
  ]);
  const partners = await ask('textDocument/references');
  assert.deepEqual(partners.slice(0, 6), ['6', '1', '2', '3', '4', '57']);
  assert.equal(partners.at(-1), '129');
  assert.deepEqual(await ask('textDocument/references', position, true), ['41', ...partners]);
  const lit = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', {
    textDocument,
    position,
  });
  assert.deepEqual(
    lit
      .filter(({ kind }) => kind === 3)
      .map(({ range }) => textAt(text, range))
      .sort(),
    ['129', '57'],
  );
  assert.equal(lit.filter(({ kind }) => kind === 1).length, 1);
  await client.stop();
});

test('prose and cells: hover, definition, references and highlights go both ways', async (t) => {
  const { text, position } = marked(sound.replace('不予公开35件', '不予公开‸35件'));
  const client = await openWith(t, text, { locale: 'en' });
  assert.match(
    await hoverAt(client, text, '不予公开‸35件'),
    /^\*\*In the text: 35\*\*\n\n- ✓ 总计 · 不予公开 = 35$/,
  );
  assert.match(await hoverAt(client, text, '4\t‸57'), /✓ the text says 57$/);
  const ask = async (method: string, params: object): Promise<string[]> => {
    const found = await client.request<Location[]>(method, {
      textDocument,
      context: { includeDeclaration: false },
      ...params,
    });
    return found.map(({ range }) => textAt(text, range));
  };
  const refused = ['1', '3', '1', '8', '4', '6', '8', '4'];
  assert.deepEqual(await ask('textDocument/definition', { position }), refused);
  assert.deepEqual(await ask('textDocument/references', { position }), refused);
  assert.deepEqual(
    (await ask('textDocument/references', { position: placeOf(text, '1\t0\t0\t1\t0\t‸7') })).slice(0, 1),
    ['7'],
  );
  assert.deepEqual(await ask('textDocument/references', { position: placeOf(text, '行政规范性文件\t‸5') }), [
    '5',
  ]);
  const lit = (at: object) => ask('textDocument/documentHighlight', at);
  assert.deepEqual(await lit({ position }), ['35', ...refused]);
  assert.deepEqual(await lit({ position: placeOf(text, '行政规范性文件\t‸5') }), ['5', '5']);
  await client.stop();
});

test('about so many: the hover does not say that the number is right', async (t) => {
  const text = withFault('不予公开35件', '不予公开约34件');
  const client = await openWith(t, text, { locale: 'en' });
  assert.match(await hoverAt(client, text, '不予公开约‸34件'), /^- \\\? 总计 · 不予公开 = 35$/m);
  await client.stop();
});

test('semantic tokens end with their line', async (t) => {
  const text = sound.replace(/三、收到和[\s\S]*?(?=四、政府)/, (section) =>
    section.replace(/(?:.*\t.*\n)+/, (rows) => {
      const cells = (row: string): string =>
        row
          .split('\t')
          .map((cell) => `<td>${cell}</td>`)
          .join('');
      return `<table>\n${rows
        .trimEnd()
        .split('\n')
        .map((row) => `<tr>${cells(row)}</tr>`)
        .join('\n')}\n</table>\n`;
    }),
  );
  const broken = withFault('1.属于国家秘密', '1.属于\n国家秘密', text);
  const client = await openWith(t, broken);
  const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  assert.ok(decode(data, broken).some((token) => token.text === '1.属于'));
  const lines = broken.split('\n');
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    character = data[at] === 0 ? character + data[at + 1]! : data[at + 1]!;
    line += data[at]!;
    assert.ok(character + data[at + 2]! <= lines[line]!.length, `line ${line}`);
  }
  await client.stop();
});

test('a wrong claim: every reading in the hover, and the table’s numbers as fixes', async (t) => {
  const text = withFault('新收政府信息公开申请187件', '受理政府信息公开申请178件');
  const client = await openWith(t, text);
  assert.match(
    await hoverAt(client, text, '受理政府信息公开申请‸178件'),
    /- ✗ 总计 · 本年新收政府信息公开申请数量 = 187\n- ✗ .* \\\+ .* = 194$/,
  );
  const start = placeOf(text, '申请‸178件');
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: { start, end: start },
    context: { diagnostics: [] },
  });
  assert.deepEqual(
    actions.slice(0, 2).map(({ title }) => title.slice(0, 6)),
    ['改为 187', '改为 194'],
  );
  assert.ok(apply(text, actions[0]!.edit!).includes('受理政府信息公开申请187件'));
  await client.stop();
});
