/** Whose report it is: when two titles name the same body. */
import { normalize } from '../text/normal.ts';

/**
 * The normal form by which issuers are compared: characters simplified, one kind of bracket, no white space, nothing
 * else. 渠县 and 渠县人民政府办公室 are different bodies, and so are a body and the same one with （本级） behind it:
 * nothing is cut off and no beginning is compared.
 */
export function issuerKey(name: string): string {
  return normalize(name)
    .replace(/[[［【〔]/g, '(')
    .replace(/[\]］】〕]/g, ')');
}
