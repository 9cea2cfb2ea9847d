import type { Report, Section, TextEdit } from '../model/index.ts';
import { formatChineseOrdinal } from '../text/chineseNumerals.ts';
import { type Breach, fix, message, type RepeatedBreach, type Rule, repeating, replace } from './rule.ts';
import { otherPlaces } from './support/repeated.ts';

/** The sections stand in the form's order and carry the form's numbers. */
export const sectionOrder: Rule = {
  id: 'section-order',
  severity: 'warning',
  fix: 'offered',
  example: { right: '五、存在的主要问题及改进情况', wrong: '四、存在的主要问题及改进情况' },
  *check(report): Iterable<Breach | RepeatedBreach> {
    const ordinals = new Map(report.form.sections.map((section) => [section.id, section.ordinal]));
    let highest: Section | undefined;
    const unnumbered = repeating<Section>((sections) => [withoutNumerals(report, sections)]);
    const renumbered = repeating<Misnumbered>((sections) =>
      sections.length < FEWEST_TOGETHER ? sections.map(misnumbered) : [manyMisnumbered(sections)],
    );
    const seen = new Set<string>();
    for (const section of report.sections) {
      if (section.id === null || seen.has(section.id)) continue;
      seen.add(section.id);
      const expected = ordinals.get(section.id)!;
      if (highest && expected < ordinals.get(highest.id!)!) yield misplaced(section, highest);
      else highest = section;
      if (!section.hasNumeral) yield unnumbered(section.span, section);
      else if (section.ordinal !== expected) yield renumbered(section.span, { section, expected });
    }
  },
};

function misplaced(section: Section, after: Section): Breach {
  return {
    span: section.span,
    message: message('finding.section-order.place', { title: section.title, after: after.title }),
    related: [{ span: after.span, message: message('related.section', { title: after.title }) }],
  };
}

/** A section under another number than the form's. */
interface Misnumbered {
  readonly section: Section;
  readonly expected: number;
}

/** So many sections under other numbers have one cause: one that is left out, or was put in. */
const FEWEST_TOGETHER = 3;

function misnumbered(one: Misnumbered): Breach {
  const args = numbersOf(one);
  return {
    span: one.section.ordinalSpan,
    message: message('finding.section-order.number', args),
    fixes: [fix('fix.renumber', args, false, [renumber(one)])],
  };
}

function manyMisnumbered(sections: readonly [Misnumbered, ...Misnumbered[]]): Breach {
  const [first] = sections;
  const args = { ...numbersOf(first), count: sections.length };
  return {
    span: first.section.ordinalSpan,
    message: message('finding.section-order.numbers', args),
    related: otherPlaces(
      sections,
      ({ section }) => section.ordinalSpan,
      (one) => message('finding.section-order.number', numbersOf(one)),
    ),
    fixes: [fix('fix.renumber.many', args, false, sections.map(renumber))],
  };
}

function numbersOf({ section, expected }: Misnumbered): { title: string; expected: string; found: string } {
  return {
    title: section.title,
    expected: formatChineseOrdinal(expected),
    found: formatChineseOrdinal(section.ordinal),
  };
}

function renumber({ section, expected }: Misnumbered): TextEdit {
  return replace(section.ordinalSpan, formatChineseOrdinal(expected));
}

/** Titles under other numbers, or none, as automatic numbering leaves them: one fault with one fix. */
function withoutNumerals({ source }: Report, sections: readonly [Section, ...Section[]]): Breach {
  const numeralOf = ({ ordinal }: Section): string => `${formatChineseOrdinal(ordinal)}、`;
  const say = (section: Section): { title: string; expected: string; found: string } => ({
    title: section.title,
    expected: numeralOf(section),
    found: source.text.slice(section.ordinalSpan.start, section.ordinalSpan.end).trim(),
  });
  const ending = (section: Section): '' | '.none' => (say(section).found === '' ? '.none' : '');
  const [first] = sections;
  const args = { ...say(first), count: sections.length };
  const isOne = sections.length === 1;
  return {
    span: first.span,
    message: message(`finding.section-order.numeral${isOne ? '' : 's'}${ending(first)}`, args),
    related: otherPlaces(
      sections,
      ({ span }) => span,
      (section) => message(`related.section-order.numeral${ending(section)}`, say(section)),
    ),
    fixes: [
      fix(
        isOne ? 'fix.renumber' : 'fix.renumber.many',
        args,
        false,
        sections.map((section) => replace(section.ordinalSpan, numeralOf(section))),
      ),
    ],
  };
}
