/** Where the texts of reports that are not open come from: a disk, or the client. */

export interface ReportFiles {
  /** Whether files of this URI can be read. */
  serves(uri: string): boolean;
  /** The files in a folder that may be reports, and the plans. Fails for a folder that cannot be read. */
  find(folder: string): Promise<readonly string[]>;
  /** A file's text; `null` where there is no such file any more, or it is no text. Never rejects. */
  read(uri: string): Promise<string | null>;
}

/** A URI as it is compared: what two programs escape differently is the same place. */
export function locationOfUri(uri: string): string {
  const plain = decode(uri);
  return /^file:\/\/\/[A-Za-z]:/.test(plain)
    ? plain.slice(0, 8) + plain[8]!.toLowerCase() + plain.slice(9)
    : plain;
}

/** A URI without percent escapes; one that is malformed as it is. */
export function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
