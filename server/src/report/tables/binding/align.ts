/**
 * Holds the rows of a table against the lines of the form: a sequence alignment on labels (Needleman–Wunsch with
 * free gaps), so that a missing, doubled, added or reworded row is each seen for what it is.
 */
import type { LineForm, TableForm } from '../../model/index.ts';
import { normalize, withoutOrdinal } from '../../text/normal.ts';
import type { Candidate } from './labels.ts';

const EXACT = 100;
/** Labels less alike than this are not taken for each other. */
const LEAST_LIKENESS = 0.6;
const LONGEST_COMPARED = 120;

export interface Alignment {
  /** By line of the form. */
  readonly bound: readonly (Candidate | undefined)[];
  readonly duplicates: readonly { readonly candidate: Candidate; readonly line: LineForm }[];
}

/** Binds candidates to the form's lines, in time linear in the number of candidates. */
export function align(candidates: readonly Candidate[], table: TableForm): Alignment {
  const bound = new Array<Candidate | undefined>(table.lines.length);
  const inOrder = isSteadilyExact(candidates);
  if (inOrder) for (const candidate of candidates) bound[candidate.exact!.index] = candidate;
  else for (const [candidate, line] of bestChain(candidates, table)) bound[line.index] = candidate;
  const duplicates: { candidate: Candidate; line: LineForm }[] = [];
  if (!inOrder) {
    const taken = new Set(bound);
    for (const candidate of candidates) {
      if (taken.has(candidate) || !candidate.exact) continue;
      const line = candidate.exact;
      if (bound[line.index]) duplicates.push({ candidate, line });
      else bound[line.index] = candidate;
    }
  }
  return { bound, duplicates };
}

function isSteadilyExact(candidates: readonly Candidate[]): boolean {
  let last = -1;
  for (const { exact } of candidates) {
    if (!exact || exact.index <= last) return false;
    last = exact.index;
  }
  return true;
}

function bestChain(candidates: readonly Candidate[], table: TableForm): [Candidate, LineForm][] {
  const width = table.lines.length + 1;
  const likeness = candidates.map((candidate) => table.lines.map((line) => likenessOf(candidate, line)));
  const best = new Float64Array((candidates.length + 1) * width);
  for (let i = 1; i <= candidates.length; i++) {
    for (let j = 1; j < width; j++) {
      const gap = Math.max(best[(i - 1) * width + j]!, best[i * width + j - 1]!);
      const score = likeness[i - 1]![j - 1]!;
      best[i * width + j] = score > 0 ? Math.max(gap, best[(i - 1) * width + j - 1]! + score) : gap;
    }
  }
  return trace(candidates, table, best, likeness);
}

function trace(
  candidates: readonly Candidate[],
  table: TableForm,
  best: Float64Array,
  likeness: readonly (readonly number[])[],
): [Candidate, LineForm][] {
  const width = table.lines.length + 1;
  const chain: [Candidate, LineForm][] = [];
  let i = candidates.length;
  let j = table.lines.length;
  while (i > 0 && j > 0) {
    const here = best[i * width + j]!;
    if (here === best[(i - 1) * width + j]) i--;
    else if (here === best[i * width + j - 1]) j--;
    else {
      if (likeness[i - 1]![j - 1]! > 0) chain.push([candidates[i - 1]!, table.lines[j - 1]!]);
      i--;
      j--;
    }
  }
  return chain;
}

function likenessOf(candidate: Candidate, line: LineForm): number {
  if (candidate.exact) return candidate.exact === line ? EXACT : 0;
  if (candidate.normal === '' || line.row === null) return 0;
  const name = nameOf(candidate.normal);
  if (isOfMore(name, line)) return 0;
  const likeness = compare(name, nameOf(normalize(line.label)));
  return likeness >= LEAST_LIKENESS ? likeness * EXACT * 0.9 : 0;
}

const NOTES = /\([^()]*\)/g;

/** What a label names: without its ordinal, in a circle too, and without notes, which speak of other rows as well. */
function nameOf(normal: string): string {
  const label = withoutOrdinal(normal).replace(/^\d{1,2}/, '');
  return label.replace(NOTES, '') || label;
}

/** Words that add nothing to a row's name. */
const EMPTY_WORDS = /^(?:[的数量类项件等]|情况|事项|决定|总数|合计|总计|信息)*$/;

/** Whether a label has a row's whole name and more, where rows have no numbers that tell them: 行政处罚听证 is a row of its own. */
function isOfMore(name: string, { label, accepted, recognised }: LineForm): boolean {
  const normal = normalize(label);
  if (withoutOrdinal(normal) !== normal) return false;
  return [label, ...accepted, ...recognised].map(normalize).some((own) => {
    const at = name.indexOf(own);
    return at !== -1 && !EMPTY_WORDS.test(name.slice(0, at) + name.slice(at + own.length));
  });
}

/** What makes another row of it: 其他主动公开文件, 其中：…, 非行政许可审批. */
const OTHERS = /^(?:其[他它中]|非|另|含|除)/;

function otherOf(name: string): string | undefined {
  return OTHERS.exec(name)?.[0].replace('它', '他');
}

/** 0 to 1: shared pairs of characters; a shortened label counts as alike, one of another row by its first word does not. */
function compare(a: string, b: string): number {
  if (otherOf(a) !== otherOf(b)) return 0;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  const fewer = Math.min(first.size, second.size);
  if (fewer === 0) return 0;
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared++;
  const dice = (2 * shared) / (first.size + second.size);
  const contained = fewer >= 3 ? (0.9 * shared) / fewer : 0;
  return Math.max(dice, contained);
}

function pairsOf(name: string): Set<string> {
  const text = name.slice(0, LONGEST_COMPARED);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}
