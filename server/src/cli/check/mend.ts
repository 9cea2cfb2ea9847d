/** A report after its safe fixes, in the bytes of the file it came from. */
import { encode } from '../../files/encoding.ts';
import type { Document } from '../../files/readDocument.ts';
import { EditError } from '../../formats/error.ts';
import type { OpenDocument } from '../../formats/model.ts';
import { applySafeFixes, compatibleFixes, MOST_ROUNDS, safeFixes } from '../../report/edit/fixes.ts';
import type { Fix, Message, ReportAnalysis } from '../../report/model/index.ts';
import type { CheckedReport } from './checkedReport.ts';

export interface Mended extends Pick<CheckedReport, 'analysis' | 'fixed' | 'placeOf'> {
  /** What is to be written; `null` where nothing is. */
  readonly bytes: Uint8Array | null;
  /** Why some safe fixes were left out. */
  readonly trouble?: Message;
}

type Analyze = (text: string) => ReportAnalysis;

/** @throws LossyEncodingError where a text cannot be written in its encoding */
export async function mend({ text, content, opened }: Document, analyze: Analyze): Promise<Mended> {
  if (opened) return new Mending(opened, analyze).run();
  const { text: next, analysis, count } = applySafeFixes(text, analyze);
  return { analysis, fixed: count, bytes: next === text || content === null ? null : encode(next, content) };
}

/** Fixes of a document go into it one round after the other, each read again. */
class Mending {
  readonly #analyze: Analyze;
  #document: OpenDocument;
  #bytes: Uint8Array | null = null;
  #count = 0;
  #trouble: Message | null = null;
  /** What the document does not take. */
  readonly #refused = new Set<string>();

  constructor(document: OpenDocument, analyze: Analyze) {
    this.#document = document;
    this.#analyze = analyze;
  }

  async run(): Promise<Mended> {
    let analysis = this.#analyze(this.#document.text);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const fixes = this.#next(analysis);
      if (fixes.length === 0) break;
      if (await this.#write(fixes)) analysis = this.#analyze(this.#document.text);
    }
    const trouble = this.#trouble && { trouble: this.#trouble };
    const { placeOf } = this.#document;
    return { analysis, placeOf, fixed: this.#count, bytes: this.#bytes, ...trouble };
  }

  #next({ findings }: ReportAnalysis): readonly Fix[] {
    return compatibleFixes(safeFixes(findings).filter((fix) => !this.#refused.has(this.#keyOf(fix))));
  }

  /** Whether the fixes were written; if not, those that are to blame are known. */
  async #write(fixes: readonly Fix[]): Promise<boolean> {
    if (this.#document.edit === undefined) {
      this.#refuse(fixes, { key: 'format.refused.readOnly', args: {} });
      return false;
    }
    try {
      const { bytes, document } = await this.#document.edit(fixes.flatMap(({ edits }) => edits));
      this.#bytes = bytes;
      this.#document = document;
      this.#count += fixes.length;
      return true;
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      for (const { edit, reason } of error.refused)
        this.#refuse(
          fixes.filter(({ edits }) => edits.includes(edit)),
          reason,
        );
      return false;
    }
  }

  #refuse(fixes: readonly Fix[], reason: Message): void {
    for (const fix of fixes) this.#refused.add(this.#keyOf(fix));
    this.#trouble ??= reason;
  }

  /** Written fixes move others within their line at most. */
  #keyOf({ title, edits }: Fix): string {
    const { placeOf } = this.#document;
    return JSON.stringify([title, edits.map(({ span, newText }) => [placeOf(span.start), newText])]);
  }
}
