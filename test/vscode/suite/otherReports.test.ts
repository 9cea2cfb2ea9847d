/** Reports beside each other, and the file that says which add up to which. */
import { type CompletionList, commands, type Location, languages, type Uri, window, workspace } from 'vscode';
import { cleanUp, findingOf, fixture, noFindingOf, open, placeOf, settled } from './editor.ts';
import { eventually, ok, same } from './expect.ts';

const planName = 'disclosure-report.json';

async function textOf(name: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(fixture(name)));
}

async function write(name: string, text: string): Promise<Uri> {
  await workspace.fs.writeFile(fixture(name), new TextEncoder().encode(text));
  return fixture(name);
}

/** A sound report of a body that has no other in the workspace, for a year. */
async function report(year: number): Promise<string> {
  const text = await textOf('桐溪镇2024年政府信息公开工作年度报告.txt');
  return text.replaceAll('桐溪镇', '桐岭镇').replaceAll('2024', String(year));
}

/** One application more received and carried forward; every balance holds. */
function withOneMore(text: string): string {
  return text
    .replace('申请数量\t\t\t6\t1\t0\t0\t0\t0\t7', '申请数量\t\t\t7\t1\t0\t0\t0\t0\t8')
    .replace('继续办理\t\t\t1\t0\t0\t0\t0\t0\t1', '继续办理\t\t\t2\t0\t0\t0\t0\t0\t2');
}

describe('reports beside each other', () => {
  afterEach(async () => {
    await cleanUp();
    const names = await workspace.fs.readDirectory(workspace.workspaceFolders![0]!.uri);
    if (names.some(([name]) => name === planName)) await workspace.fs.delete(fixture(planName));
  });

  it('are compared with last year’s, which is not open, and again when it changes', async () => {
    const last = await write('copy-last.disclosure.txt', withOneMore(await report(2023)));
    const { document } = await open(await write('copy-now.disclosure.txt', await report(2024)));
    const { range, relatedInformation } = await findingOf(document, 'carry-over');
    same(document.getText(range), '1');
    same(
      relatedInformation?.map(({ location }) => location.uri.path),
      [last.path],
    );
    const places = await commands.executeCommand<Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      range.start,
    );
    ok(
      places.some(
        (place) => ('uri' in place ? place.uri : Reflect.get(place, 'targetUri')).path === last.path,
      ),
      'no way to last year’s number',
    );
    await write('copy-last.disclosure.txt', await report(2023));
    await noFindingOf(document, 'carry-over');
    await write('copy-last.disclosure.txt', withOneMore(await report(2023)));
    await findingOf(document, 'carry-over');
  });

  it('go with their folder, which is renamed, deleted and restored', async () => {
    const [early, late] = [fixture('early-years'), fixture('late-years')];
    // In another folder it must be said which 桐岭镇 it is.
    const of = async (year: number): Promise<string> =>
      (await report(year)).replaceAll('桐岭镇', '安徽省桐城市桐岭镇');
    const text = withOneMore(await of(2023));
    await write('early-years/last.disclosure.txt', text);
    const { document } = await open(await write('copy-now.disclosure.txt', await of(2024)));
    await findingOf(document, 'carry-over');
    await workspace.fs.rename(early, late);
    await eventually(async () => {
      const { relatedInformation } = await findingOf(document, 'carry-over');
      ok(
        relatedInformation?.[0]?.location.uri.path.startsWith(late.path),
        'last year’s report is not found anew',
      );
    });
    await workspace.fs.delete(late, { recursive: true });
    await noFindingOf(document, 'carry-over');
    await write('late-years/last.disclosure.txt', text);
    await findingOf(document, 'carry-over');
    await workspace.fs.delete(late, { recursive: true });
  });

  it('are compared with an open document rather than with its file', async () => {
    const last = await open(await write('copy-last.disclosure.txt', await report(2023)));
    const { document } = await open(await write('copy-now.disclosure.txt', await report(2024)));
    const whole = withOneMore(last.document.getText());
    const shown = await open(last.document.uri);
    ok(
      await shown.edit((edit) => edit.replace(placeOf(last.document, last.document.getText()), whole)),
      'not typed',
    );
    await open(document.uri);
    await findingOf(document, 'carry-over');
  });

  it('add up as disclosure-report.json says', async () => {
    await write('copy-county.disclosure.txt', (await report(2024)).replaceAll('桐岭镇', '桐县'));
    const { document } = await open(await write('copy-town.disclosure.txt', withOneMore(await report(2024))));
    await write(
      planName,
      JSON.stringify({ aggregates: [{ parent: '桐岭镇人民政府', members: ['桐县人民政府'] }] }),
    );
    await findingOf(document, 'aggregate');
  });
});

/** What others say of a file: VS Code's own JSON service. */
function otherFindings(file: Uri): string[] {
  const others = languages.getDiagnostics(file).filter(({ source }) => source !== 'disclosure-report');
  return others.map(({ message }) => message);
}

function ownFindings(file: Uri): unknown[] {
  const own = languages.getDiagnostics(file).filter(({ source }) => source === 'disclosure-report');
  return own.map(({ code }) => code);
}

describe('disclosure-report.json', () => {
  afterEach(async () => {
    await cleanUp();
    await workspace.fs.delete(fixture(planName));
  });

  it('is checked by its schema, and completed', async () => {
    const wrong = '{ "aggregates": [{ "parent": "甲县", "member": ["乙局"] }] }';
    const { document } = await open(await write(planName, wrong));
    await eventually(() =>
      same(otherFindings(document.uri).length, 2, otherFindings(document.uri).join('\n')),
    );
    const right =
      '{ "aggregates": [{ "parent": "甲县", "members": ["乙局", { "files": "*.txt" }], "years": [2025],  }] }';
    const editor = await open(document.uri);
    await editor.edit((edit) => edit.replace(placeOf(document, wrong), right));
    const place = placeOf(document, '  }]').start.translate(0, 1);
    const { items } = await eventually(async () => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        place,
      );
      ok(list.items.length > 0, 'nothing is offered');
      return list;
    });
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    ok(labels.includes('tables'), `tables expected among ${labels}`);
    await editor.edit((edit) => edit.replace(placeOf(document, ',  }]'), '}]'));
    await eventually(() => same(otherFindings(document.uri), []));
    await document.save();
  });

  it('is told what the schema cannot know: whose report is not there', async () => {
    await open(fixture('faulty.disclosure.txt'));
    const file = await write(planName, '{ "aggregates": [{ "parent": "甲县", "members": ["乙局"] }] }');
    await eventually(() => same(ownFindings(file), ['plan-reports', 'plan-reports']));
    await open(file);
    await settled();
    // A watcher that hears of the file late has the folder read again, and nothing is said meanwhile.
    await eventually(() => same(ownFindings(file), ['plan-reports', 'plan-reports']));
  });
});

const faultyPlans = [
  ['a comma too many', '{ "aggregates": [], }'],
  ['no end', '{ "aggregates": ['],
  ['an unknown key', '{ "aggregate": [] }'],
  ['no parent', '{ "aggregates": [{ "members": [{ "files": "*.txt" }] }] }'],
  ['no members', '{ "aggregates": [{ "parent": { "files": "*.txt" }, "members": [] }] }'],
  ['a blank name', '{ "aggregates": [{ "parent": { "issuer": " " }, "members": [{ "files": "*.txt" }] }] }'],
  ['a number for a name', '{ "aggregates": [{ "parent": { "files": "*.txt" }, "members": [7] }] }'],
  [
    'a year in words',
    '{ "aggregates": [{ "parent": { "files": "*.txt" }, "members": [{ "files": "*.txt" }], "years": ["2025"] }] }',
  ],
] as const;

/** What the server says of the text of a file, whichever reports there are. */
function textFindings(file: Uri): unknown[] {
  return ownFindings(file).filter((code) => code === 'plan-text');
}

describe('what is wrong with a disclosure-report.json is told once', () => {
  // A folder for each: what was open once is not always closed at once. And VS Code's watcher can miss what is written
  // into a folder in the moment it is made.
  const folders = faultyPlans.map((_, index) => `plan-${index}`);
  before(async () => {
    for (const folder of folders) await workspace.fs.createDirectory(fixture(folder));
  });
  afterEach(cleanUp);
  after(async () => {
    for (const folder of folders) await workspace.fs.delete(fixture(folder), { recursive: true });
  });

  for (const [index, [what, text]] of faultyPlans.entries()) {
    it(`${what}: by the server while it is closed, by VS Code in a tab`, async () => {
      await open(fixture('faulty.disclosure.txt'));
      const file = await write(`${folders[index]}/${planName}`, text);
      await eventually(() => same(textFindings(file), ['plan-text']));
      // As a person opens it: a document that an extension opened stays open for minutes after its tab.
      await commands.executeCommand('vscode.open', file);
      await eventually(() => {
        same(window.activeTextEditor?.document.uri.path, file.path);
        same([textFindings(file), otherFindings(file).length], [[], 1]);
      });
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await eventually(() => same(textFindings(file), ['plan-text']));
    });
  }
});
