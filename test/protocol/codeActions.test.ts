import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { CodeAction, Command, Range } from 'vscode-languageserver-protocol';
import { Client, minimal, modern } from './client.ts';
import { apply, editsOf, placeOf, sound, uri, withFault, wrongTotal } from './fixture.ts';

const textDocument = { uri };
const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

async function openWith(t: TestContext, text: string, options = {}): Promise<Client> {
  const client = await Client.start(t, options);
  await client.open(uri, text);
  return client;
}

function actions(client: Client, range: Range, only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only && { only }) };
  return client.request('textDocument/codeAction', { textDocument, range, context });
}

function at(text: string, passage: string): Range {
  const place = placeOf(text, passage);
  return { start: place, end: place };
}

const titled = (found: readonly CodeAction[], part: RegExp): CodeAction => {
  const action = found.find(({ title }) => part.test(title));
  assert.ok(action, `${part} among ${found.map(({ title }) => title).join(' | ')}`);
  return action;
};

test('quick fix: preferred, on the smallest span, for its version', async (t) => {
  const client = await openWith(t, wrongTotal);
  const found = await actions(client, at(wrongTotal, '3\t4\t‸75'));
  const [fix] = found;
  assert.equal(fix!.isPreferred, true);
  assert.ok(found.slice(1).every(({ isPreferred }) => !isPreferred));
  assert.ok(!found.some(({ title }) => /全部“/.test(title)), 'nothing else of the rule is there to be fixed');
  assert.equal(fix!.kind, 'quickfix');
  assert.equal(fix!.diagnostics![0]!.code, 'handled-total');
  assert.equal(apply(wrongTotal, fix!.edit!), sound);
  const change = fix!.edit!.documentChanges![0]!;
  assert.ok('textDocument' in change);
  assert.equal('textDocument' in change && (change.textDocument as { version: number }).version, 1);
  assert.equal(apply(wrongTotal, titled(found, /重算本表/).edit!), sound);
  assert.deepEqual(await actions(client, at(wrongTotal, '规‸章\t0'), ['quickfix']), []);
  await client.stop();
});

test('of several fixes for a finding the first alone is preferred', async (t) => {
  const text = withFault('6\t2\t1\t3\t12\t', '6\t2\t1\t3\t21\t');
  const client = await openWith(t, text);
  const found = await actions(client, at(text, '3\t‸21'));
  const fixes = found.filter(({ title }) => title.includes(' → '));
  assert.ok(fixes.length > 2);
  assert.deepEqual(
    fixes.map(({ isPreferred }) => isPreferred === true),
    fixes.map((_, index) => index === 0),
  );
  await client.stop();
});

test('the totals of one row are recomputed where it is asked for, and nothing else', async (t) => {
  const kind = 'refactor.rewrite.disclosureReport.row.recompute';
  const client = await openWith(t, wrongTotal);
  assert.deepEqual(await actions(client, at(wrongTotal, '2.重复申请\t‸4'), [kind]), []);
  const broken = withFault('2.重复申请\t4\t', '2.重复申请\t5\t');
  await client.change(uri, 2, { text: broken });
  const [action] = await actions(client, at(broken, '2.重复申请\t‸5'), [kind]);
  assert.equal(action!.title, '按各项重算本行总计');
  const row = (whole: string): string => whole.split('\n').find((line) => line.includes('2.重复申请')) ?? '';
  const numbers = row(apply(broken, action!.edit!))
    .match(/\d+(?=\t|$)/g)!
    .map(Number);
  assert.equal(
    numbers.at(-1),
    numbers.slice(0, -1).reduce((sum, number) => sum + number, 0),
  );
  assert.equal(
    apply(broken, action!.edit!).replace(row(apply(broken, action!.edit!)), ''),
    broken.replace(row(broken), ''),
  );
  await client.stop();
});

test('what would make another total fail is offered, but is nobody’s first choice', async (t) => {
  const swapped = withFault(
    '申请\t9\t1\t0\t0\t0\t0\t10\n\t\t2.重复申请\t4\t',
    '申请\t4\t1\t0\t0\t0\t0\t10\n\t\t2.重复申请\t9\t',
  );
  const client = await openWith(t, swapped);
  const place = at(swapped, '申请\t4\t1\t0\t0\t0\t0\t‸10');
  const [first, second, third, ...others] = await actions(client, place, ['quickfix']);
  assert.deepEqual(
    [first!, second!, third!].map(({ title, isPreferred }) => [title.slice(0, 2), isPreferred]),
    [
      ['换回', true],
      ['换回', undefined],
      ['重新', undefined],
    ],
  );
  assert.match(third!.title, /将使现已成立的 1 条勾稽关系不再成立/);
  assert.equal(apply(swapped, first!.edit!), sound);
  assert.equal(apply(swapped, titled(others, /修正本文件中全部/).edit!), sound);

  const manifold = withFault('41\t6\t1\t2\t3\t4\t57', '99\t98\t97\t96\t95\t94\t57');
  await client.change(uri, 2, { text: manifold });
  const alone = await actions(client, at(manifold, '95\t94\t‸57'), ['quickfix']);
  assert.match(alone[0]!.title, /重新计算.*57 → 579（将使/);
  assert.ok(alone.every(({ isPreferred }) => !isPreferred));
  assert.ok(!alone.some(({ title }) => /修正本文件/.test(title)));
  await client.stop();
});

test('without documentChanges an edit goes by uri', async (t) => {
  const workspace = { ...modern.workspace, workspaceEdit: {} };
  const client = await openWith(t, wrongTotal, { capabilities: { ...modern, workspace } });
  const [fix] = await actions(client, at(wrongTotal, '3\t4\t‸75'));
  assert.equal(fix!.edit!.documentChanges, undefined);
  assert.equal(apply(wrongTotal, fix!.edit!), sound);
  await client.stop();
});

const wide = withFault('\t41\t6\t1', '\t４１\t６\t1').replace('\t5\t2\t31', '\t５\t2\t31');

test('fix all: one application leaves nothing that is safe to fix, and touches nothing else', async (t) => {
  const client = await openWith(t, wide);
  const found = await actions(client, everywhere, ['source.fixAll']);
  assert.equal(found.length, 1);
  assert.equal(found[0]!.kind, 'source.fixAll.disclosureReport');
  assert.equal(apply(wide, found[0]!.edit!), sound);
  assert.equal(editsOf(found[0]!.edit!).length, 3);
  await client.change(uri, 2, { text: sound });
  assert.deepEqual(await actions(client, everywhere, ['source.fixAll']), []);
  await client.stop();
});

test('fix all: what comes to light by fixing something else is fixed, too', async (t) => {
  const twice = wrongTotal.replace('\t75\n', '\t７５\n').replace('\t5\t2\t31', '\t５\t2\t31');
  const client = await openWith(t, twice);
  const [all] = await actions(client, everywhere, ['source.fixAll']);
  assert.equal(apply(twice, all!.edit!), sound);
  assert.equal(editsOf(all!.edit!).length, 2);
  await client.stop();
});

test('fix all of a rule; kinds that were not asked for stay away', async (t) => {
  const client = await openWith(t, wide, { locale: 'en' });
  const found = await actions(client, at(wide, '\t‸４１'), ['quickfix']);
  assert.ok(found.every(({ kind }) => kind === 'quickfix'));
  assert.equal(apply(wide, titled(found, /^Fix all of cell-number/).edit!), sound);
  assert.deepEqual(await actions(client, everywhere, ['refactor.extract']), []);
  assert.ok(
    (await actions(client, everywhere)).some(({ kind }) => kind === 'source.fixAll.disclosureReport'),
  );
  await client.stop();
});

test('disable for this line: a comment before it, with the file’s line breaks; extended the next time', async (t) => {
  for (const text of [wrongTotal, wrongTotal.replaceAll('\n', '\r\n')]) {
    const client = await openWith(t, text);
    const found = await actions(client, at(text, '3\t4\t‸75'));
    const quiet = apply(text, titled(found, /屏蔽 .*handled-total/).edit!);
    const eol = text.includes('\r') ? '\r\n' : '\n';
    assert.ok(quiet.includes(`<!-- disclosure-report-disable-next-line handled-total -->${eol}`));
    assert.equal(quiet.includes('\r'), text.includes('\r'));
    await client.change(uri, 2, { text: quiet });
    const pulled = await client.request<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument,
    });
    assert.ok(!pulled.items.some(({ code }) => code === 'handled-total'));
    await client.stop();
  }
});

test('disable for this line: behind a row between pipes, which goes on being a row', async (t) => {
  const text = wrongTotal
    .split('\n')
    .map((line) => (line.includes('\t') ? `| ${line.split('\t').join(' | ')} |` : line))
    .join('\n');
  const client = await openWith(t, text);
  const found = await actions(client, at(text, '3 | 4 | ‸75'));
  const quiet = apply(text, titled(found, /屏蔽 .*handled-total/).edit!);
  assert.match(quiet, /\| <!-- disclosure-report-disable-line handled-total -->$/m);
  await client.change(uri, 2, { text: quiet });
  const pulled = await client.request<{ items: { code: string }[] }>('textDocument/diagnostic', {
    textDocument,
  });
  assert.deepEqual(
    pulled.items
      .map(({ code }) => code)
      .filter((code) => code.includes('total') || code.includes('suppression')),
    [],
  );
  await client.stop();
});

test('disable for this line extends the comment that is there', async (t) => {
  const comment = '<!-- disclosure-report-disable-next-line row-missing -->';
  const text = wrongTotal.replace('三、本年度办理结果\t', `${comment}\n三、本年度办理结果\t`);
  const client = await openWith(t, text);
  const found = await actions(client, at(text, '3\t4\t‸75'));
  const quiet = apply(text, titled(found, /屏蔽 .*handled-total/).edit!);
  assert.ok(quiet.includes('disable-next-line row-missing handled-total -->'));
  await client.stop();
});

test('explain: the server’s command, or the client’s where it has it', async (t) => {
  const client = await openWith(t, wrongTotal, { locale: 'en' });
  assert.deepEqual(client.initialized.capabilities.executeCommandProvider!.commands, [
    'disclosureReport.explainRule',
  ]);
  const { command } = titled(await actions(client, at(wrongTotal, '3\t4\t‸75')), /^Explain handled-total/);
  await client.request('workspace/executeCommand', command);
  const { message } = await client.expect('window/showMessage');
  assert.match(message, /^handled-total\n\n\w+/);
  await client.stop();
  const own = await Client.start(t, { initializationOptions: { explainsRules: true } });
  assert.equal(own.initialized.capabilities.executeCommandProvider, undefined);
  await own.stop();
});

test('a client that knows commands only gets the edit, unless the text has changed since', async (t) => {
  const client = await openWith(t, wrongTotal, { capabilities: minimal });
  await client.expect('textDocument/publishDiagnostics');
  const [fix] = (await actions(client, at(wrongTotal, '3\t4\t‸75'))) as unknown as Command[];
  const run = client.request('workspace/executeCommand', fix);
  const { edit } = await client.expect('workspace/applyEdit');
  assert.equal(apply(wrongTotal, edit), sound);
  await run;
  await client.change(uri, 2, { text: `\n${wrongTotal}` });
  await client.expect('textDocument/publishDiagnostics');
  await client.request('workspace/executeCommand', fix);
  assert.match((await client.expect('window/showMessage')).message, /改动/);
  await client.stop();
});
