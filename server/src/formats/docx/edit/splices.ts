/** Changes as splices of the part's text: of a `w:t` its characters, or of a run what tracks the change (17.13.5). */
import type { Span, TextEdit } from '../../../report/model/index.ts';
import type { WrittenText } from '../wordModel.ts';
import { rawOffset } from './rawOffset.ts';
import type { Change, EditReason, Filling, Rewriting } from './wordChanges.ts';

export const AUTHOR = 'Disclosure Report';

/** How changes are tracked: when they were made, and the next number for one. */
export interface Tracker {
  readonly date: Date;
  nextId: number;
}

/** @param tracker `null` where changes are not tracked */
export function splicesOf(
  source: string,
  changes: readonly Change[],
  tracker: Tracker | null,
): readonly TextEdit[] | EditReason {
  const writer = new Writer(source, tracker);
  const splices: TextEdit[] = [];
  for (const change of changes) {
    const own = change.kind === 'filling' ? writer.fill(change) : writer.rewrite(change);
    if (typeof own === 'string') return own;
    splices.push(...own);
  }
  return splices;
}

class Writer {
  readonly #source: string;
  readonly #tracker: Tracker | null;

  constructor(source: string, tracker: Tracker | null) {
    this.#source = source;
    this.#tracker = tracker;
  }

  /** A run in a paragraph without any takes the look of the paragraph's mark. */
  fill({ source, newText }: Filling): readonly TextEdit[] {
    const { prefix, tag, isEmpty, end, markProperties } = source;
    const look = markProperties.map(({ start, end: to }) => this.#source.slice(start, to)).join('');
    const run = this.#tracked('ins', prefix, runOf(prefix, look, 't', newText));
    if (!isEmpty) return [{ span: { start: end, end }, newText: run }];
    return [{ span: { start: tag.end - 2, end: tag.end }, newText: `>${run}</${prefix}p>` }];
  }

  rewrite({ written, span, newText }: Rewriting): readonly TextEdit[] | EditReason {
    const raw = this.#rawSpan(written, span);
    if (raw === null) return 'notText';
    return this.#tracker === null
      ? this.#replace(written, raw, newText)
      : this.#track(written, { raw, old: written.text.slice(span.start, span.end), newText });
  }

  #rawSpan({ source }: WrittenText, { start, end }: Span): Span | null {
    const raw = this.#source.slice(source.start, source.end);
    const [from, to] = [rawOffset(raw, start), rawOffset(raw, end)];
    return from === null || to === null ? null : { start: source.start + from, end: source.start + to };
  }

  #replace(written: WrittenText, raw: Span, newText: string): readonly TextEdit[] {
    const { start, end } = written.source;
    const next = this.#source.slice(start, raw.start) + newText + this.#source.slice(raw.end, end);
    return [...keepingSpace(written, next), { span: raw, newText: encode(newText) }];
  }

  /** Ends the run in front of the change and begins another of the same look behind it. */
  #track(
    written: WrittenText,
    { raw, old, newText }: { raw: Span; old: string; newText: string },
  ): readonly TextEdit[] {
    const { prefix, properties } = written.run;
    const look = properties === null ? '' : this.#source.slice(properties.start, properties.end);
    const deleted = old === '' ? '' : this.#tracked('del', prefix, runOf(prefix, look, 'delText', old));
    const fresh = newText === '' ? '' : runOf(prefix, look, 't', newText);
    // What somebody else put in is still their insertion, other words in it.
    const inserted = fresh === '' || written.isInserted ? fresh : this.#tracked('ins', prefix, fresh);
    if (this.#isWhole(written, raw)) return [{ span: written.run.span, newText: deleted + inserted }];
    const close = `</${prefix}t></${prefix}r>`;
    const reopen = `<${prefix}r>${look}<${prefix}t xml:space="preserve">`;
    return [
      ...keepingSpace(written, this.#source.slice(written.source.start, raw.start)),
      { span: raw, newText: close + deleted + inserted + reopen },
    ];
  }

  /** Whether a run has nothing but these characters. */
  #isWhole({ run, tag, source }: WrittenText, raw: Span): boolean {
    const before = this.#source.slice(run.properties?.end ?? run.span.start, tag.start);
    const behind = this.#source.slice(source.end, run.span.end);
    const isAlone = run.properties === null ? /^<[^<]*$/.test(before) : before === '';
    return isAlone && raw.start === tag.end && raw.end === source.end && behind.split('<').length === 3;
  }

  #tracked(kind: 'ins' | 'del', prefix: string, run: string): string {
    if (this.#tracker === null) return run;
    const id = this.#tracker.nextId++;
    const date = this.#tracker.date.toISOString().replace(/\.\d+Z$/, 'Z');
    const attributes = `${prefix}id="${id}" ${prefix}author="${AUTHOR}" ${prefix}date="${date}"`;
    return `<${prefix}${kind} ${attributes}>${run}</${prefix}${kind}>`;
  }
}

function runOf(prefix: string, look: string, element: 't' | 'delText', text: string): string {
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}r>${look}<${prefix}${element}${space}>${encode(text)}</${prefix}${element}></${prefix}r>`;
}

/** Spaces at the ends count only where the tag says so. */
function keepingSpace({ tag, keepsSpace }: WrittenText, text: string): readonly TextEdit[] {
  if (keepsSpace || !/^\s|\s$/.test(text)) return [];
  return [{ span: { start: tag.end - 1, end: tag.end - 1 }, newText: ' xml:space="preserve"' }];
}

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
