/** The trial form, for reports for 2019 and 2020: 国办公开办函〔2019〕60号. */
import type { StatutoryForm } from '../model.ts';
import { buildTable, type ColumnDescription, type TableDescription } from './build.ts';
import { form2021 } from './form2021.ts';
import { applicationsTable, proceedingsTable, resultLine } from './shared.ts';

const previousItems: ColumnDescription = { id: 'previousItems', label: '上一年项目数量' };
const change: ColumnDescription = { id: 'change', label: '本年增/减', kind: 'signed' };
const decisions: ColumnDescription = { id: 'decisions', label: '处理决定数量' };

const proactive: TableDescription = {
  id: 'proactive',
  section: 'proactive',
  blocks: [
    {
      title: '第二十条第（一）项',
      columns: [
        { id: 'newlyMade', label: '本年新制作数量' },
        { id: 'newlyPublished', label: '本年新公开数量' },
        { id: 'totalPublished', label: '对外公开总数量' },
      ],
      lines: [
        { row: 'regulations', label: '规章' },
        { row: 'normativeDocuments', label: '规范性文件', accepted: ['行政规范性文件'] },
      ],
    },
    {
      title: '第二十条第（五）项',
      columns: [previousItems, change, decisions],
      lines: [
        { row: 'licences', label: '行政许可' },
        { row: 'otherServices', label: '其他对外管理服务事项' },
      ],
    },
    {
      title: '第二十条第（六）项',
      columns: [previousItems, change, decisions],
      lines: [
        { row: 'penalties', label: '行政处罚' },
        { row: 'coercion', label: '行政强制' },
      ],
    },
    {
      title: '第二十条第（八）项',
      columns: [previousItems, change],
      lines: [{ row: 'fees', label: '行政事业性收费' }],
    },
    {
      title: '第二十条第（九）项',
      columns: [
        { id: 'purchaseItems', label: '采购项目数量' },
        { id: 'purchaseAmount', label: '采购总金额', kind: 'amount' },
      ],
      lines: [{ row: 'procurement', label: '政府集中采购' }],
    },
  ],
  equations: [],
};

export const form2019: StatutoryForm = {
  id: '2019',
  years: [2019, 2020],
  document: '国办公开办函〔2019〕60号',
  documentTitle: '关于政府信息公开工作年度报告有关事项的通知',
  sections: form2021.sections,
  topics: form2021.topics,
  tables: [
    buildTable(proactive),
    buildTable(applicationsTable([resultLine('otherHandling', '（六）其他处理')])),
    buildTable(proceedingsTable),
  ],
};
