/** Takes a table's smallest explanations apart into faults that have nothing to do with each other. */
import { isSelfContained, mendedBy, type Shift, type System } from './system.ts';

/** Broken equations that are explained together, and the smallest sets of changes that do. */
export interface Block {
  readonly equations: readonly number[];
  readonly sets: readonly (readonly Shift[])[];
}

/**
 * The finest blocks that every smallest set falls into. A set's part in a block mends the block and nothing else, so
 * the parts can be chosen block by block: a table with two independent slips has two faults with an explanation each.
 */
export function partition(system: System, sets: readonly (readonly Shift[])[]): Block[] {
  const split = sets.map((set) => separateParts(system, set));
  const blockOf = join(split.flat().map((part) => mendedBy(system, part)));
  const blocks = new Map<number, { equations: number[]; sets: Map<string, readonly Shift[]> }>();
  for (const [equation, root] of blockOf) {
    if (equation === root) blocks.set(root, { equations: [], sets: new Map() });
    blocks.get(root)!.equations.push(equation);
  }
  for (const parts of split) {
    for (const [root, block] of blocks) {
      const own = parts.filter((part) => blockOf.get(mendedBy(system, part)[0]!) === root).flat();
      block.sets.set(keyOfCells(own), own);
    }
  }
  return [...blocks.values()].map(({ equations, sets: own }) => ({ equations, sets: [...own.values()] }));
}

/** The changes that mend something by themselves, and the rest together. */
function separateParts(system: System, set: readonly Shift[]): (readonly Shift[])[] {
  const alone = set.filter((shift) => isSelfContained(system, [shift]));
  const rest = set.filter((shift) => !alone.includes(shift));
  const parts = alone.map((shift): readonly Shift[] => [shift]);
  return rest.length > 0 ? [...parts, rest] : parts;
}

/** Groups that overlap become one: by member, the smallest member of its group. */
function join(groups: readonly (readonly number[])[]): Map<number, number> {
  const parent = new Map<number, number>();
  const find = (member: number): number => {
    let root = member;
    for (let up = parent.get(root)!; up !== root; up = parent.get(root)!) root = up;
    return root;
  };
  for (const group of groups) {
    for (const member of group) if (!parent.has(member)) parent.set(member, member);
    const roots = group.map(find);
    const least = Math.min(...roots);
    for (const root of roots) parent.set(root, least);
  }
  const members = [...parent.keys()].sort((a, b) => a - b);
  return new Map(members.map((member) => [member, find(member)]));
}

function keyOfCells(set: readonly Shift[]): string {
  return set
    .map(({ cell }) => cell)
    .sort((a, b) => a - b)
    .join();
}
