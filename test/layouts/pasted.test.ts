/** A block of numbers that was pasted into one cell of a table. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { applyEdits } from '../unit/support/edits.ts';
import { numbersOf, renderers, renderTables } from '../unit/support/layouts.ts';
import { balanceRules, sound } from '../unit/support/report.ts';

const lines = sound.split('\n');
const first = lines.findIndex((line) => line.startsWith('一、本年新收'));
const end = lines.findIndex((line) => line.startsWith('四、结转下年度')) + 1;
const NUMBERS = /(?:\d+\t){6}\d+$/;
const numbers = lines.slice(first, end).map((line) => NUMBERS.exec(line)![0]);
const labels = lines.slice(first, end).map((line) => line.replace(NUMBERS, ''));
const blanks = '\t'.repeat(6);

/** The sound report with the numbers from a row on pasted into its first cell; those above stand where they belong. */
function pastedInto(row: number, block: readonly string[] = numbers.slice(row)): string {
  const drafted = labels.map((label, at) => label + (at < row ? numbers[at] : blanks));
  drafted[row] = labels[row] + block.join('\n') + blanks;
  return [...lines.slice(0, first), ...drafted, ...lines.slice(end)].join('\n');
}

describe('a block of numbers pasted into a cell', () => {
  for (const row of [0, 1, 5, 20])
    it(`is said once, and laid into the rows from row ${row + 1} on`, () => {
      const text = pastedInto(row);
      const { findings } = analyze(text);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['numbers-unlabelled'],
      );
      const [{ message, fixes }] = findings as [(typeof findings)[0]];
      assert.equal(message.args.count, numbers.length - row - 1);
      assert.deepEqual(
        fixes.map(({ safe }) => safe),
        [false],
      );
      const laid = applyEdits(text, fixes[0]!.edits);
      assert.equal(laid, sound);
    });

  it('above its first row takes that in', () => {
    const drafted = labels.map((label) => label + blanks);
    const text = [...lines.slice(0, first), ...numbers, ...drafted, ...lines.slice(end)].join('\n');
    const [finding] = analyze(text).findings;
    assert.equal(finding?.rule, 'numbers-unlabelled');
    assert.equal(applyEdits(text, finding.fixes[0]!.edits), sound);
  });

  it('is taken into a table between pipes, too', () => {
    const pipes = renderers['Markdown with a separator row']!;
    const blank = '|  |  |  |  |  |  |  |';
    const drafted = labels.map((label, at) => (at === 0 ? label + numbers[at] : label + blanks));
    const rendered = renderTables(
      [...lines.slice(0, first), ...drafted, ...lines.slice(end)].join('\n'),
      pipes,
    );
    const own = renderTables(sound, pipes)
      .split('\n')
      .find((line) => line.includes('一、本年新收'))!;
    const text = rendered.replace(own, () =>
      [own, ...numbers.slice(1, -1), `${numbers.at(-1)} ${blank}`].join('\n'),
    );
    const [finding, ...others] = analyze(text).findings;
    assert.equal(finding?.rule, 'numbers-unlabelled');
    assert.deepEqual(others, []);
    const laid = applyEdits(text, finding.fixes[0]!.edits);
    assert.deepEqual(analyze(laid).findings, []);
    assert.deepEqual(numbersOf(laid), numbersOf(sound));
  });

  for (const [what, block] of [
    ['of fewer rows than are blank', numbers.slice(0, -1)],
    ['of more rows than are blank', [...numbers, numbers[0]!]],
    ['whose sums do not hold', [...numbers.slice(0, -1), '8\t2\t0\t1\t0\t1\t13']],
    ['without a column', [numbers[0]!, ...numbers.slice(1).map((row) => row.slice(row.indexOf('\t') + 1))]],
  ] as const)
    it(`${what} is said, without a fix, and no sum is judged`, () => {
      const { findings } = analyze(pastedInto(0, block));
      const own = findings.filter(({ rule }) => rule === 'numbers-unlabelled');
      assert.equal(own.length, 1);
      assert.deepEqual(own[0]!.fixes, []);
      assert.ok(findings.every(({ rule }) => !balanceRules.has(rule)));
    });

  it('with a note beside it is left where it is', () => {
    const text = pastedInto(0).replace(`${numbers[3]}\n`, `${numbers[3]} 已核\n`);
    assert.ok(
      analyze(text).findings.every(({ rule, fixes }) => rule !== 'numbers-unlabelled' || fixes.length === 0),
    );
  });
});
