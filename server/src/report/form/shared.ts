/** Parts that the forms of 2019 and 2021 have in common. */
import type { TopicForm } from '../model.ts';
import type { ColumnDescription, EquationDescription, LineDescription, TableDescription } from './build.ts';

export const topics: readonly TopicForm[] = [
  { id: 'proactive', ordinal: 1, title: '主动公开' },
  { id: 'onRequest', ordinal: 2, title: '依申请公开' },
  { id: 'management', ordinal: 3, title: '政府信息管理' },
  { id: 'platform', ordinal: 4, title: '政府信息公开平台建设' },
  { id: 'supervision', ordinal: 5, title: '监督保障' },
];

const legalPersons = ['法人或其他组织'];

export const applicantColumns: readonly ColumnDescription[] = [
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

/** Table `applications` of a form, which differs between the forms in the lines of 其他处理 only. */
export function applicationsTable(otherLines: readonly LineDescription[]): TableDescription {
  const lines: readonly LineDescription[] = [
    ...commonApplicationLines,
    ...otherLines,
    result('handledTotal', '（七）总计'),
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
    blocks: [{ title: '', columns: applicantColumns, lines }],
    equations,
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
