import { placeFindings, type Reporter, type ReporterSettings } from './reporter.ts';

/** An array with one finding a line: it can be read by machines as a whole and by `grep` in parts. */
export function jsonReporter({ locale }: ReporterSettings): Reporter {
  return {
    head: '[',
    separator: ',',
    render: (checked) => placeFindings(checked, locale).map(({ wire }) => `\n${JSON.stringify(wire)}`),
    tail: ({ isEmpty }) => (isEmpty ? ']\n' : '\n]\n'),
  };
}
