/** The sound report with other prose: what stood there of numbers left out, a sentence put in. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../../server/src/report/analyze.ts';
import { changed } from './report.ts';

const silent = changed(
  ['年内制发行政规范性文件5件，废止2件，现行有效31件，', ''],
  [
    '全年新收政府信息公开申请187件，上年结转7件，办结182件，结转下年度继续办理12件。办结件中予以公开57件，部分公开19件，不予公开35件，无法提供41件，不予处理22件，其他处理8件。',
    '',
  ],
);

/** Where a sentence stands: at the end of a topic of section 一, or below a table. */
const places = {
  公开: '（一）主动公开情况。',
  申请: '（二）依申请公开情况。',
  保障: '（五）监督保障情况。',
  三: '三、收到和处理政府信息公开申请情况\n',
  四: '四、政府信息公开行政复议、行政诉讼情况\n',
  五: '五、存在的主要问题及改进情况\n',
} as const;
export type Place = keyof typeof places;

/** The report with a sentence at a place. */
export function textWith(place: Place, sentence: string): string {
  return silent.replace(
    places[place],
    (heading) => `${heading}${heading.endsWith('\n') ? '\n' : ''}${sentence}`,
  );
}

/** A report's findings, as `rule:words`. */
export function findingsIn(text: string): string[] {
  return analyze(text).findings.map(({ rule, span }) => `${rule}:${text.slice(span.start, span.end)}`);
}

/** A sentence, where it stands, and what is found in it. */
export type Judgement = readonly [place: Place, sentence: string, ...findings: readonly string[]];

/** Tests that sentences have these findings and no other. */
export function judge(name: string, judgements: readonly Judgement[]): void {
  describe(name, () => {
    for (const [place, sentence, ...findings] of judgements)
      it(`${place}: ${sentence}`, () => {
        const text = textWith(place, sentence);
        const untouched = findingsIn(textWith(place, ''));
        assert.deepEqual(
          findingsIn(text).filter(
            (finding) => !untouched.includes(finding) && !finding.startsWith('punctuation:'),
          ),
          findings,
        );
      });
  });
}
