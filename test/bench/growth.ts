/** 3. The time per byte as a document grows, beside a Markdown parser's: flat means linear. */
import MarkdownIt from 'markdown-it';
import { analyze } from '../../server/src/report/analyze.ts';
import { tenKilobyteReport } from './material.ts';
import { percentile, printTable, type Row } from './table.ts';
import { time } from './turns.ts';

const COPIES = [1, 10, 100, 1000] as const;
const ROUNDS = 7;
const WARM_UP = 500;
/** As many bytes as the largest, so that every size is timed for as long. */
const MOST = Math.max(...COPIES);
const REPEATS_OF_SMALLEST = MOST / 10;

type Reader = (text: string) => unknown;

export function measureGrowth(): void {
  const one = tenKilobyteReport();
  const texts = COPIES.map((copies) => one.repeat(copies));
  const markdown = new MarkdownIt();
  const readers: readonly [Reader, Reader] = [analyze, (text) => markdown.parse(text, {})];
  for (const read of readers) {
    for (let i = 0; i < WARM_UP; i++) read(one);
    for (const text of texts) read(text);
  }
  const [measured, baseline] = readers.map((read) => mediansOf(read, texts)) as [number[], number[]];
  printTable(
    '3. Growth: time per byte, against one copy; beside it markdown-it, whose garbage is collected as well',
    COPIES.map((copies, index): Row => {
      const ratio = `${(measured[index]! / measured[0]!).toFixed(2)}×`;
      const [own, other] = [describe(measured, index), describe(baseline, index)];
      return { what: `${copies} copies`, measured: own, baseline: other, result: ratio, aim: '≤ 1.5×' };
    }),
  );
}

function mediansOf(read: Reader, texts: readonly string[]): number[] {
  const perByte = COPIES.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    texts.forEach((text, index) => {
      const repeats = Math.max(1, REPEATS_OF_SMALLEST / COPIES[index]!);
      perByte[index]!.push(nanosecondsPerByte(read, text, repeats));
    });
  }
  return perByte.map((times) => percentile(times, 0.5));
}

function nanosecondsPerByte(read: Reader, text: string, repeats: number): number {
  const spent = time(() => {
    for (let i = 0; i < repeats; i++) read(text);
  });
  return (spent * 1e6) / repeats / Buffer.byteLength(text);
}

function describe(medians: readonly number[], index: number): string {
  return `${medians[index]!.toFixed(1)} ns/byte (${(medians[index]! / medians[0]!).toFixed(2)}×)`;
}
