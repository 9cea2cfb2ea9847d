/** What a person is asked for a new report. Each question can be left with Escape: then nothing happens. */
import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { documentScheme, fileOf, nameOf } from '../documents/documentUri.ts';

/** A body whose reports are in the workspace, and the years of these. */
export interface KnownIssuer {
  readonly name: string;
  readonly years: readonly number[];
}

const YEAR = /^\d{4}$/;

/**
 * The body that the report is of: one that is known, or any name that is typed.
 *
 * @param known comes while the question is there already
 */
export async function askForIssuer(known: Promise<readonly KnownIssuer[]>): Promise<string | undefined> {
  const box = window.createQuickPick();
  box.title = l10n.t('New Report');
  box.placeholder = l10n.t('Whose report is it? Choose a body, or type its name as the title has it.');
  box.ignoreFocusOut = true;
  box.busy = true;
  let offered: readonly QuickPickItem[] = [];
  const show = (): void => {
    const typed = box.value.trim();
    const isNew = typed !== '' && offered.every(({ label }) => label !== typed);
    box.items = isNew ? [...offered, { label: typed, alwaysShow: true }] : offered;
  };
  box.onDidChangeValue(show);
  const chosen = new Promise<string | undefined>((resolve) => {
    box.onDidAccept(() => {
      const issuer = box.selectedItems[0]?.label ?? box.value.trim();
      if (issuer !== '') resolve(issuer);
    });
    box.onDidHide(() => resolve(undefined));
  });
  box.show();
  try {
    offered = (await Promise.race([known, chosen.then(() => [])])).map(itemOf);
    show();
    box.busy = false;
    return await chosen;
  } finally {
    box.dispose();
  }
}

function itemOf({ name, years }: KnownIssuer): QuickPickItem {
  return { label: name, description: years.join(', ') };
}

/**
 * The year that the report is for; last year is there to be accepted, for which reports are due.
 *
 * @param firstYear the first that a report can be for
 */
export async function askForYear(firstYear: number): Promise<number | undefined> {
  const wrong = l10n.t('A year of four digits, {year} or later.', { year: firstYear });
  const year = await window.showInputBox({
    title: l10n.t('New Report'),
    prompt: l10n.t('For which year?'),
    value: String(new Date().getFullYear() - 1),
    ignoreFocusOut: true,
    validateInput: (value) => (YEAR.test(value.trim()) && Number(value) >= firstYear ? undefined : wrong),
  });
  return year === undefined ? undefined : Number(year);
}

/** The report to carry numbers over from; `null` for none. It is not asked for where none was found. */
export async function askForLastYear(found: readonly string[]): Promise<string | null | undefined> {
  if (found.length === 0) return null;
  const none = { label: l10n.t('None: carry nothing over'), uri: null };
  const items = found.map((uri) => {
    const file = reportFile(uri);
    return { label: nameOf(file), description: workspace.asRelativePath(Uri.joinPath(file, '..')), uri };
  });
  const chosen = await window.showQuickPick([...items, none], {
    title: l10n.t('New Report'),
    placeHolder: l10n.t('Last year’s report, whose numbers are carried over'),
    ignoreFocusOut: true,
  });
  return chosen?.uri;
}

/** The file of a report as the server names it: it may be shown as the text of a document. */
export function reportFile(uri: string): Uri {
  const shown = Uri.parse(uri);
  return shown.scheme === documentScheme ? fileOf(shown) : shown;
}
