import type { AnalysisOptions, ReportAnalysis } from './model.ts';

/**
 * Reads and checks one report. A function: the same text and options give the same analysis.
 *
 * @param text the document, any string; never throws, linear in its length
 * @param options severities per rule, and whether the text is Markdown
 */
export function analyze(_text: string, _options: AnalysisOptions = {}): ReportAnalysis {
  throw new Error('under construction');
}
