/** Parts that the forms of 2019 and 2021 have in common. */

import type {
  BlockDescription,
  ColumnDescription,
  EquationDescription,
  LineDescription,
  ReportTitleDescription,
  SectionDescription,
  TableDescription,
  TopicDescription,
} from './description.ts';
import type { StatementForm } from './formModel.ts';

export const reportTitle: ReportTitleDescription = {
  words: '政府信息公开工作年度报告',
  spoken: /信息公开.{0,8}年度?报告?|政府信息公开工作(?:情况)?的?报告/,
  phrase: /(?:(?<!人民)政府)?信息公开(?:工作)?(?:情况)?的?(?:\d{4}年?)?(?:年?度?(?:工作)?报告|年报)/,
};

const topics: readonly TopicDescription[] = [
  {
    id: 'proactive',
    title: '主动公开',
    // A heading that speaks of another topic as well is that one's: 主动公开平台建设.
    subject: /^(?!.*(?:依申请|平台|监督|考核|保障|信息.*管理|管理.*信息)).*主动公开/,
  },
  { id: 'onRequest', title: '依申请公开', subject: /依申请|公开申请/ },
  { id: 'management', title: '政府信息管理', subject: /信息.*管理|管理.*信息/ },
  { id: 'platform', title: '政府信息公开平台建设', subject: /平台|载体|网站建设|新媒体|公开渠道/ },
  { id: 'supervision', title: '监督保障', subject: /监督|考核|保障|培训|组织领导/ },
];

/** 收取信息处理费情况, which 国办函〔2020〕109号 asks for; the rules on these fees are in force from 2021 on. */
const feeStatement: StatementForm = {
  since: 2021,
  // In whatever words: 收取信息处理费, 未收取任何费用, 不存在收费情况.
  spoken: /信息处理费|收费|收取.{0,30}费/s,
  text: '本年度未发出收费通知，未收取信息处理费。',
};

export const sections: readonly SectionDescription[] = [
  {
    id: 'overview',
    title: '总体情况',
    hinted: ['工作总体推进情况', '工作基本情况', '概述', '政府信息公开工作总体情况'],
    subject:
      /总体.*[情概]况|^概[述况]$|基本情况$|工作概况$|^(?:主要)?工作.*情况$|政府信息公开工作(?:开展)?情况$/,
    topics,
  },
  {
    id: 'proactive',
    title: '主动公开政府信息情况',
    accepted: ['行政机关主动公开政府信息情况'],
    hinted: ['主动公开信息情况'],
    subject: /主动公开.*情况|主动公开(?:政府|政务)?信息$/,
  },
  {
    id: 'applications',
    title: '收到和处理政府信息公开申请情况',
    accepted: ['行政机关收到和处理政府信息公开申请情况'],
    subject:
      /(?:收到|受理|办理|处理).*申请.*情况|收到[和及并]处理.*申请$|申请.*(?:办理|处理).*情况|依申请公开.*情况$/,
  },
  {
    id: 'proceedings',
    title: '政府信息公开行政复议、行政诉讼情况',
    accepted: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
      '因政府信息公开工作被申请行政复议和提起行政诉讼情况',
    ],
    hinted: ['政府信息公开行政复议行政诉讼情况', '因政府信息公开工作被申请行政复议提起行政诉讼情况'],
    subject: /复议|诉讼/,
  },
  {
    id: 'improvement',
    title: '存在的主要问题及改进情况',
    accepted: ['政府信息公开工作存在的主要问题及改进情况'],
    hinted: ['存在的主要问题及改进措施', '存在问题及改进情况', '存在的问题及改进情况'],
    subject: /问题.*(?:改进|整改|措施|打算|计划)|改进.*(?:情况|措施)|^存在的?(?:主要)?问题$/,
    isPlan: true,
  },
  {
    id: 'other',
    title: '其他需要报告的事项',
    hinted: ['其他需要报告的情况', '其他需要说明的事项', '其他报告事项'],
    subject: /^其[他它](?:$|.*(?:报告|说明|事项))|^需要(?:报告|说明)的/,
    statement: feeStatement,
  },
];

/** A block of table `proactive`, headed by the item of 第二十条 that it is about. */
export function articleBlock(
  item: string,
  columns: readonly ColumnDescription[],
  lines: readonly LineDescription[],
): BlockDescription {
  return {
    title: `第二十条第（${item}）项`,
    accepted: [`二十条第（${item}）项`, `第二十条（${item}）项`],
    corner: '信息内容',
    columns,
    lines,
  };
}

const legalPersons = ['法人或其他组织'];

const applicantColumns: readonly ColumnDescription[] = [
  { id: 'naturalPerson', label: '自然人' },
  { id: 'commercialEnterprise', label: '商业企业', groups: legalPersons },
  { id: 'researchInstitution', label: '科研机构', groups: legalPersons },
  { id: 'socialOrganization', label: '社会公益组织', groups: legalPersons },
  { id: 'legalService', label: '法律服务机构', groups: legalPersons },
  { id: 'otherOrganization', label: '其他', groups: legalPersons },
  { id: 'total', label: '总计', accepted: ['合计'] },
];

const applicantParts = applicantColumns.slice(0, -1).map((column) => column.id);

const RESULTS = '三、本年度办理结果';
const result = (row: string, label: string, more: Partial<LineDescription> = {}): LineDescription => ({
  row,
  label,
  groups: [RESULTS],
  ...more,
});
const inGroup =
  (group: string) =>
  (row: string, label: string, more: Partial<LineDescription> = {}): LineDescription => ({
    row,
    label,
    groups: [RESULTS, group],
    ...more,
  });

const refused = inGroup('（三）不予公开');
const unavailable = inGroup('（四）无法提供');
const notProcessed = inGroup('（五）不予处理');
export const otherHandling = inGroup('（六）其他处理');
export const resultLine = result;

/** The lines of table `applications` up to （六）其他处理, which both forms share. */
const commonApplicationLines: readonly LineDescription[] = [
  { row: 'received', label: '一、本年新收政府信息公开申请数量' },
  { row: 'carriedIn', label: '二、上年结转政府信息公开申请数量' },
  result('granted', '（一）予以公开'),
  result('partlyGranted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', {
    recognised: ['（二）部分公开'],
  }),
  refused('refused.stateSecret', '1.属于国家秘密'),
  refused('refused.prohibitedByLaw', '2.其他法律行政法规禁止公开', {
    recognised: ['2.其他法律法规禁止公开', '2.其他法律、行政法规禁止公开'],
  }),
  refused('refused.safetyAndStability', '3.危及“三安全一稳定”'),
  refused('refused.thirdPartyRights', '4.保护第三方合法权益'),
  refused('refused.internalAffairs', '5.属于三类内部事务信息'),
  refused('refused.processInformation', '6.属于四类过程性信息'),
  refused('refused.enforcementFile', '7.属于行政执法案卷'),
  refused('refused.administrativeQuery', '8.属于行政查询事项'),
  unavailable('unavailable.notHeld', '1.本机关不掌握相关政府信息'),
  unavailable('unavailable.mustBeCreated', '2.没有现成信息需要另行制作'),
  unavailable('unavailable.stillUnclear', '3.补正后申请内容仍不明确'),
  notProcessed('notProcessed.petition', '1.信访举报投诉类申请'),
  notProcessed('notProcessed.repeated', '2.重复申请'),
  notProcessed('notProcessed.publication', '3.要求提供公开出版物'),
  notProcessed('notProcessed.excessive', '4.无正当理由大量反复申请'),
  notProcessed('notProcessed.confirmation', '5.要求行政机关确认或重新出具已获取信息'),
];

/** The balance rule as the form prints it in the corner of table `applications`. */
const BALANCE_CAPTION = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** Table `applications` of a form, which differs between the forms in the lines of 其他处理 only. */
export function applicationsTable(otherLines: readonly LineDescription[]): TableDescription {
  const lines: readonly LineDescription[] = [
    ...commonApplicationLines,
    ...otherLines,
    result('handledTotal', '（七）总计', { recognised: ['（七）合计'] }),
    { row: 'carriedForward', label: '四、结转下年度继续办理' },
  ];
  const results = [...commonApplicationLines.slice(2), ...otherLines].map((line) => line.row!);
  const equations: readonly EquationDescription[] = [
    {
      rule: 'application-balance',
      each: 'column',
      left: ['received', 'carriedIn'],
      right: ['handledTotal', 'carriedForward'],
      total: 'handledTotal',
    },
    { rule: 'handled-total', each: 'column', left: results, right: ['handledTotal'], total: 'handledTotal' },
    { rule: 'row-total', each: 'row', left: applicantParts, right: ['total'], total: 'total' },
  ];
  return {
    id: 'applications',
    section: 'applications',
    captions: [BALANCE_CAPTION.slice(1, -1)],
    blocks: [{ title: '', corner: BALANCE_CAPTION, top: '申请人情况', columns: applicantColumns, lines }],
    equations,
    yearEquations: [
      { rule: 'carry-over', each: 'column', last: 'carriedForward', plus: [], minus: [], total: 'carriedIn' },
    ],
  };
}

const outcomes: readonly ColumnDescription[] = [
  { id: 'upheld', label: '结果维持' },
  { id: 'corrected', label: '结果纠正' },
  { id: 'otherResult', label: '其他结果' },
  { id: 'pending', label: '尚未审结' },
  { id: 'total', label: '总计', accepted: ['合计'] },
];

const proceedingGroups: readonly (readonly [string, readonly string[]])[] = [
  ['review', ['行政复议']],
  ['directSuit', ['行政诉讼', '未经复议直接起诉']],
  ['suitAfterReview', ['行政诉讼', '复议后起诉']],
];

export const proceedingsTable: TableDescription = {
  id: 'proceedings',
  section: 'proceedings',
  blocks: [
    {
      title: '',
      columns: proceedingGroups.flatMap(([row, groups]) =>
        outcomes.map((column) => ({ ...column, row, groups })),
      ),
      lines: [{ row: null, label: '' }],
    },
  ],
  equations: [
    {
      rule: 'proceedings-total',
      each: 'row',
      left: outcomes.slice(0, -1).map((column) => column.id),
      right: ['total'],
      total: 'total',
    },
  ],
};
