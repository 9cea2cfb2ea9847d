/** Findings as plain JSON, with places as in LSP. */
import type { Locale } from '../../l10n.ts';
import { type NamedPlace, namePlace } from '../../places.ts';
import type { Finding, Severity, Span } from '../../report/model/index.ts';
import type { Position, SourceText } from '../../report/text/text.ts';
import { translate } from '../texts.ts';
import type { CheckedReport } from './checkedReport.ts';

export interface WireRange {
  readonly start: Position;
  readonly end: Position;
}

export interface WireRelated {
  readonly message: string;
  readonly range: WireRange;
  /** Only of something in another file. */
  readonly file?: string;
}

/** One finding of `check --format json`; other programs rely on its shape. */
export interface WireFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: WireRange;
  /** Only of a file that is no text: `range` is in the text that was read from it. */
  readonly place?: NamedPlace;
  readonly related: readonly WireRelated[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: WireRange; readonly newText: string }[];
  }[];
}

/** Zero-based lines, UTF-16 characters. */
export function toWireRange(source: SourceText, span: Span): WireRange {
  return { start: source.positionAt(span.start), end: source.positionAt(span.end) };
}

/** A finding in the shape of `check --format json`. */
export function toWire(
  finding: Finding,
  { analysis, file, placeOf }: CheckedReport,
  locale: Locale,
): WireFinding {
  const range = (span: Span): WireRange => toWireRange(analysis.source, span);
  const { start } = finding.span;
  return {
    file,
    rule: finding.rule,
    severity: finding.severity,
    message: translate(finding.message, locale),
    range: range(finding.span),
    ...(placeOf && { place: namePlace(placeOf(start), analysis, start) }),
    related: finding.related.map(({ message, span, elsewhere }) => {
      const said = translate(message, locale);
      if (elsewhere === undefined) return { message: said, range: range(span) };
      const { start, end, document } = elsewhere;
      return { message: said, range: { start, end }, file: document };
    }),
    fixes: finding.fixes.map((fix) => ({
      title: translate(fix.title, locale),
      safe: fix.safe,
      edits: fix.edits.map((edit) => ({ range: range(edit.span), newText: edit.newText })),
    })),
  };
}
