/** Where sentences end, and which of them matter. */
import { characters, is } from './characters.ts';
import type { Pieces } from './tokens.ts';
import { kind, piece } from './words.ts';

/** Where the sentence ends that begins at a place. */
export function sentenceEnd({ text, codes }: Pieces, start: number): number {
  let at = start;
  while (at < text.length && (characters[codes[at]!]! & is.end) === 0) at++;
  return at;
}

/** What sentences about tables, and about wholes and their parts, have one of. */
const TELLING =
  kind.onRequest |
  kind.request |
  kind.published |
  kind.receive |
  kind.handle |
  kind.process |
  kind.carry |
  kind.result |
  kind.applicant |
  kind.proceeding |
  kind.outcome |
  kind.document |
  kind.file |
  kind.stage |
  kind.decision |
  kind.share |
  kind.part |
  kind.rest;

/** Whether a sentence can be about the tables, or lists parts: others say nothing about those that follow. */
export function tells({ words, length }: Pieces): boolean {
  let kinds = 0;
  let sorts = 0;
  for (let index = 0; index < length; index++) {
    kinds |= words[index]!.kind;
    sorts |= words[index]!.piece;
  }
  return (kinds & TELLING) !== 0 && ((sorts & piece.number) !== 0 || (kinds & kind.negation) !== 0);
}
