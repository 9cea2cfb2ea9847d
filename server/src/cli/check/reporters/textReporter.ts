/** The format for people. */
import { type Locale, shownRule } from '../../../l10n.ts';
import { sayPlace } from '../../../places.ts';
import { printable } from '../../../printable.ts';
import type { MessageArguments, Severity, TextKey } from '../../../report/model/index.ts';
import type { SourceText } from '../../../report/text/text.ts';
import { translate } from '../../texts.ts';
import { SEVERITIES } from '../options.ts';
import type { Tally } from '../tally.ts';
import type { WireFinding, WireRange } from '../wire.ts';
import { excerpt } from './excerpt.ts';
import {
  type PlacedFinding,
  placeFindings,
  printableName,
  type Reporter,
  type ReporterSettings,
} from './reporter.ts';

/** Where output does not go to a terminal. */
const USUAL_COLUMNS = 100;
/** A sum of twenty-one addends would bury the finding it explains. */
const MOST_RELATED = 5;

const COLORS = { error: 31, warning: 33, information: 36, hint: 90, bold: 1, dim: 2 } as const;
type Paint = (style: keyof typeof COLORS, text: string) => string;
type Say = (key: TextKey, args?: MessageArguments) => string;

/** Findings with the line they stand on, for a terminal or a log, and a summary at the end. */
export function textReporter({ locale, useColor, columns }: ReporterSettings): Reporter {
  const paint: Paint = (style, text) => (useColor ? `\u001b[${COLORS[style]}m${text}\u001b[0m` : text);
  const say: Say = (key, args = {}) => translate({ key, args }, locale);
  const view = new View(paint, say, locale, columns ?? USUAL_COLUMNS);
  return {
    head: '',
    separator: '',
    render: (checked) => placeFindings(checked, locale).map((placed) => `${view.finding(placed)}\n`),
    tail: ({ tally }) => `${summarize(tally, say, locale)}\n`,
    saysOfNone: true,
  };
}

class View {
  readonly #paint: Paint;
  readonly #say: Say;
  readonly #locale: Locale;
  readonly #columns: number;

  constructor(paint: Paint, say: Say, locale: Locale, columns: number) {
    this.#paint = paint;
    this.#say = say;
    this.#locale = locale;
    this.#columns = columns;
  }

  finding({ wire, source }: PlacedFinding): string {
    const severity = this.#paint(wire.severity, this.#say(`cli.severity.${wire.severity}`));
    const head = `${this.#place(wire)}  ${severity}  ${this.#paint('dim', shownRule(wire.rule, this.#locale))}`;
    const gutter = String(wire.range.start.line + 1).length + 1;
    return [
      head,
      `  ${this.#paint('bold', printable(wire.message))}`,
      ...this.#source(source, wire.range, wire.severity, gutter),
      ...this.#related(wire.related),
      ...this.#fix(wire.fixes),
      '',
    ].join('\n');
  }

  /** A document's lines are nobody's but ours. */
  #place({ file, range: { start }, place }: WireFinding): string {
    const at = place
      ? ` ${printable(sayPlace(place, this.#locale))}`
      : `${start.line + 1}:${start.character + 1}`;
    return this.#paint('bold', `${printableName(file)}:${at}`);
  }

  #source(source: SourceText, { start, end }: WireRange, severity: Severity, gutter: number): string[] {
    const lineStart = source.lineStarts[start.line]!;
    const text = source.text.slice(lineStart, source.lineEnd(start.line));
    const markEnd = end.line === start.line ? end.character : text.length;
    const { line, indent, width } = excerpt(text, start.character, markEnd, this.#columns - gutter - 5);
    const bar = this.#paint('dim', '│');
    const number = this.#paint('dim', String(start.line + 1).padStart(gutter));
    const mark = this.#paint(severity, '^'.repeat(width));
    return [
      ` ${number} ${bar} ${line}`.trimEnd(),
      ` ${' '.repeat(gutter)} ${bar} ${' '.repeat(indent)}${mark}`,
    ];
  }

  #related(related: PlacedFinding['wire']['related']): string[] {
    const lines = related.slice(0, MOST_RELATED).map(({ message, range: { start }, file }) => {
      const inFile = file === undefined ? '' : `${printableName(file)}:`;
      const place = this.#paint('dim', `${inFile}${start.line + 1}:${start.character + 1}`);
      return `    ${place}  ${printable(message)}`;
    });
    const more = related.length - lines.length;
    return more > 0
      ? [...lines, `    ${this.#paint('dim', this.#say('cli.text.more', { count: more }))}`]
      : lines;
  }

  #fix([best]: PlacedFinding['wire']['fixes']): string[] {
    if (best === undefined) return [];
    const key = best.safe ? 'cli.text.safeFix' : 'cli.text.fix';
    return [`  ${this.#say(key, { title: printable(best.title) })}`];
  }
}

function summarize({ reports, fixed, fixable, counts }: Tally, say: Say, locale: Locale): string {
  if (reports === 0) return say('cli.text.noReports');
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  const list = present.map((severity) => say(`cli.count.${severity}`, { count: counts[severity] }));
  const found = list.length === 0 ? say('cli.text.nothing') : list.join(locale === 'zh-cn' ? '，' : ', ');
  const lines = [say('cli.text.summary', { reports, found })];
  if (fixed > 0) lines.push(say('cli.text.fixed', { count: fixed }));
  if (fixable > 0) lines.push(say('cli.text.fixable', { count: fixable }));
  return lines.join('\n');
}
