/** The trial form, for reports for 2019 and 2020: 国办公开办函〔2019〕60号. */
import { buildForm } from './build.ts';
import type { ColumnDescription, TableDescription } from './description.ts';
import {
  applicationsTable,
  articleBlock,
  proceedingsTable,
  reportTitle,
  resultLine,
  sections,
} from './shared.ts';

const documents: readonly ColumnDescription[] = [
  { id: 'newlyMade', label: '本年新制作数量' },
  { id: 'newlyPublished', label: '本年新公开数量' },
  { id: 'totalPublished', label: '对外公开总数量' },
];
const items: readonly ColumnDescription[] = [
  { id: 'previousItems', label: '上一年项目数量' },
  { id: 'change', label: '本年增/减', kind: 'signed' },
];
const decisions: readonly ColumnDescription[] = [...items, { id: 'decisions', label: '处理决定数量' }];
const purchases: readonly ColumnDescription[] = [
  { id: 'purchaseItems', label: '采购项目数量' },
  { id: 'purchaseAmount', label: '采购总金额', kind: 'amount' },
];

const proactive: TableDescription = {
  id: 'proactive',
  section: 'proactive',
  blocks: [
    articleBlock('一', documents, [
      { row: 'regulations', label: '规章', isForRuleMakers: true },
      { row: 'normativeDocuments', label: '规范性文件', accepted: ['行政规范性文件'] },
    ]),
    articleBlock('五', decisions, [
      { row: 'licences', label: '行政许可' },
      { row: 'otherServices', label: '其他对外管理服务事项' },
    ]),
    articleBlock('六', decisions, [
      { row: 'penalties', label: '行政处罚' },
      { row: 'coercion', label: '行政强制' },
    ]),
    articleBlock('八', items, [{ row: 'fees', label: '行政事业性收费' }]),
    articleBlock('九', purchases, [{ row: 'procurement', label: '政府集中采购' }]),
  ],
  equations: [],
};

export const form2019 = buildForm({
  id: '2019',
  years: [2019, 2020],
  document: '国办公开办函〔2019〕60号',
  documentTitle: '关于政府信息公开工作年度报告有关事项的通知',
  documentMark: '年度报告有关事项',
  reportTitle,
  sections,
  tables: [proactive, applicationsTable([resultLine('otherHandling', '（六）其他处理')]), proceedingsTable],
});
