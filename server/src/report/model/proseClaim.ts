/** What the prose says of the tables. */
import type { Span } from '../text/span.ts';
import type { Table } from './boundTable.ts';

/** A cell that a reading adds or takes away. */
export interface ClaimTerm {
  /** Its `CellForm.index`. */
  readonly index: number;
  readonly sign: 1 | -1;
}

/** One thing that a number in prose can mean: a sum of cells. */
export interface Reading {
  readonly table: Table;
  readonly terms: readonly ClaimTerm[];
  /** `null` where a cell is unknown. */
  readonly value: number | null;
}

/** A number in prose that speaks of a table, or a statement in words that there was none (未收到申请). */
export interface Claim {
  /** The number without its unit; of a statement its words. */
  readonly span: Span;
  /** 0 for a statement. */
  readonly value: number;
  readonly isStatement: boolean;
  /** What it can mean, the likeliest first. */
  readonly readings: readonly Reading[];
  /** The reading that it agrees with, the table's slips mended; `null` where there is none. */
  readonly reading: Reading | null;
  /** Whether no reading reconciles it with the tables, and all of them are known. */
  readonly isWrong: boolean;
}

/** A whole and its parts that cannot both be right. */
export interface WrongBreakdown {
  /** Parts that claim to be all there are do not add up to it; they exceed it; or they lack one or two of it. */
  readonly fault: 'unequal' | 'exceeding' | 'short';
  readonly whole: { readonly span: Span; readonly value: number };
  readonly parts: readonly { readonly span: Span; readonly value: number }[];
  readonly sum: number;
}

/** A share that does not follow from its two numbers, or only cut off instead of rounded. */
export interface WrongShare {
  /** The number in front of %. */
  readonly span: Span;
  readonly found: string;
  readonly expected: string;
  readonly difference: string;
  readonly part: { readonly span: Span; readonly value: number };
  /** No place where only the table says it. */
  readonly whole: { readonly span: Span | null; readonly value: number };
  /** Cut off or rounded the other way: no more than one in the last digit. */
  readonly isRounding: boolean;
}

/** What came of reading the prose and holding it against the tables. */
export interface Verdict {
  readonly claims: readonly Claim[];
  readonly breakdowns: readonly WrongBreakdown[];
  readonly shares: readonly WrongShare[];
}
