/**
 * The form in force, for reports for 2021 on: 国办公开办函〔2021〕30号.
 * Labels are the form's own wording.
 */
import type { StatutoryForm } from '../model.ts';
import { buildTable, type TableDescription } from './build.ts';
import { applicationsTable, otherHandling, proceedingsTable, topics } from './shared.ts';

const decisions = { id: 'decisions', label: '本年处理决定数量' };

const proactive: TableDescription = {
  id: 'proactive',
  section: 'proactive',
  blocks: [
    {
      title: '第二十条第（一）项',
      columns: [
        { id: 'issued', label: '本年制发件数' },
        { id: 'repealed', label: '本年废止件数' },
        { id: 'inForce', label: '现行有效件数' },
      ],
      lines: [
        { row: 'regulations', label: '规章' },
        { row: 'normativeDocuments', label: '行政规范性文件', accepted: ['规范性文件'] },
      ],
    },
    { title: '第二十条第（五）项', columns: [decisions], lines: [{ row: 'licences', label: '行政许可' }] },
    {
      title: '第二十条第（六）项',
      columns: [decisions],
      lines: [
        { row: 'penalties', label: '行政处罚' },
        { row: 'coercion', label: '行政强制' },
      ],
    },
    {
      title: '第二十条第（八）项',
      columns: [
        { id: 'amount', label: '本年收费金额（单位：万元）', accepted: ['本年收费金额'], kind: 'amount' },
      ],
      lines: [{ row: 'fees', label: '行政事业性收费' }],
    },
  ],
  equations: [],
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

export const form2021: StatutoryForm = {
  id: '2021',
  years: [2021, null],
  document: '国办公开办函〔2021〕30号',
  documentTitle: '关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
  sections: [
    {
      id: 'overview',
      ordinal: 1,
      title: '总体情况',
      accepted: [],
      hinted: ['工作总体推进情况', '工作基本情况', '概述', '政府信息公开工作总体情况'],
    },
    {
      id: 'proactive',
      ordinal: 2,
      title: '主动公开政府信息情况',
      accepted: ['行政机关主动公开政府信息情况'],
      hinted: ['主动公开信息情况'],
    },
    {
      id: 'applications',
      ordinal: 3,
      title: '收到和处理政府信息公开申请情况',
      accepted: ['行政机关收到和处理政府信息公开申请情况'],
      hinted: [],
    },
    {
      id: 'proceedings',
      ordinal: 4,
      title: '政府信息公开行政复议、行政诉讼情况',
      accepted: [
        '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        '政府信息公开行政复议和行政诉讼情况',
        '因政府信息公开工作被申请行政复议和提起行政诉讼情况',
      ],
      hinted: ['政府信息公开行政复议行政诉讼情况', '因政府信息公开工作被申请行政复议提起行政诉讼情况'],
    },
    {
      id: 'improvement',
      ordinal: 5,
      title: '存在的主要问题及改进情况',
      accepted: ['政府信息公开工作存在的主要问题及改进情况'],
      hinted: ['存在的主要问题及改进措施', '存在问题及改进情况', '存在的问题及改进情况'],
    },
    {
      id: 'other',
      ordinal: 6,
      title: '其他需要报告的事项',
      accepted: [],
      hinted: ['其他需要报告的情况', '其他需要说明的事项', '其他报告事项'],
    },
  ],
  topics,
  tables: [buildTable(proactive), buildTable(applications), buildTable(proceedingsTable)],
};
