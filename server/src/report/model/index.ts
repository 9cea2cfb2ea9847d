/**
 * The vocabulary of an analysed report: plain values that all parts of the program share.
 *
 * Offsets are UTF-16 code units into the text that was analysed; a span is half-open.
 * Invariant: nothing here knows LSP, an editor or Node, or a room above `form/`.
 */
export type * from '../form/formModel.ts';
export type * from '../text/span.ts';
export type * from './balance.ts';
export type * from './boundTable.ts';
export type * from './finding.ts';
export type * from './others.ts';
export type * from './outlineParts.ts';
export type * from './prose.ts';
export type * from './proseClaim.ts';
export type * from './report.ts';
export type * from './shown.ts';
