/** 3. The time per byte as a document grows: flat means linear. */
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

export function measureGrowth(): void {
  const one = tenKilobyteReport();
  const texts = COPIES.map((copies) => one.repeat(copies));
  for (let i = 0; i < WARM_UP; i++) analyze(one);
  for (const text of texts) analyze(text);
  const perByte = COPIES.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    texts.forEach((text, index) => {
      perByte[index]!.push(nanosecondsPerByte(text, Math.max(1, REPEATS_OF_SMALLEST / COPIES[index]!)));
    });
  }
  const medians = perByte.map((times) => percentile(times, 0.5));
  printTable(
    '3. Growth: time per byte',
    COPIES.map((copies, index): Row => {
      const own = `${medians[index]!.toFixed(1)} ns/byte`;
      const ratio = `${(medians[index]! / medians[0]!).toFixed(2)}×`;
      return { what: `${copies} copies`, measured: own, baseline: '1 copy', result: ratio, aim: '≤ 1.5×' };
    }),
  );
}

function nanosecondsPerByte(text: string, repeats: number): number {
  const spent = time(() => {
    for (let i = 0; i < repeats; i++) analyze(text);
  });
  return (spent * 1e6) / repeats / Buffer.byteLength(text);
}
