/** Reports with a fault each, for every kind of thing that can be said of one beyond the rules' own examples. */
import type { AnalysisOptions } from '../../../server/src/report/model/index.ts';
import { archives, education, lastYear, reportIndexOf } from './neighbours.ts';
import { textWith } from './prose.ts';
import { changed, parts, reportOf, sound, titled } from './report.ts';

type Fault = readonly [what: string, text: string, options?: AnalysisOptions];

const PERIOD = '2025年1月1日至2025年12月31日';
const GRANTED = '（一）予以公开\t\t41\t6\t1\t2\t3\t4\t57';
const PARTLY = '不计其他情形）\t\t12\t3\t0\t1\t1\t2\t19';
const REPEATED = '\t\t2.重复申请\t4\t0\t0\t0\t1\t0\t5\n';
const PUBLICATION = '\t\t3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1\n';
const RECEIVED = '数量\t\t\t132\t22\t3\t5\t11\t14\t187';
const CARRIED_IN = '数量\t\t\t5\t1\t0\t0\t1\t0\t7';
const FORWARD = '办理\t\t\t8\t2\t0\t1\t0\t1\t12';
const HANDLED = '（七）总计\t\t129\t21\t3\t4\t12\t13\t182';
const REVIEW = '6\t2\t1\t3\t12\t';
const OTHER = '（二）其他事项。我办没有其他需要报告的事项。';

const granted = (numbers: string): string => changed([GRANTED, `（一）予以公开\t\t${numbers}`]);
const numbersOf = (...rows: string[]): string => rows.map((row) => row.replace(/^.*?[^\d\t]\t/, '')).join('');
const blank = (row: string): string => row.replace(/(?<=\t)\d+(?=[\t\n])/g, '');
const review = (numbers: string): string => changed([REVIEW, `${numbers}\t`]);
const unnumbered = (text: string): string => text.replace(/^[一二三四五六]、(?=[^\n\t]*$)/gm, '');
const beside = (files: Readonly<Record<string, string>>, text: string): AnalysisOptions['reports'] =>
  reportIndexOf({ 'this.txt': text, ...files }).lookupFor('this.txt');
const besideLastYear = (text: string, last = lastYear): [string, AnalysisOptions] => [
  text,
  { reports: beside({ 'last.txt': last }, text)! },
];
const members = { 'education.txt': education!, 'archives.txt': archives! };
const sumOf = (
  text: string,
  files: Readonly<Record<string, string>>,
  names: readonly string[],
  tables = ['proactive'],
): [string, AnalysisOptions] => {
  const plan = { aggregates: [{ parent: '青禾县人民政府办公室', members: names, tables }] };
  const reports = beside({ ...files, 'disclosure-report.json': JSON.stringify(plan) }, text);
  return [text, { reports: reports!, rules: { claim: 'off' } }];
};
const both = ['青禾县教育局', '青禾县档案局'];

/** A report on the form of 2019, as far as its own table goes. */
const of2019 = `青禾县人民政府办公室2020年政府信息公开工作年度报告

统计期限为2020年1月1日至2020年12月31日。

二、主动公开政府信息情况

第二十条第（五）项
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政许可\t4\t1\t30
`;

export const faults: readonly Fault[] = [
  ['no title', sound.slice(sound.indexOf('\n\n') + 2)],
  ['a title without issuer', titled('2025年政府信息公开工作年度报告')],
  ['a title without year', titled('青禾县人民政府办公室政府信息公开工作年度报告')],
  ['a tab lost', changed([GRANTED, GRANTED.replace('\t\t41', ' 41')])],
  [
    'tabs lost',
    changed(
      [GRANTED, GRANTED.replace('\t\t41', ' 41')],
      [PUBLICATION, PUBLICATION.replace('\t1\t0', ' 1 0')],
    ),
  ],
  ['no sections', `${parts.head.split('\n')[0]}\n\n统计期限为${PERIOD}。\n`],
  ['two sections missing', reportOf({ applications: '', improvement: '' })],
  ['sections out of order', reportOf({ proactive: parts.applications, applications: parts.proactive })],
  [
    'sections numbered from another one on',
    changed(
      ['三、收到', '二、收到'],
      ['四、政府', '三、政府'],
      ['五、存在', '四、存在'],
      ['六、其他', '五、其他'],
    ),
  ],
  ['sections without numbers', unnumbered(sound)],
  ['one section without its number', changed(['五、存在的主要问题', '存在的主要问题'])],
  ['sections under other numbers', sound.replace(/^[一二三四五六]、(?=[^\n\t]*$)/gm, '1. ')],
  ['one section under another number', changed(['五、存在的主要问题', '5. 存在的主要问题'])],
  ['a section three times', `${sound}\n\n${parts.improvement}\n\n${parts.improvement}`],
  ['another title', changed(['六、其他需要报告的事项', '六、需要说明的其他情况'])],
  ['an empty section', reportOf({ overview: '一、总体情况\n\n' })],
  ['two topics missing', changed(['（三）政府信息管理情况。', ''], ['（五）监督保障情况。', ''])],
  [
    'three topics missing',
    changed(['（二）依申请公开情况。', ''], ['（三）政府信息管理情况。', ''], ['（五）监督保障情况。', '']),
  ],
  ['no topics', sound.replace(/（[一二三四五]）[^。]{2,14}情况。/g, '')],
  [
    'headings of wrong levels',
    changed(
      ['一、总体', '## 一、总体'],
      ['（一）主动公开情况', '# （一）主动公开情况'],
      ['二、主动', '### 二、主动'],
    ),
  ],
  ['dates of half a year', changed([PERIOD, '2025年1月1日至6月30日'])],
  ['no period', changed([PERIOD, '全年'])],
  ['no period and no year', titled('青禾县人民政府办公室政府信息公开工作年度报告').replace(PERIOD, '全年')],
  ['sentences of another year', sound.replaceAll('2025年，', '2024年，')],
  ['a title of another year', changed(['编制本报告。', '编制《2024年政府信息公开工作年度报告》。'])],
  ['the form of another year', sound.replaceAll('2025', '2020')],
  ['a document of another title', changed(['〔2021〕30号', '〔2019〕60号'])],
  [
    'a superseded document',
    sound.replace(
      /关于印发〈.*?〉的通知》（国办公开办函〔2021〕30号）/,
      '有关事项的通知》（国办公开办函〔2019〕60号）',
    ),
  ],
  ['a column that is not there', changed(['本年制发件数\t本年废止件数\t', '本年制发件数\t\t'])],
  ['columns of other names', changed(['本年制发件数\t本年废止件数\t', '本年印发份数\t本年撤销份数\t'])],
  ['rows missing', changed([REPEATED, ''], [PUBLICATION, ''])],
  ['the first row missing', changed(['规章\t0\t0\t0\n', ''])],
  ['the last row missing', changed([`四、结转下年度继续${FORWARD}\n`, ''])],
  ['a label missing', changed(['2.重复申请', ''])],
  ['labels missing', changed(['2.重复申请', ''], ['3.要求提供公开出版物', ''])],
  ['a row three times', changed([REPEATED, REPEATED.repeat(3)])],
  [
    'the row without a label twice',
    changed([
      `${REVIEW}3\t1\t0\t2\t6\t2\t0\t1\t1\t4`,
      `${REVIEW}3\t1\t0\t2\t6\t2\t0\t1\t1\t4\n${REVIEW}3\t1\t0\t2\t6\t2\t0\t1\t1\t4`,
    ]),
  ],
  [
    'rows with numbers too few',
    changed(
      ['出版物\t1\t0\t0\t0\t0\t0\t1', '出版物\t1\t0\t0\t0\t1'],
      ['2.重复申请\t4\t0\t0\t0\t1\t0\t5', '2.重复申请\t4\t1\t5'],
    ),
  ],
  [
    'a block of numbers pasted into a cell',
    changed(
      [REPEATED, numbersOf(REPEATED, PUBLICATION) + blank(REPEATED)],
      [PUBLICATION, blank(PUBLICATION)],
    ),
  ],
  ['a row with numbers too many', changed(['出版物\t1\t0\t0\t0\t0\t0\t1', '出版物\t1\t0\t0\t0\t0\t0\t0\t1'])],
  ['rows in a layout without blanks', withoutBlanks('规章 0\n行政规范性文件 5 2')],
  ['a row without numbers in such a layout', withoutBlanks('规章\n行政规范性文件 5 2 31')],
  ['rows without numbers in such a layout', withoutBlanks('规章\n行政规范性文件')],
  [
    'a table that cannot be read',
    reportOf({
      proceedings:
        '四、政府信息公开行政复议、行政诉讼情况\n\n复议：维持6、纠正2、其他1、未结3，共12；诉讼：3、1、0、2，共6；2、0、1、1，共4。\n\n',
    }),
  ],
  ['a label in other words', changed(['8.属于行政查询事项', '8.行政查询事项'])],
  ['an empty cell', changed(['行政强制\t64', '行政强制\t'])],
  ['empty cells', changed(['行政处罚\t273', '行政处罚\t'], ['行政强制\t64', '行政强制\t'])],
  ['dashes', granted('41\t6\t/\t2\t/\t4\t57')],
  ['an empty total', granted('41\t6\t1\t2\t3\t4\t')],
  ['empty totals', changed([GRANTED, `${GRANTED.slice(0, -2)}`], [PARTLY, `${PARTLY.slice(0, -2)}`])],
  ['an amount with its unit', changed(['收费\t318.42', '收费\t318.42万元'])],
  ['labels numbered in another way', sound.replace(/(?<=\t)(\d)\.(?=属于)/g, '（$1）')],
  ['a change of the form of 2019 with a unit', of2019.replace('许可\t4\t1\t', '许可\t4\t+1件\t')],
  [
    'counts with their units',
    changed(['行政处罚\t273', '行政处罚\t273件'], ['行政强制\t64', '行政强制\t64件']),
  ],
  ['words for nothing', changed(['规章\t0\t0\t0', '规章\t无\t无\t0'])],
  [
    'digits of another kind',
    changed(['行政处罚\t273', '行政处罚\t２７３'], ['行政强制\t64', '行政强制\t６４']),
  ],
  ['words where a number follows from the others', granted('41\t6\t1\t2\t3\t见附件\t57')],
  ['the same words twice', granted('41\t6\t见附件\t2\t3\t见附件\t57')],
  ['a slip in what was received', changed([RECEIVED, RECEIVED.replace('132', '123')])],
  ['a digit dropped', granted('41\t6\t1\t2\t3\t4\t5')],
  ['a digit doubled', granted('41\t6\t1\t2\t3\t4\t577')],
  ['a digit mistyped', granted('41\t6\t1\t2\t3\t4\t51')],
  ['digits transposed', granted('41\t6\t1\t2\t3\t4\t75')],
  ['any other number', granted('41\t6\t1\t2\t3\t4\t103')],
  ['an addend with a digit dropped', granted('4\t6\t1\t2\t3\t4\t57')],
  ['an addend with a digit doubled', granted('411\t6\t1\t2\t3\t4\t57')],
  ['an addend mistyped', granted('47\t6\t1\t2\t3\t4\t57')],
  ['an addend left out', granted('\t6\t1\t2\t3\t4\t57')],
  ['any other addend', granted('88\t6\t1\t2\t3\t4\t57')],
  ['an addend of the row beside it', granted('41\t6\t1\t2\t3\t4\t19')],
  [
    'a total in the wrong row',
    changed([GRANTED, `${GRANTED.slice(0, -2)}0`], [PARTLY, `${PARTLY.slice(0, -2)}57`]),
  ],
  ['numbers swapped', granted('6\t41\t1\t2\t3\t4\t57')],
  ['numbers swapped, where other changes would do', changed(['查询事项\t2\t1\t', '查询事项\t1\t2\t'])],
  ['numbers of which several may be swapped', granted('41\t6\t1\t2\t4\t3\t57')],
  ['a slip, columns not checked', granted('14\t6\t1\t2\t3\t4\t57'), { rules: { 'handled-total': 'off' } }],
  ['two slips, columns not checked', granted('14\t9\t1\t2\t3\t4\t57'), { rules: { 'handled-total': 'off' } }],
  [
    'what was received wrong beyond explanation',
    changed([RECEIVED, RECEIVED.replace('132\t22\t3\t5\t11\t14', '231\t42\t8\t9\t71\t64')]),
  ],
  ['a row shifted', granted('0\t41\t6\t1\t2\t3\t57')],
  ['two wrong numbers in a row', granted('14\t9\t1\t2\t3\t4\t57')],
  [
    'two wrong numbers in a column',
    changed([GRANTED, GRANTED.replace('41', '14')], [PARTLY, PARTLY.replace('12', '21')]),
  ],
  [
    'wrong numbers beyond explanation',
    changed(
      [GRANTED, '（一）予以公开\t\t99\t98\t97\t96\t95\t94\t57'],
      [CARRIED_IN, CARRIED_IN.replace('\t7', '\t8')],
    ),
  ],
  [
    'wrong numbers in what was received and handled',
    changed([RECEIVED, RECEIVED.replace('132\t22', '123\t32')], [HANDLED, HANDLED.replace('129', '192')]),
  ],
  ['an outcome left out', review('6\t\t1\t3\t12')],
  ['outcomes that do not add up', review('6\t2\t7\t3\t12')],
  [
    'outcomes that the text decides',
    textWith('四', '全年发生行政复议12件，结果维持6件，结果纠正2件，其他结果1件。').replace(
      REVIEW,
      '6\t2\t1\t8\t12\t',
    ),
  ],
  [
    'two wrong outcomes that the text decides',
    textWith('四', '全年发生行政复议12件。').replace(REVIEW, '6\t2\t1\t3\t21\t'),
  ],
  ['an amount in yuan', changed(['收费\t318.42', '收费\t3184200'])],
  ['规章 of a county', changed(['规章\t0\t0\t0', '规章\t1\t0\t3'])],
  [
    'last year’s carried forward',
    ...besideLastYear(
      changed(
        [RECEIVED, RECEIVED.replace('132', '131')],
        [CARRIED_IN, CARRIED_IN.replace('\t5\t', '\t6\t').replace('\t7', '\t8')],
      ),
    ),
  ],
  [
    'last year’s carried forward, in doubt',
    ...besideLastYear(
      sound,
      lastYear.replace('四、结转下年度继续办理\t\t\t5', '四、结转下年度继续办理\t\t\t6'),
    ),
  ],
  ['last year’s documents', ...besideLastYear(changed(['规范性文件\t5\t2\t31', '规范性文件\t5\t2\t33']))],
  [
    'a number far from last year’s',
    changed(['行政强制\t64', '行政强制\t640']),
    { ...besideLastYear(sound)[1], rules: { 'unusual-change': 'hint' } },
  ],
  [
    'a number gone to zero',
    changed(['行政强制\t64', '行政强制\t0']),
    { ...besideLastYear(sound)[1], rules: { 'unusual-change': 'hint' } },
  ],
  ['no sum of members', ...sumOf(changed(['行政强制\t64', '行政强制\t65']), members, both)],
  ['no sums of members', ...sumOf(sound, members, ['青禾县教育局'], ['applications'])],
  ['a member that is missing', ...sumOf(sound, { 'education.txt': education! }, both)],
  [
    'a member that is there twice',
    ...sumOf(sound, { ...members, 'more.txt': archives!.replace('行政许可\t', '行政许可\t1') }, both),
  ],
  ['a wrong claim', textWith('申请', '全年新收政府信息公开申请178件，上年结转8件。')],
  ['a claim of what there is none', textWith('公开', '制定规章2件。')],
  ['a wrong statement', textWith('申请', '全年未收到政府信息公开申请。')],
  [
    'a sentence whose parts are not its whole',
    textWith('公开', '公开信息100条，其中动态60条、通知30条，其他20条。'),
  ],
  ['parts that exceed their whole', textWith('公开', '公开信息50条，其中动态30条、通知40条。')],
  ['a part larger than its whole', textWith('公开', '公开信息50条，其中网站公开130条。')],
  ['a list that lacks one', textWith('公开', '公开信息80条，其中公告50条、规划10条、预算10条、人事9条。')],
  ['a word twice', textWith('公开', '全面推动推动公开工作。')],
  [
    'contacts of nobody',
    textWith('公开', '邮箱：a@.example.cn，邮编：22310，电话：123456789，网址：http:/a.example.cn。'),
  ],
  ['marks without a partner', textWith('公开', '依据《条例公开信息。公开（含网站）指南）已更新。')],
  ['marks that cross', textWith('公开', '依据《条例（以下简称条例》）公开。')],
  ['marks of the wrong width', textWith('公开', '公开信息,更新及时,答复(含网上)规范。')],
  ['marks left out', textWith('公开', '一是公开信息二是更新指南，发布223余条。逐条核对公开属性')],
  ['several marks left out', textWith('公开', '一是公开信息二是更新指南三是加强培训。')],
  ['a preamble of five parts', changed(['其他需要报告的事项等六部分', '其他需要报告的事项等五部分'])],
  ['a preamble that leaves a part out', changed(['主动公开政府信息情况、收到', '收到'])],
  ['another body’s name', textWith('公开', '我局公开信息。2025年，我无责任追究情形。')],
  ['a wrong share', textWith('申请', '办结182件，其中予以公开57件，占33.3%，部分公开19件，占10.5%。')],
  ['a wrong share of what the table says', textWith('申请', '从申请人看，自然人申请占76.0%。')],
  [
    'what a template leaves',
    changed(
      [OTHER, '（二）其他事项。联系电话XXXX，详见（具体网址）。'],
      ['情况。2025年，我办', '情况。　　　年，我办'],
    ),
  ],
  [
    'an enterprise’s report',
    '青禾县供水有限公司2025年信息公开年度报告\n\n一、概述\n\n好。\n\n二、供水服务情况\n\n好。\n',
  ],
  ['a report from before the forms', '青禾县人民政府2016年政府信息公开工作年度报告\n\n一、概述\n\n好。\n'],
  [
    'days and years that cannot be',
    changed([
      OTHER,
      '（二）其他事项。2月30日开会。截至2024年底，公开80条。2025年，我办将继续努力。\n\n2025年1月5日',
    ]),
  ],
  ['a slip in a document’s number', changed(['〔2021〕30号', '〔2021〕年30号'])],
  ['garbled dates and no title', `统计期限为2025年1月1日12月31日。\n\n${sound.slice(sound.indexOf('一、'))}`],
  ['idle comments', `<!-- disclosure-report-disable claim nonsense -->\n${sound}`],
  ['an idle comment that names nothing', `<!-- disclosure-report-disable-next-line -->\n${sound}`],
];

/** The report with its first table in a layout in which blank cells leave no trace. */
function withoutBlanks(documents: string): string {
  return reportOf({
    proactive: `二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n${documents}\n第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 1486\n第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 273\n行政强制 64\n第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 318.42\n\n`,
  });
}
