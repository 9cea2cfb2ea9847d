import type { Report, Section } from '../model/index.ts';
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
    const seen = new Set<string>();
    for (const section of report.sections) {
      if (section.id === null || seen.has(section.id)) continue;
      seen.add(section.id);
      const expected = ordinals.get(section.id)!;
      if (highest && expected < ordinals.get(highest.id!)!) yield misplaced(section, highest);
      else highest = section;
      if (!section.hasNumeral) yield unnumbered(section.span, section);
      else if (section.ordinal !== expected) yield misnumbered(section, expected);
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

function misnumbered(section: Section, expected: number): Breach {
  const args = {
    title: section.title,
    expected: formatChineseOrdinal(expected),
    found: formatChineseOrdinal(section.ordinal),
  };
  return {
    span: section.ordinalSpan,
    message: message('finding.section-order.number', args),
    fixes: [fix('fix.renumber', args, false, [replace(section.ordinalSpan, args.expected)])],
  };
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
