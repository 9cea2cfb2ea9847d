/** "Explain rule": the rule's page under docs/rules, in the reader's language, in the Markdown preview. */
import {
  commands,
  type Disposable,
  type Extension,
  env,
  l10n,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';

/**
 * Pages are shown through a scheme of their own, without a file extension: opened as Markdown files their
 * examples would be checked as reports.
 */
const pageScheme = 'disclosure-report-rule';

interface RuleSetting {
  readonly description: string;
}

/** Registers the command, which asks for a rule where it is not given one, and the provider of the pages. */
export function registerExplainRule(extension: Extension<unknown>): Disposable[] {
  return [
    workspace.registerTextDocumentContentProvider(pageScheme, {
      provideTextDocumentContent: (page) => readPage(extension.extensionUri, page.path.slice(1)),
    }),
    commands.registerCommand('disclosureReport.explainRule', async (rule?: unknown) => {
      const rules = describedRules(extension);
      const id = typeof rule === 'string' && Object.hasOwn(rules, rule) ? rule : await pickRule(rules);
      if (id !== undefined) await showPage(id);
    }),
  ];
}

/** The manifest lists the rules already, in the language of the window: as the properties of the setting. */
function describedRules(extension: Extension<unknown>): Readonly<Record<string, RuleSetting>> {
  return extension.packageJSON.contributes.configuration.properties['disclosureReport.rules'].properties;
}

async function pickRule(rules: Readonly<Record<string, RuleSetting>>): Promise<string | undefined> {
  const items = Object.entries(rules).map(([label, { description }]) => ({ label, description }));
  const options = { placeHolder: l10n.t('Which rule?'), matchOnDescription: true };
  return (await window.showQuickPick(items, options))?.label;
}

/** Beside the report, so that both can be read. */
async function showPage(rule: string): Promise<void> {
  const page = Uri.from({ scheme: pageScheme, path: `/${rule}` });
  try {
    await commands.executeCommand('markdown.showPreviewToSide', page);
  } catch {
    // VS Code's own Markdown extension can be switched off.
    await window.showTextDocument(page, { preview: true, viewColumn: ViewColumn.Beside });
  }
}

async function readPage(root: Uri, rule: string): Promise<string> {
  const inChinese = /^zh/i.test(env.language) ? [`${rule}.zh-cn.md`] : [];
  for (const name of [...inChinese, `${rule}.md`]) {
    const text = await readText(Uri.joinPath(root, 'docs', 'rules', name));
    if (text !== undefined) return text;
  }
  return l10n.t('There is no page about the rule {rule}.', { rule });
}

async function readText(file: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}
