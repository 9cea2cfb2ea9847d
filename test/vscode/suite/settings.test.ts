import { ConfigurationTarget, DiagnosticSeverity, workspace } from 'vscode';
import { cleanUp, findingOf, fixture, noFindingOf, open } from './editor.ts';
import { eventually, same } from './expect.ts';

function set(name: string, value: unknown): Thenable<void> {
  const configuration = workspace.getConfiguration('disclosureReport');
  return configuration.update(name, value, ConfigurationTarget.Workspace);
}

function setRules(rules: Record<string, string> | undefined): Thenable<void> {
  return set('rules', rules);
}

describe('settings', () => {
  afterEach(async () => {
    await setRules(undefined);
    await set('validate', undefined);
    await cleanUp();
  });

  it('switch a rule off and on again while the report is open', async () => {
    const { document } = await open(fixture('faulty.disclosure.txt'));
    await findingOf(document, 'cell-number');
    await setRules({ 'cell-number': 'off' });
    await noFindingOf(document, 'cell-number');
    await findingOf(document, 'proceedings-total');
    await setRules(undefined);
    await findingOf(document, 'cell-number');
  });

  it("change a rule's severity", async () => {
    const { document } = await open(fixture('faulty.disclosure.txt'));
    await setRules({ 'proceedings-total': 'information' });
    await eventually(async () => {
      const { severity } = await findingOf(document, 'proceedings-total');
      same(severity, DiagnosticSeverity.Information);
    });
  });

  it('switch checking off and on again while the report is open', async () => {
    const { document } = await open(fixture('faulty.disclosure.txt'));
    await findingOf(document, 'cell-number');
    await set('validate', 'off');
    await noFindingOf(document, 'cell-number');
    await noFindingOf(document, 'proceedings-total');
    await set('validate', undefined);
    await findingOf(document, 'proceedings-total');
  });
});
