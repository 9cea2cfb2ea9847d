/**
 * The form in force, for reports for 2021 on: 国办公开办函〔2021〕30号.
 * Labels are the form's own wording.
 */
import { buildForm } from './build.ts';
import type { ColumnDescription, TableDescription } from './description.ts';
import {
  applicationsTable,
  articleBlock,
  otherHandling,
  proceedingsTable,
  reportTitle,
  sections,
} from './shared.ts';

const documents: readonly ColumnDescription[] = [
  { id: 'issued', label: '本年制发件数' },
  { id: 'repealed', label: '本年废止件数' },
  { id: 'inForce', label: '现行有效件数' },
];
const decisions: readonly ColumnDescription[] = [{ id: 'decisions', label: '本年处理决定数量' }];
const amount: readonly ColumnDescription[] = [
  { id: 'amount', label: '本年收费金额（单位：万元）', accepted: ['本年收费金额'], kind: 'amount' },
];

const proactive: TableDescription = {
  id: 'proactive',
  section: 'proactive',
  blocks: [
    articleBlock('一', documents, [
      { row: 'regulations', label: '规章', isForRuleMakers: true },
      { row: 'normativeDocuments', label: '行政规范性文件', accepted: ['规范性文件'] },
    ]),
    articleBlock('五', decisions, [{ row: 'licences', label: '行政许可' }]),
    articleBlock('六', decisions, [
      { row: 'penalties', label: '行政处罚' },
      { row: 'coercion', label: '行政强制' },
    ]),
    articleBlock('八', amount, [{ row: 'fees', label: '行政事业性收费' }]),
  ],
  equations: [],
  yearEquations: [
    {
      rule: 'documents-in-force',
      each: 'row',
      last: 'inForce',
      plus: ['issued'],
      minus: ['repealed'],
      total: 'inForce',
    },
  ],
};

const applications = applicationsTable([
  otherHandling(
    'otherHandling.correctionOverdue',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    { recognised: ['1.逾期不补正', '1.申请人无正当理由逾期不补正'] },
  ),
  otherHandling(
    'otherHandling.feeOverdue',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    { recognised: ['2.逾期不缴费', '2.申请人逾期未按收费通知要求缴纳费用'] },
  ),
  otherHandling('otherHandling.other', '3.其他'),
]);

export const form2021 = buildForm({
  id: '2021',
  years: [2021, null],
  document: '国办公开办函〔2021〕30号',
  documentTitle: '关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
  documentMark: '年度报告格式',
  reportTitle,
  sections,
  tables: [proactive, applications, proceedingsTable],
});
