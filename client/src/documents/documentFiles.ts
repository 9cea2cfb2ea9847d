/**
 * A file system of texts: each is what the server reads in a document that is none. A text that is saved is written back
 * into its document, where everything else stays as it is; what cannot go back is refused, and the text stays unsaved.
 */
import {
  Disposable,
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  l10n,
  RelativePattern,
  Uri,
  window,
  workspace,
} from 'vscode';
import { plainNotice } from '../plainNotice.ts';
import type { ReportServer } from '../reportServer.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { fileOf, isReadOnly, nameOf, textOf } from './documentUri.ts';
import { isLockedByOffice } from './officeLock.ts';

/** What the server reads in a document. */
interface DocumentText {
  readonly text: string;
  readonly isWritable: boolean;
  readonly account: readonly string[];
}

/** A mark at the beginning has VS Code read these bytes as UTF-8 whatever encoding the user has set for files. */
const MARK = '\uFEFF';

export class DocumentFiles implements FileSystemProvider, Disposable {
  readonly #server: ReportServer;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #read = new Map<string, DocumentText>();
  /** Texts before anything was written, for as long as they are open. */
  readonly #before = new Map<string, string>();

  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.#changed.event;

  constructor(server: ReportServer) {
    this.#server = server;
  }

  /** What was last read for a text, if anything was. */
  lastRead(text: Uri): DocumentText | undefined {
    return this.#read.get(text.toString());
  }

  /** What was read for a text before anything was written into its document, if anything was read. */
  firstRead(text: Uri): string | undefined {
    return this.#before.get(text.toString()) ?? this.lastRead(text)?.text;
  }

  watch(text: Uri): Disposable {
    const file = fileOf(text);
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(Uri.joinPath(file, '..'), escapeGlob(nameOf(file))),
    );
    const tell = (type: FileChangeType): void => this.#changed.fire([{ type, uri: text }]);
    return Disposable.from(
      watcher,
      watcher.onDidChange(() => tell(FileChangeType.Changed)),
      watcher.onDidCreate(() => tell(FileChangeType.Changed)),
      watcher.onDidDelete(() => tell(FileChangeType.Deleted)),
    );
  }

  async stat(text: Uri): Promise<FileStat> {
    const file = fileOf(text);
    const { ctime, mtime, size } = await workspace.fs.stat(file);
    const stat = { type: FileType.File, ctime, mtime, size };
    return isReadOnly(file) ? { ...stat, permissions: FilePermission.Readonly } : stat;
  }

  /** What the server reads in a document. */
  async read(file: Uri): Promise<DocumentText> {
    return this.#ask<DocumentText>('disclosureReport/readDocument', {
      uri: textOf(file).toString(),
      name: nameOf(file),
      bytes: toBase64(await workspace.fs.readFile(file)),
    });
  }

  async readFile(text: Uri): Promise<Uint8Array> {
    const document = await this.read(fileOf(text));
    this.#read.set(text.toString(), document);
    return new TextEncoder().encode(MARK + document.text);
  }

  async writeFile(text: Uri, content: Uint8Array): Promise<void> {
    const file = fileOf(text);
    const written = decode(content);
    await this.#askWhereLocked(file);
    const { bytes } = await this.#ask<{ bytes: string }>('disclosureReport/writeDocument', {
      uri: text.toString(),
      name: nameOf(file),
      bytes: toBase64(await workspace.fs.readFile(file)),
      text: written,
      tracking: workspace.getConfiguration('disclosureReport', file).get('documents.trackChanges'),
    });
    await workspace.fs.writeFile(file, fromBase64(bytes));
    this.#keepBefore(text);
    this.#read.set(text.toString(), { isWritable: true, account: [], ...this.lastRead(text), text: written });
    this.#changed.fire([{ type: FileChangeType.Changed, uri: text }]);
  }

  #keepBefore(text: Uri): void {
    const before = this.firstRead(text);
    if (before !== undefined) this.#before.set(text.toString(), before);
  }

  /** A text that was closed begins anew when it is opened again. */
  forget(text: Uri): void {
    this.#before.delete(text.toString());
  }

  /** What was saved elsewhere while the question stood is not to be undone. */
  async #askWhereLocked(file: Uri): Promise<void> {
    if (!(await isLockedByOffice(file))) return;
    const { mtime } = await workspace.fs.stat(file);
    if (!(await writesAllTheSame(file)))
      throw FileSystemError.NoPermissions(l10n.t('Not saved: close the document in Word or WPS first.'));
    if ((await workspace.fs.stat(file)).mtime !== mtime)
      throw FileSystemError.NoPermissions(l10n.t('Not saved: the document was saved elsewhere meanwhile.'));
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  delete(): never {
    throw FileSystemError.NoPermissions();
  }

  rename(): never {
    throw FileSystemError.NoPermissions();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** The server says why it refuses a document or a change of it, and the way out. */
  async #ask<Result>(method: string, params: object): Promise<Result> {
    const client = await this.#server.start();
    try {
      return await client.sendRequest<Result>(method, params);
    } catch (error) {
      throw FileSystemError.Unavailable(plainNotice(error instanceof Error ? error.message : String(error)));
    }
  }
}

async function writesAllTheSame(file: Uri): Promise<boolean> {
  const save = l10n.t('Save All the Same');
  const chosen = await window.showWarningMessage(
    l10n.t('{name} is open in Word or WPS.', { name: nameOf(file) }),
    {
      modal: true,
      detail: l10n.t(
        'Close it there first: what is saved here and what is saved there would overwrite each other.',
      ),
    },
    save,
  );
  return chosen === save;
}

/** @throws where the text is to be saved in another encoding: its document has its own */
function decode(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content).replace(/\r\n?/g, '\n');
  } catch {
    throw FileSystemError.NoPermissions(
      l10n.t('Not saved: the text of a document is saved in UTF-8; choose “Save with Encoding: UTF-8”.'),
    );
  }
}

function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?]/g, (mark) => `[${mark}]`);
}
