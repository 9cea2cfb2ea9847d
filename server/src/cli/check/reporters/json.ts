import { placeFindings, type Reporter, type ReporterSettings } from './reporter.ts';

/** An array with one finding a line: it can be read by machines as a whole and by `grep` in parts. */
export function jsonReporter({ locale }: ReporterSettings): Reporter {
  let isFirst = true;
  const separator = (): string => {
    const text = isFirst ? '\n' : ',\n';
    isFirst = false;
    return text;
  };
  return {
    begin: () => '[',
    report: (checked) =>
      placeFindings(checked, locale)
        .map(({ wire }) => separator() + JSON.stringify(wire))
        .join(''),
    end: () => (isFirst ? ']\n' : '\n]\n'),
  };
}
