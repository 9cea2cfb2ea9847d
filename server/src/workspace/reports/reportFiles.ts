import { documentOf, unescaped } from './documentUri.ts';

/** Where the texts of reports that are not open come from: a disk, or the client. */

export interface ReportFiles {
  /** Whether files of this URI can be read. */
  serves(uri: string): boolean;
  /**
   * The files in a folder that may be reports, and the plans; none where there is no such folder.
   *
   * @param root the folder of the workspace that it is in, or is: what is left out there is left out here
   */
  find(folder: string, root: string): Promise<readonly string[]>;
  /** A file's text; `null` where there is no such file any more, or it is no text. Never rejects. */
  read(uri: string): Promise<string | null>;
  /** Where a file is, as `locationOfUri`, whichever of its names is given: a link is the file that it points to. */
  locate(uri: string): string;
}

/** Where documents are, as whoever can read them knows; of others the URI says it. */
export function locatorOf(files: readonly ReportFiles[]): (uri: string) => string {
  return (shown) => {
    const uri = documentOf(shown);
    return files.find((each) => each.serves(uri))?.locate(uri) ?? locationOfUri(uri);
  };
}

/** A URI as it is compared: what two programs escape differently is the same place. */
export function locationOfUri(uri: string): string {
  const plain = unescaped(uri);
  return /^file:\/\/\/[A-Za-z]:/.test(plain)
    ? plain.slice(0, 8) + plain[8]!.toLowerCase() + plain.slice(9)
    : plain;
}
