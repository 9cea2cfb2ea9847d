/**
 * The words in which reports speak of their numbers: the only place that knows them. What is not here is not
 * understood, and a number beside it is no claim: 征地拆迁领域 26 件 is a named part, 转办 86 件 another population.
 *
 * To teach a word, put it into the row of its kinds; to teach a unit, into `units`.
 */

/** What a word, or what stands for a piece that is no word, does in a phrase. */
export type Kind =
  | 'and'
  /** A part of the number before it follows. */
  | 'part'
  /** 其他, 其余: with it a list of parts is complete. */
  | 'rest'
  /** 均, 都: of all of some, not of all there are. */
  | 'all'
  /** 对: of some. */
  | 'toward'
  /** 等: what is named stands for others. */
  | 'others'
  /** 共, 同时, 另有: another thought; it is no part of a list before it. */
  | 'anew'
  /** The main ones of a list only. */
  | 'main'
  | 'about'
  /** Sets a number against another one: 同比, 较, 增加. */
  | 'compare'
  /** Several numbers at once, a rate, a plan. */
  | 'unclear'
  /** 领域, 方面: what stands in front of it is a part of the work. */
  | 'field'
  | 'negation'
  | 'share'
  /** Another time than the year. */
  | 'elsewhen'
  /** 以来: the year since which. */
  | 'since'
  /** The whole year. */
  | 'period'
  | 'thisYear'
  | 'lastYear'
  | 'nextYear'
  /** Another year than these three. */
  | 'otherYear'
  /** A day or a month; the first or the last of a year. */
  | 'date'
  | 'bound'
  /** The body that reports; which of 我市, 我局 that is depends on its name. */
  | 'subject'
  | 'unknown'
  /** Unknown words that name another body. */
  | 'foreign'
  | 'information'
  | 'onRequest'
  | 'request'
  | 'receive'
  | 'handle'
  | 'process'
  | 'carry'
  | 'published'
  | 'result'
  | 'applicant'
  /** Whoever it is. */
  | 'anyone'
  | 'proceeding'
  | 'outcome'
  | 'cause'
  /** What came about: proceedings against the body, not before it. */
  | 'arise'
  | 'document'
  | 'file'
  | 'category'
  /** Made; repealed or in force. */
  | 'made'
  | 'stage'
  | 'decide'
  | 'decision';

/** Words of the same kinds, with the rows, columns or groups of the form that they name. */
export interface WordGroup {
  readonly kinds: readonly Kind[];
  /** Apart by blanks. */
  readonly texts: string;
  readonly names: readonly string[];
}

const of = (kinds: string, texts: string, ...names: readonly string[]): WordGroup => ({
  kinds: kinds === '' ? [] : (kinds.split(' ') as Kind[]),
  texts,
  names,
});

export const lexicon: readonly WordGroup[] = [
  // Changes nothing.
  of(
    '',
    '计 已 已经 有 为 是 了 的 到 至 达 达到 并 且 尚有 依法 依规 依法依规 按时 按期 及时 如期 按规定 全部 此外 实际 目前 现 现有 数 数量 总数 总数量 ' +
      '总量 总计数 量 件数 案件 案 件 事项 情况 情形 结果 决定 在 于 中 内 新 期间 截至 截止 底 末 年底 年末 按照 根据 依据 依照 条例 规定 有关规定 ' +
      '予以 给予 进行 完成 各类 公众 社会公众 提出 提交 继续 工作 原因 任何 过 新的 相关 向 形式 一是 二是 三是 四是 五是 六是 曾 暂 尚 ' +
      '公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人、其他组织',
  ),
  of('anew', '共 共计 总计 合计 一共 总共 另 另有 另外 还有 还 同时'),
  of('all', '均 都'),
  of('toward', '对'),
  of('others', '等 等原因 等理由'),
  of('main unclear', '主要'),
  of('field', '方面'),
  of('field unclear', '领域 行业 条线 专项 本级'),
  of('part', '其中 包括 包含 含'),
  of('rest', '其他 其它 其余 剩余'),
  of('and', '、 及 和 与 或 以及 或者'),
  of('about', '约 近 逾 超 超过 大约 不足 将近 至少'),
  of('compare', '同比 环比 较 比 相比 增加 增长 减少 下降 上升 提高 提升 降低 回落 多 少 增 减 同期'),
  of('elsewhen', '累计 历年 历史 往年 近年 上半年 下半年 季度 月份 截至目前 截止目前 截至当前'),
  of('elsewhen since', '以来'),
  of('unclear', '平均 人均 每 各 分别 率 计划 预计 拟 将'),
  of('period', '全年 年内 全年度 报告期 报告期内'),
  of('negation', '未 没有 无 零 未有'),
  of('share', '占 占比 占比为 占比达 占总数 占总数的 占总量 占总量的 占总数比'),
  of('thisYear', '今年 本年 本年度 当年'),
  of('lastYear', '上年 上年度 上一年 上一年度 去年 去年度'),
  of('nextYear', '下年 下年度 下一年 下一年度 次年 次年度 明年'),
  of('information', '政府信息公开 政务信息公开 信息公开 政府信息 政务公开 政务信息 信息'),
  of('onRequest', '依申请公开 依申请 申请公开'),
  of('request', '申请'),
  of('receive', '新收 新收到 收到 受理 接收 接收到 接到 收办 新增'),
  of('handle', '办结 答复 办理完毕 办理完结 办毕 回复 办复'),
  of('process', '办理 处理'),
  of('carry', '结转 顺延 转入 转至 转到 转'),
  of('published', '公开'),
  of('cause', '因 由 由于 涉及 涉 有关 关于 提起 不服 而 因此 由此'),
  of('cause category', '类'),
  of('cause arise', '引发 引起 导致 被'),
  of('arise', '发生 产生 出现'),
  of('file', '文件'),
  of('decide', '作出 做出'),
  of('result', '予以公开 予以全部公开 全部公开 全部予以公开 同意公开', 'granted'),
  of('result', '部分公开 予以部分公开', 'partlyGranted'),
  of('result', '不予公开', 'refused'),
  of('result', '无法提供', 'unavailable'),
  of('result', '不予处理', 'notProcessed'),
  of('result', '本机关不掌握 不掌握相关政府信息 不掌握相关信息 不掌握', 'unavailable.notHeld'),
  of('result', '没有现成信息', 'unavailable.mustBeCreated'),
  of('result', '其他处理 其它处理 作其他处理 作其它处理', 'otherHandling'),
  of('applicant', '自然人 个人', 'naturalPerson'),
  of('applicant anyone', '公民', 'naturalPerson'),
  of(
    'applicant',
    '法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人组织 法人',
    'commercialEnterprise',
    'researchInstitution',
    'socialOrganization',
    'legalService',
    'otherOrganization',
  ),
  of('applicant', '商业企业', 'commercialEnterprise'),
  of('applicant', '科研机构', 'researchInstitution'),
  of('applicant', '社会公益组织', 'socialOrganization'),
  of('applicant', '法律服务机构', 'legalService'),
  of('proceeding', '行政复议 复议', 'review'),
  of('proceeding', '行政诉讼 诉讼', 'directSuit', 'suitAfterReview'),
  of('proceeding', '未经复议直接起诉 直接起诉', 'directSuit'),
  of('proceeding', '复议后起诉 经复议后起诉', 'suitAfterReview'),
  of('outcome', '结果维持 维持', 'upheld'),
  of('outcome', '结果纠正 纠正', 'corrected'),
  of('outcome', '其他结果', 'otherResult'),
  of('outcome', '尚未审结 未审结', 'pending'),
  of('document', '行政规范性文件 规范性文件', 'normativeDocuments'),
  of('document', '规章 政府规章', 'regulations'),
  of('made', '制发 制定 新制发 新制定 印发 出台 制定出台 制定印发', 'issued'),
  of('stage', '废止 失效 废止失效 宣布失效', 'repealed'),
  of('stage', '现行有效 继续有效', 'inForce'),
  of('decision', '行政许可', 'licences'),
  of('decision', '行政处罚', 'penalties'),
  of('decision', '行政强制 行政强制措施', 'coercion'),
];

/** What things are counted in, the longer first. */
export const units: readonly string[] = [
  ...['万元', '人次', '场次', '件次'],
  ...'件起宗例份项条篇次个场期部人家户册名元%',
];

/** Words that only begin like a unit. */
export const noUnits: readonly string[] = [
  ...[
    '个月',
    '个工作日',
    '个自然日',
    '个小时',
    '个百分点',
    '部门',
    '部分',
    '条例',
    '期间',
    '次年',
    '人民',
    '项目标',
  ],
];

/** Those in which applications, proceedings, documents and decisions are; 条 are items on a web page. */
export const caseUnits: ReadonlySet<string> = new Set('件起宗例份项个部');

/** What a number in Chinese numerals must have behind it to be one; without it 一 and 三 are parts of words. */
export const countedInWords = /[余多]?[件起宗例份条]|[余多]?项(?!目|工|制|任|措|重|内|机)/y;

/** What makes a number near its value: in front of it, between it and its unit, behind its unit. */
export const vague = {
  before: '数几上成近',
  between: '余多来',
  behind: ['以上', '左右', '以下', '以内', '上下'],
};

/** Other bodies, whose numbers are in no table of this report or only in sums. */
export const otherBodies =
  /部门|单位|乡镇|镇街|街道|[各县区市省州][县区镇乡直级]|(?<![格布结])局(?!面|限|部)|(?<!大)厅|委员会|办公室|公司|企业|学校|医院|法院|下级|下属|所属|[省市县区州旗镇乡]政府(?![门网信公采投])/;

/** How any body speaks of itself. */
export const anyBody: readonly string[] = ['本机关', '本单位', '我单位', '本行政机关', '我机关'];
