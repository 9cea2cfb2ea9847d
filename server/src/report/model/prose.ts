/** The prose of a report: paragraphs, whatever line breaks and markup lie between their words. */
import type { SectionId, TopicId } from '../form/formModel.ts';
import type { Line } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

export interface ProseParagraph {
  readonly lines: readonly Line[];
  /** From its first character to its last. */
  readonly span: Span;
  /** `null` in front of the first section, and in one that the form does not know. */
  readonly section: SectionId | null;
  readonly topic: TopicId | null;
  /** Whether a heading or a table stands behind it: its last line ends it for sure. A text may be cut off. */
  readonly isClosed: boolean;
}
