/** 7. A full analysis of a report in each layout, against the same report with tabs. */
import { analyze } from '../../server/src/report/analyze.ts';
import { renderers, renderTables } from '../unit/support/layouts.ts';
import { tenKilobyteReport } from './material.ts';
import { printTable, ratioRow } from './table.ts';
import { inTurns } from './turns.ts';

const TURNS = { warmUp: 600, rounds: 600 };

export function measureLayouts(): void {
  const tabs = tenKilobyteReport();
  printTable(
    '7. Full analysis in each layout, against tabs',
    Object.entries(renderers).map(([name, render]) => {
      const text = renderTables(tabs, render);
      const timings = inTurns(
        () => analyze(text),
        () => analyze(tabs),
        TURNS,
      );
      return ratioRow(name, timings, 'p50 ≤ 3×');
    }),
  );
}
