import type { TableLine, TextEdit } from '../model.ts';
import type { Report } from '../report.ts';
import { partsOf, rewriteParts } from './parts.ts';
import { type Breach, fix, message, type Rule, replace } from './rule.ts';

/** A row's label is the form's, but for spaces, brackets and the mark after its number. */
export const rowLabel: Rule = {
  id: 'row-label',
  severity: 'hint',
  fix: 'safe',
  example: { right: '2.其他法律行政法规禁止公开', wrong: '2.其他法律法规禁止公开' },
  *check(report: Report): Iterable<Breach> {
    for (const table of report.flawedTables) {
      for (const line of table.lines) {
        const first = line.wording === 'other' ? line.label[0] : undefined;
        if (!first) continue;
        const args = { expected: line.form.label, found: line.labelText };
        const edits = line.mayGoOn ? [] : rewording(report, line);
        yield {
          span: first,
          message: message('finding.row-label', args),
          fixes: edits.length > 0 ? [fix('fix.replace', args, true, edits)] : [],
        };
      }
    }
  },
};

/** Edits that make a label the form's: of its words only, where tags or numbers stand between them. */
function rewording({ source }: Report, { label, form }: TableLine): TextEdit[] {
  const parts = label.flatMap((span) => partsOf(source.text, span));
  if (parts.length === 1) return [replace(parts[0]!, form.label)];
  return rewriteParts(source.text, parts, form.label);
}
