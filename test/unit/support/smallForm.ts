/** An invented form of an invented kind of report: small, and without a word in common with the project's own forms. */
import { buildForm } from '../../../server/src/report/form/build.ts';
import type { FormDescription, TableDescription } from '../../../server/src/report/form/description.ts';

const patrols: TableDescription = {
  id: 'patrols',
  section: 'patrolling',
  captions: ['河长级别'],
  blocks: [
    {
      title: '',
      corner: '河湖类别',
      columns: [
        { id: 'city', label: '市级河长', groups: ['河长级别'] },
        { id: 'county', label: '县级河长', groups: ['河长级别'] },
        { id: 'village', label: '村级河长', groups: ['河长级别'] },
        { id: 'sum', label: '巡河合计' },
      ],
      lines: [
        { row: 'mainStreams', label: '（一）干流巡查', groups: ['甲、河流'] },
        {
          row: 'tributaries',
          label: '（二）支流巡查',
          groups: ['甲、河流'],
          accepted: ['（二）支流和沟渠巡查'],
          recognised: ['（二）支沟巡查'],
        },
        { row: 'lakes', label: '（三）湖泊水库巡查' },
        { row: 'all', label: '（四）全部巡查' },
      ],
    },
  ],
  equations: [
    {
      rule: 'handled-total',
      each: 'column',
      left: ['mainStreams', 'tributaries', 'lakes'],
      right: ['all'],
      total: 'all',
    },
    { rule: 'row-total', each: 'row', left: ['city', 'county', 'village'], right: ['sum'], total: 'sum' },
  ],
};

const stages = [
  { id: 'planned', label: '计划处数' },
  { id: 'done', label: '完成处数' },
];

const works: TableDescription = {
  id: 'works',
  section: 'clearing',
  blocks: [
    {
      title: '',
      columns: [
        ...stages.map((column) => ({ ...column, row: 'litter', groups: ['清理垃圾'] })),
        ...stages.map((column) => ({ ...column, row: 'banks', groups: ['修复岸线'] })),
      ],
      lines: [{ row: null, label: '' }],
    },
  ],
  equations: [],
};

const description: FormDescription = {
  id: 'rivers-2031',
  years: [2031, null],
  document: '水管函〔2031〕7号',
  documentTitle: '关于印发河湖管护工作年度报告样式的通知',
  documentMark: '年度报告样式',
  reportTitle: { words: '河湖管护工作年度报告', spoken: /河湖管护.{0,4}年度报告/ },
  sections: [
    {
      id: 'account',
      title: '管护概况',
      topics: [
        { id: 'duties', title: '责任落实', subject: /责任/ },
        { id: 'reports', title: '群众举报', subject: /举报/ },
      ],
    },
    { id: 'patrolling', title: '巡查情况', hinted: ['巡河情况'], subject: /巡/ },
    { id: 'clearing', title: '清理整治情况', accepted: ['清理和整治情况'] },
    { id: 'plans', title: '困难和打算', isPlan: true },
  ],
  tables: [patrols, works],
};

/** The form for reports from 2031 on. */
export const rivers2031 = buildForm(description);

/** The one before: its first table has other columns. */
export const rivers2028 = buildForm({
  ...description,
  id: 'rivers-2028',
  years: [2028, 2030],
  document: '水管函〔2028〕3号',
  documentTitle: '关于报送河湖管护情况有关要求的通知',
  documentMark: '管护情况有关要求',
  tables: [
    {
      ...patrols,
      blocks: patrols.blocks.map((block) => ({
        ...block,
        columns: block.columns.map((column) =>
          column.id === 'city' ? { ...column, label: '总河长' } : column,
        ),
      })),
    },
    works,
  ],
});

/** A report on the form of 2031 without a fault. */
export const soundRivers = `澄湖区水务局2031年河湖管护工作年度报告

本报告按照《关于印发河湖管护工作年度报告样式的通知》（水管函〔2031〕7号）编制，统计期限为2031年1月1日至2031年12月31日。

一、管护概况

2031年，我局把河湖管护纳入日常工作。

（一）责任落实。河段都有人管，公示牌上写明姓名和电话。

（二）群众举报。全年收到举报412件，办结409件，结转下年度3件，予以公开5件。

二、巡查情况

河湖类别\t\t河长级别\t\t\t巡河合计
\t\t市级河长\t县级河长\t村级河长\t
甲、河流\t（一）干流巡查\t12\t48\t310\t370
\t（二）支流巡查\t8\t131\t522\t661
（三）湖泊水库巡查\t\t4\t22\t96\t122
（四）全部巡查\t\t24\t201\t928\t1153

三、清理整治情况

清理垃圾\t\t修复岸线\t
计划处数\t完成处数\t计划处数\t完成处数
17\t16\t5\t3

四、困难和打算

人手仍然不足，2032年，我局将增加巡查力量。
`;
