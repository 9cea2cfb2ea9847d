/** The topics of section 一, in whatever way they are written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { fixed } from './support/edits.ts';
import { parts, reportOf, rulesIn } from './support/report.ts';

describe('topics of section 一', () => {
  const five = ['proactive', 'onRequest', 'management', 'platform', 'supervision'];
  const writings: readonly (readonly [what: string, pattern: RegExp, replacement: string])[] = [
    ['with half-width brackets', /^（([一二三四五])）/gm, '($1) '],
    ['in Markdown', /^（([一二三四五])）/gm, '### （$1）'],
    ['bold', /^（([一二三四五])）(.*?)。/gm, '**（$1）$2**。'],
    ['with a tab in front', /^（([一二三四五])）/gm, '\t（$1）'],
    ['with 方面 for 情况', /^(（[一二三四五]）.*?)情况。/gm, '$1方面：'],
    ['without a suffix, on a line of their own', /^(（[一二三四五]）.*?)情况。/gm, '$1\n'],
    ['in front of a paragraph', /^（[一二三四五]）(.*?)情况。/gm, '$1方面。'],
    ['with brackets behind a backslash', /^（([一二三四五])）(.*?)。/gm, '\\($1\\) $2。'],
    ['as points in bold', /^（[一二三四五]）(.*?)。/gm, '- **$1**：'],
    ['in bold alone', /^（[一二三四五]）(.*?)。/gm, '**$1。**'],
    ['in Markdown without a number', /^（[一二三四五]）(.*?)。/gm, '### $1\n\n'],
    ['on lines of their own without a number', /^（[一二三四五]）(.*?)。/gm, '$1\n'],
    ['with a number twice', /^（四）/gm, '（三）'],
    ['in two clauses', /^(（[一二三四五]）)(.*?)情况。/gm, '$1完善制度保障，做好$2工作\n\n'],
    ['in two clauses of a sentence', /^(（[一二三四五]）)(.*?)情况。/gm, '$1完善制度，做好$2。'],
    ['as points', /^（([一二三四五])）(.*?)情况。/gm, '$1是抓好$2。'],
    ['as points of one paragraph', /\n*^（([一二三四五])）(.*?)情况。/gm, '$1是抓好$2。'],
    ['in other words', /^（二）依申请公开情况。/m, '（二）依法办理公开申请。'],
    ['as websites', /^（四）政府信息公开平台建设情况。/m, '（四）政府网站建设。'],
    ['as training', /^（五）监督保障情况。/m, '（五）加强组织领导和业务培训。'],
  ];
  for (const [what, pattern, replacement] of writings) {
    it(`are found ${what}`, () => {
      const text = reportOf({ overview: parts.overview.replace(pattern, replacement) });
      assert.deepEqual(topicsOf(text), five);
      assert.ok(!rulesIn(text).includes('topic-missing'));
    });
  }

  for (const mark of ['.', '、']) {
    it(`are found numbered 1${mark}`, () => {
      let number = 0;
      const overview = parts.overview.replace(/^（[一二三四五]）/gm, () => `${++number}${mark}`);
      assert.deepEqual(topicsOf(reportOf({ overview })), five);
    });
  }

  it('one that is missing among points of a paragraph is put behind it', () => {
    const points = '有序推进。一是抓好主动公开。二是办好依申请公开。三是加强信息管理。四是抓好监督保障。';
    const text = fixed(reportOf({ overview: `一、总体情况\n\n${points}\n\n` }), 'topic-missing');
    assert.ok(text.includes('四是抓好监督保障。\n\n（四）政府信息公开平台建设\n\n'));
  });

  it('are found with other numbers under a heading that names none', () => {
    let number = 0;
    const overview = parts.overview
      .replace(/^（[一二三四五]）/gm, () => `${++number}.`)
      .replace('1.', '（一）健全工作机制\n\n1.');
    assert.deepEqual(topicsOf(reportOf({ overview })), five);
  });

  it('one that is missing is one finding with its heading to insert', () => {
    const text = reportOf({ overview: parts.overview.replace(/^（三）.*\n\n/m, '') });
    assert.deepEqual(rulesIn(text), ['topic-missing']);
  });

  it('two in one heading are both there', () => {
    const overview = parts.overview
      .replace('（四）政府信息公开平台建设情况。', '（四）平台建设和监督保障情况。')
      .replace('（五）监督保障情况。', '')
      .replace('（一）主动公开情况。', '（一）主动公开、依申请公开情况。')
      .replace('（二）依申请公开情况。', '');
    assert.deepEqual(rulesIn(reportOf({ overview })), []);
  });

  it('what a long sentence names behind its first comma is no topic', () => {
    const long = '（一）依法做好各项工作，全年主动公开政府信息、办理依申请公开和加强平台建设都有了新的进展。';
    const overview = parts.overview.replace('（一）主动公开情况。', long).replace('（五）监督保障情况。', '');
    assert.deepEqual(topicsOf(reportOf({ overview })), [null, ...five.slice(1, -1)]);
  });

  const points = ['主动公开方面', '依申请公开方面', '政府信息管理方面', '平台建设方面', '监督保障方面'];
  const texts: readonly (readonly [what: string, body: string])[] = [
    ['in a paragraph', points.map((point, at) => `${'一二三四五'[at]}是${point}。有序推进。`).join('')],
    [
      'in a paragraph that lost its marks',
      `有序推进。${points.map((point, at) => `${'一二三四五'[at]}是${point}。有序推进`).join('')}`,
    ],
    [
      'in a paragraph behind （一）',
      points.map((point, at) => `（${'一二三四五'[at]}）${point}。有序推进。`).join(''),
    ],
    ['in a paragraph behind 1.', points.map((point, at) => `${at + 1}.${point}：有序推进；`).join('')],
    ['in a paragraph behind ①', points.map((point, at) => `${'①②③④⑤'[at]}${point}：有序推进；`).join('')],
    ['in a paragraph in bold', points.map((point) => `**${point}。**有序推进。`).join('')],
    ['in sentences', points.map((point) => `在${point}，有序推进。`).join('')],
    [
      'in sentences that count',
      points
        .map((point, at) => `${['首先', '其次', '再次', '此外', '最后'][at]}，${point}，有序推进。`)
        .join(''),
    ],
    ['as 第一，', points.map((point, at) => `第${'一二三四五'[at]}，${point}。有序推进。`).join('\n')],
    ['behind ①', points.map((point, at) => `${'①②③④⑤'[at]}${point}。有序推进。`).join('\n')],
    ['behind （1）', points.map((point, at) => `（${at + 1}）${point}\n有序推进。`).join('\n')],
    [
      'behind 一是 with items of their own below',
      points.map((point, at) => `${'一二三四五'[at]}是${point}\n1.网站：3条。\n2.新媒体：1条。`).join('\n'),
    ],
    [
      'numbered, but for one that is only bold',
      points
        .map((point, at) => (at === 3 ? `**${point}**` : `（${'一二三四五'[at]}）${point}`))
        .join('\n好。\n'),
    ],
  ];
  for (const [what, body] of texts) {
    it(`are found ${what}, and are no fault`, () => {
      const text = reportOf({ overview: `一、总体情况\n\n${body}\n\n` });
      assert.deepEqual(topicsOf(text), five);
      const isOther = (rule: string): boolean => rule !== 'punctuation';
      assert.deepEqual(rulesIn(text).filter(isOther), []);
    });
  }

  const reworded: readonly (readonly [title: string, instead: string])[] = [
    ['（二）依申请公开情况。', '（二）依法申请公开情况。'],
    ['（三）政府信息管理情况。', '（三）政府信息整理情况。'],
    ['（四）政府信息公开平台建设情况。', '（四）公开阵地打造。'],
    ['（五）监督保障情况。', '（五）强化监管。'],
    ['（二）依申请公开情况。', '依法申请公开\n'],
  ];
  for (const [title, instead] of reworded) {
    it(`in other words are a hint, not missing: ${instead}`, () => {
      assert.ok(parts.overview.includes(title), title);
      const text = reportOf({ overview: parts.overview.replace(title, instead) });
      assert.deepEqual(topicsOf(text), five);
      assert.deepEqual(rulesIn(text), ['section-title']);
    });
  }

  it('that are something else are missing', () => {
    const other = parts.overview.replace('（五）监督保障情况。', '（五）群众咨询和投诉处理情况。');
    assert.deepEqual(rulesIn(reportOf({ overview: other })), ['topic-missing']);
  });

  it('none at all is one finding', () => {
    const text = reportOf({ overview: '一、总体情况\n\n2025年，我办依法公开政府信息。\n\n' });
    assert.deepEqual(rulesIn(text), ['topic-missing']);
  });
});

function topicsOf(text: string): (string | null)[] {
  return analyze(text).sections[0]!.topics.map((topic) => topic.id);
}
