/** Published reports rewritten in every layout: what is read before is read after, and which tables are refused. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { applyEdits } from '../../server/src/report/edit/fixes.ts';
import type { ReportAnalysis } from '../../server/src/report/model/index.ts';
import { type RewriteTarget, rewriteTables } from '../../server/src/report/rewrite/rewrite.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'reports');
const isThere = existsSync(folder);
const skip = isThere ? false : 'the real reports are not there';
const files = isThere
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!README)\.(?:txt|md)$/.test(name),
    )
  : [];

const read = (text: string): ReportAnalysis => analyze(text, { assumeReport: true });
const numbers = ({ tables }: ReportAnalysis): unknown =>
  tables.map(({ form, cells }) => [form.id, cells.map(({ state, value }) => [state, value])]);
const findings = ({ findings: found }: ReportAnalysis, isTidied: boolean): string[] =>
  found
    .filter(({ rule }) => !isTidied || rule !== 'row-label')
    .map(({ rule, message }) => JSON.stringify([rule, message]))
    .sort();

describe('every real report says the same', { skip }, () => {
  for (const file of files) {
    for (const target of ['tabs', 'pipes', 'html', 'tidy'] as const satisfies RewriteTarget[]) {
      it(`${file}: ${target}`, () => {
        const before = read(readFileSync(join(folder, file), 'utf8'));
        const rewriting = rewriteTables(before, before.tables, target, read);
        const after = read(applyEdits(before.source.text, rewriting.edits));
        assert.deepEqual(numbers(after), numbers(before));
        assert.deepEqual(findings(after, target === 'tidy'), findings(before, target === 'tidy'));
        for (const { table, reason } of rewriting.refused) {
          if (target === 'tidy' && reason.key === 'rewrite.refused.layout') continue;
          // Only fragments are refused: rows without columns, cut off within a row, garbled.
          assert.match(file, /^fragments/);
          assert.match(reason.key, /unknown$|changed$/, table.form.id);
        }
      });
    }
  }
});
