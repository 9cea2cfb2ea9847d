/** Word documents in a web worker: what writes them is not there. */
import { FormatError } from '../formats/error.ts';

export function publishDocx(): Promise<Uint8Array> {
  throw new FormatError('noWordHere');
}
