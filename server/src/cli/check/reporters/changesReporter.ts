/** The list of changes, by file. */
import { listFixes } from '../../../changes.ts';
import { translate } from '../../texts.ts';
import { printableName, type Reporter, type ReporterSettings } from './reporter.ts';

/** A line for each change, below the name of its file. */
export function changesReporter({ locale }: ReporterSettings): Reporter {
  return {
    head: '',
    separator: '',
    render: (checked) => {
      const lines = listFixes(checked, locale).map((line) => `  ${line}\n`);
      return lines.length === 0 ? [] : [`${printableName(checked.file)}\n`, ...lines];
    },
    tail: ({ isEmpty }) => (isEmpty ? `${translate({ key: 'changes.none', args: {} }, locale)}\n` : ''),
  };
}
