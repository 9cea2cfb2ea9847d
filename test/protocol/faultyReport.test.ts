/**
 * What every feature makes of a report with faults: blanks, doubled rows, tables apart from their sections.
 * Golden: `UPDATE_GOLDEN=1 npm run test:protocol` writes it anew; read the difference before committing.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type {
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  MarkupContent,
  Range,
  SelectionRange,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { Client } from './client.ts';
import { documentOf, placeOf, sound, uri, withFault } from './fixture.ts';

const golden = new URL('./faultyReport.golden.txt', import.meta.url);
const textDocument = { uri };
const REPEATED = '\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5\n';

const faults: readonly (readonly [right: string, wrong: string])[] = [
  ['规章\t0\t0\t0', '规章\t见附件\t\t0'],
  ['行政强制\t64', '行政强制\t/'],
  ['四、政府信息公开行政复议、行政诉讼情况', '政府信息公开行政复议、行政诉讼情况'],
  ['三、收到和处理政府信息公开申请情况\n', ''],
  [REPEATED, REPEATED + REPEATED],
  ['\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1\n', ''],
  ['\t\t4.无正当理由大量反复申请\t2', '\t\t\t2'],
  ['6\t2\t1\t3\t12\t', '6\t\t1\t3\t12\t'],
  ['全年新收政府信息公开申请187件', '全年新收政府信息公开申请180余件'],
  ['办结182件', '办结128件'],
];
const text = faults.reduce((before, [right, wrong]) => withFault(right, wrong, before), sound);

const hovered = [
  '青禾县‸人民政府办公室2025',
  '申请‸180余件',
  '办结‸128件',
  '二、主动公开‸政府信息情况\n',
  '第二十条第（一）‸项',
  '本年制发‸件数',
  '‸见附件',
  '见附件\t‸\t0',
  '行政‸许可\t1486',
  '行政强制\t‸/',
  '收费\t‸318.42',
  '申请人‸情况',
  '数量\t\t\t‸132',
  '2.重复‸申请\t4',
  '（七）‸总计\t',
  '总计\t\t129\t21\t3\t4\t12\t13\t‸182',
  '\n政府信息公开‸行政复议、',
  '结果‸维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经',
  '‸6\t\t1\t3\t12',
  '6\t\t1\t3\t‸12',
] as const;

test('every feature, on a report with faults', async (t) => {
  const client = await Client.start(t, { locale: 'en' });
  await client.open(uri, text);
  const ask = <Result>(feature: string, params: object = {}): Promise<Result> =>
    client.request(`textDocument/${feature}`, { textDocument, ...params });
  const lines: string[] = ['# outline', ...outline(await ask<DocumentSymbol[]>('documentSymbol'))];
  lines.push('', '# folding', ...(await ask<FoldingRange[]>('foldingRange')).map(fold));
  for (const passage of hovered) {
    const position = placeOf(text, passage);
    const hover = await ask<Hover | null>('hover', { position });
    lines.push(
      '',
      `# ${JSON.stringify(passage)}`,
      (hover?.contents as MarkupContent | undefined)?.value ?? 'nothing',
    );
    const marked = await ask<DocumentHighlight[]>('documentHighlight', { position });
    lines.push(`highlights: ${marked.map(({ range, kind }) => `${kind} ${quote(range)}`).join(', ')}`);
    const defined = await ask<Location[]>('definition', { position });
    lines.push(`definition: ${defined.map(({ range }) => quote(range)).join(', ')}`);
    const context = { includeDeclaration: true };
    const referred = await ask<Location[]>('references', { position, context });
    lines.push(`references: ${referred.map(({ range }) => quote(range)).join(', ')}`);
    const [selection] = await ask<SelectionRange[]>('selectionRange', { positions: [position] });
    lines.push(`selection: ${chain(selection!).join(' < ')}`);
  }
  for (const passage of ['‸规章\t', '‸2.重复申请', '‸6\t\t1\t3']) {
    const { line } = placeOf(text, passage);
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    lines.push('', `# colours of ${JSON.stringify(passage)}`);
    lines.push(colours(await ask<SemanticTokens>('semanticTokens/range', { range })));
  }
  await client.stop();
  const written = `${lines.join('\n')}\n`;
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, written);
  assert.equal(written, readFileSync(golden, 'utf8'));
});

function quote(range: Range): string {
  const words = documentOf(text).getText(range);
  const { line, character } = range.start;
  return `${line + 1}:${character + 1} ${JSON.stringify(words.length > 20 ? `${words.slice(0, 20)}…` : words)}`;
}

function outline(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ kind, name, detail, selectionRange, children = [] }) => [
    `${'  '.repeat(depth)}${kind} ${name} (${detail ?? ''}) ${quote(selectionRange)}`,
    ...outline(children, depth + 1),
  ]);
}

function fold({ startLine, endLine }: FoldingRange): string {
  return `${startLine + 1}–${endLine + 1}`;
}

function chain({ range, parent }: SelectionRange): string[] {
  return [quote(range), ...(parent ? chain(parent) : [])];
}

function colours({ data }: SemanticTokens): string {
  const tokens: string[] = [];
  for (let at = 0; at < data.length; at += 5) tokens.push(data.slice(at, at + 5).join('/'));
  return tokens.join(' ');
}
