/** 2. A full analysis, against what a Markdown parser takes for the same text, and against splitting it alone. */
import MarkdownIt from 'markdown-it';
import { analyze } from '../../server/src/report/analyze.ts';
import { tenKilobyteReport } from './material.ts';
import { printTable, ratioRow } from './table.ts';
import { inTurns } from './turns.ts';

const TURNS = { warmUp: 6000, rounds: 3000 };

export function measureAnalysis(): void {
  const text = tenKilobyteReport();
  const markdown = new MarkdownIt();
  printTable('2. Full analysis of a 10 KB report', [
    ratioRow(
      'against markdown-it parsing it',
      inTurns(
        () => analyze(text),
        () => markdown.parse(text, {}),
        TURNS,
      ),
      'p50 ≤ 1.5×',
    ),
    ratioRow(
      'against splitting it into lines and cells',
      inTurns(
        () => analyze(text),
        () => text.split(/\r\n|\n|\r/).map((line) => line.split('\t')),
        TURNS,
      ),
      '',
    ),
  ]);
}
