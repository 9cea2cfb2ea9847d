/** Whether somebody has a document open in an office program, as the file says that such programs put beside it. */
import { Uri, workspace } from 'vscode';
import { nameOf } from './documentUri.ts';

/** Word and WPS write ~$ in front of the name, of a longer one in the place of its first characters; LibreOffice a file of its own. */
function locksOf(name: string): readonly string[] {
  return [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`, `.~lock.${name}#`];
}

export async function isLockedByOffice(file: Uri): Promise<boolean> {
  const folder = Uri.joinPath(file, '..');
  const states = locksOf(nameOf(file)).map((lock) =>
    workspace.fs.stat(Uri.joinPath(folder, lock)).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(states)).includes(true);
}
