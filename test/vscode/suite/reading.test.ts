import {
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Location,
  MarkdownString,
  type Position,
  type SemanticTokens,
  type TextDocument,
  workspace,
} from 'vscode';
import { cleanUp, findingOf, fixture, open, placeOf } from './editor.ts';
import { contains, eventually, ok, same } from './expect.ts';

describe('reading help', () => {
  let document: TextDocument;

  before(async () => {
    ({ document } = await open(fixture('faulty.disclosure.txt')));
    await findingOf(document, 'proceedings-total');
  });
  after(cleanUp);

  function ask<T>(command: string, ...args: unknown[]): Promise<T> {
    return eventually(async () => {
      const answer = await commands.executeCommand<T | undefined>(command, document.uri, ...args);
      ok(answer && (!Array.isArray(answer) || answer.length > 0), `${command} has no answer`);
      return answer;
    });
  }

  async function hover(position: Position): Promise<string> {
    const hovers = await ask<Hover[]>('vscode.executeHoverProvider', position);
    const contents = hovers.flatMap((each) => each.contents);
    return contents.map((part) => (part instanceof MarkdownString ? part.value : String(part))).join('\n');
  }

  it('explains a number on hover: its row, its column, its equations', async () => {
    const line = placeOf(document, '（一）予以公开').start.line;
    const column = document.lineAt(line).text.indexOf('3\t1');
    contains(await hover(document.lineAt(line).range.start.translate(0, column)), '予以公开', '自然人');
  });

  it('explains a section heading on hover', async () => {
    ok((await hover(placeOf(document, '收到和处理政府信息公开申请情况').start)).length > 20, 'too short');
  });

  it('outlines the report: six sections, topics and tables within', async () => {
    const symbols = await ask<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    const sections = symbols.length === 1 ? symbols[0]!.children : symbols;
    same(
      sections.map(({ name }) => /[一二三四五六]/.exec(name)?.[0]),
      ['一', '二', '三', '四', '五', '六'],
    );
    const inside = sections.map(({ children }) => children.length);
    same(inside[0], 5, 'the five topics of the first section');
    ok(inside[1]! > 0 && inside[2]! > 0 && inside[3]! > 0, `tables expected in ${inside}`);
    ok(depth(sections) >= 3, 'rows expected below the tables');
  });

  it('folds sections', async () => {
    const start = placeOf(document, '三、收到和处理').start.line;
    const ranges = await ask<FoldingRange[]>('vscode.executeFoldingRangeProvider');
    ok(
      ranges.some((range) => range.start === start),
      `none starts in line ${start + 1}`,
    );
  });

  it('colours tokens', async () => {
    const { data } = await ask<SemanticTokens>('vscode.provideDocumentSemanticTokens');
    ok(data.length >= 5 * 200, `too few tokens: ${data.length / 5}`);
  });

  it('colours them in themes that do not ask for it, too', () => {
    const settings = workspace.getConfiguration('editor', document);
    same(settings.get('semanticHighlighting.enabled'), true);
  });

  it('leads from a total to its addends', async () => {
    const total = (await findingOf(document, 'proceedings-total')).range.start;
    const places = await ask<(Location | { targetRange: Location['range'] })[]>(
      'vscode.executeDefinitionProvider',
      total,
    );
    const texts = places.map((place) => document.getText('range' in place ? place.range : place.targetRange));
    same(texts, ['1', '0', '0', '0']);
  });
});

function depth(symbols: readonly DocumentSymbol[]): number {
  return symbols.length === 0 ? 0 : 1 + Math.max(...symbols.map(({ children }) => depth(children)));
}
