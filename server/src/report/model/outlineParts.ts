/** What the lines of a report say of its parts: title, period, sections, topics. */
import type { SectionId, TopicId } from '../form/formModel.ts';
import type { Span } from '../text/span.ts';
import type { Table } from './boundTable.ts';

export interface Topic {
  /** `null` where it is none that the form asks for in its section. */
  readonly id: TopicId | null;
  /** Whether its title means the topic in words of its own: 依法申请公开. */
  readonly isReworded: boolean;
  readonly ordinal: number;
  readonly title: string;
  /** Number and title. */
  readonly span: Span;
  readonly titleSpan: Span;
  /** From the heading's line to the next heading. */
  readonly body: Span;
}

export interface Section {
  readonly id: SectionId | null;
  /** As printed; 一 is 1. The form's where there is no Chinese numeral. */
  readonly ordinal: number;
  readonly title: string;
  /** The heading line without leading and trailing space, markup included. */
  readonly span: Span;
  /** The Chinese numeral; without one, whatever number stands in front of the title, or the place in front of it. */
  readonly ordinalSpan: Span;
  readonly hasNumeral: boolean;
  readonly titleSpan: Span;
  /** Count of leading `#`, 0 for none. */
  readonly level: number;
  readonly wording: 'form' | 'accepted' | 'hinted' | 'unknown';
  /** From the end of the heading line to the next section heading or the end. */
  readonly body: Span;
  readonly topics: readonly Topic[];
  readonly tables: readonly Table[];
}

export interface Title {
  readonly span: Span;
  readonly text: string;
  readonly issuer: string | null;
  readonly issuerSpan: Span | null;
  readonly year: number | null;
  readonly yearSpan: Span | null;
}

/** What other form a text is on: a school's or an enterprise's, or one from before the government's. */
export type OtherForm = 'school' | 'enterprise' | 'earlier';

/** The statistical period that a report states. */
export interface Period {
  readonly span: Span;
  readonly text: string;
  readonly from: DateOfYear;
  readonly to: DateOfYear;
  /** Whether the sentence says that it is the statistical period. */
  readonly isNamed: boolean;
}

export interface DateOfYear {
  /** `null` where the period names no year, or a number that is none. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}
