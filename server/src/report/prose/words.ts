/**
 * The words in which reports speak of their numbers. What is not here is not understood, and a number beside it is no
 * claim: 征地拆迁领域 26 件 is a named part, 转办 86 件 another population.
 */

import type { StatutoryForm } from '../model/index.ts';
import { normalize, withoutOrdinal } from '../text/normal.ts';

/** What a word does in a phrase: a bit each, so that a phrase's kinds are one number. */
export const kind = {
  /** Changes nothing: 共, 依法. */
  filler: 0,
  and: 1 << 0,
  /** A part of the number before it follows. */
  part: 1 << 1,
  /** 其他, 其余: with it a list of parts is complete. */
  rest: 1 << 2,
  about: 1 << 3,
  /** Sets a number against another one: 同比, 较, 增加. */
  compare: 1 << 4,
  /** Another time than the year. */
  elsewhen: 1 << 5,
  /** Several numbers at once, a rate, a plan. */
  unclear: 1 << 6,
  /** The whole year. */
  period: 1 << 7,
  negation: 1 << 8,
  share: 1 << 9,
  thisYear: 1 << 10,
  lastYear: 1 << 11,
  nextYear: 1 << 12,
  /** The body that reports; which of 我市, 我局 that is depends on its name. */
  subject: 1 << 13,
  information: 1 << 14,
  onRequest: 1 << 15,
  request: 1 << 16,
  receive: 1 << 17,
  handle: 1 << 18,
  process: 1 << 19,
  carry: 1 << 20,
  published: 1 << 21,
  result: 1 << 22,
  applicant: 1 << 23,
  proceeding: 1 << 24,
  outcome: 1 << 25,
  cause: 1 << 26,
  document: 1 << 27,
  file: 1 << 28,
  /** Made, repealed, in force. */
  stage: 1 << 29,
  decide: 1 << 30,
  decision: 1 << 31,
} as const;

/** What a piece of a sentence is: a bit each, so that a phrase's pieces are one number. */
export const piece = {
  word: 1 << 0,
  unknown: 1 << 1,
  /** Unknown words that name another body. */
  foreign: 1 << 2,
  /** Another year than the report's and the two beside it. */
  year: 1 << 3,
  /** A day or a month. */
  date: 1 << 4,
  /** The first or the last day or month of a year. */
  bound: 1 << 5,
  number: 1 << 6,
  mark: 1 << 7,
  opening: 1 << 8,
  closing: 1 << 9,
  colon: 1 << 10,
  semicolon: 1 << 11,
} as const;

/** A word that is known, or what stands for a piece of another sort. */
export interface Word {
  /** One of `piece`. */
  readonly piece: number;
  readonly text: string;
  /** One of `kind`. */
  readonly kind: number;
  /** Rows, columns or groups of the form, where the word names some. */
  readonly names: readonly string[];
}

const plain: Partial<Record<keyof typeof kind, string>> = {
  filler:
    '共 共计 总计 合计 一共 总共 计 已 已经 有 为 是 了 的 到 至 达 达到 均 都 并 且 另 另有 另外 还有 还 尚有 依法 依规 ' +
    '依法依规 按时 按期 及时 如期 按规定 全部 同时 此外 实际 目前 现 现有 数 数量 总数 总数量 总量 总计数 量 件数 案件 案 件 ' +
    '事项 情况 情形 结果 决定 在 对 于 中 内 新 期间 截至 截止 底 末 年底 年末 ' +
    '按照 根据 依据 依照 条例 规定 有关规定 予以 给予 进行 完成 各类 公众 社会公众 提出 提交 继续 工作 等 原因 等原因 等理由 任何 过 新的 相关 方面 的 发生 产生 向 形式 一是 二是 三是 四是 五是 六是 ' +
    '公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人、其他组织',
  part: '其中 包括 包含 含',
  rest: '其他 其它 其余 剩余',
  and: '、 及 和 与 或 以及 或者',
  about: '约 近 逾 超 超过 大约 不足 将近 至少',
  compare: '同比 环比 较 比 相比 增加 增长 减少 下降 上升 提高 提升 降低 回落 多 少 增 减 同期',
  elsewhen: '累计 历年 以来 历史 往年 近年 上半年 下半年 季度 月份 截至目前 截止目前 截至当前',
  unclear: '平均 人均 每 各 分别 率 计划 预计 拟 将',
  period: '全年 年内 全年度 报告期 报告期内',
  negation: '未 没有 无 零 未有',
  share: '占 占比 占比为 占比达 占总数 占总数的 占总量 占总量的 占总数比',
  thisYear: '今年 本年 本年度 当年',
  lastYear: '上年 上年度 上一年 上一年度 去年 去年度',
  nextYear: '下年 下年度 下一年 下一年度 次年 次年度 明年',
  information: '政府信息公开 政务信息公开 信息公开 政府信息 政务公开 政务信息 信息',
  onRequest: '依申请公开 依申请 申请公开',
  request: '申请',
  receive: '新收 新收到 收到 受理 接收 接收到 接到 收办 新增',
  handle: '办结 答复 办理完毕 办理完结 办毕 回复 办复',
  process: '办理 处理',
  carry: '结转 顺延 转入 转至 转到 转',
  published: '公开',
  cause: '因 由 由于 引发 引起 导致 涉及 涉 有关 关于 被 提起 类 不服 而',
  file: '文件',
  decide: '作出 做出',
};

const naming: readonly (readonly [keyof typeof kind, readonly string[], string])[] = [
  ['result', ['granted'], '予以公开 予以全部公开 全部公开 全部予以公开 同意公开'],
  ['result', ['partlyGranted'], '部分公开 予以部分公开'],
  ['result', ['refused'], '不予公开'],
  ['result', ['unavailable'], '无法提供'],
  ['result', ['notProcessed'], '不予处理'],
  ['result', ['unavailable.notHeld'], '本机关不掌握 不掌握相关政府信息 不掌握相关信息 不掌握'],
  ['result', ['unavailable.mustBeCreated'], '没有现成信息'],
  ['result', ['otherHandling'], '其他处理 其它处理 作其他处理 作其它处理'],
  ['applicant', ['naturalPerson'], '自然人 公民 个人'],
  [
    'applicant',
    [
      'commercialEnterprise',
      'researchInstitution',
      'socialOrganization',
      'legalService',
      'otherOrganization',
    ],
    '法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人组织 法人',
  ],
  ['applicant', ['commercialEnterprise'], '商业企业'],
  ['applicant', ['researchInstitution'], '科研机构'],
  ['applicant', ['socialOrganization'], '社会公益组织'],
  ['applicant', ['legalService'], '法律服务机构'],
  ['proceeding', ['review'], '行政复议 复议'],
  ['proceeding', ['directSuit', 'suitAfterReview'], '行政诉讼 诉讼'],
  ['proceeding', ['directSuit'], '未经复议直接起诉 直接起诉'],
  ['proceeding', ['suitAfterReview'], '复议后起诉 经复议后起诉'],
  ['outcome', ['upheld'], '结果维持 维持'],
  ['outcome', ['corrected'], '结果纠正 纠正'],
  ['outcome', ['otherResult'], '其他结果'],
  ['outcome', ['pending'], '尚未审结 未审结'],
  ['document', ['normativeDocuments'], '行政规范性文件 规范性文件'],
  ['document', ['regulations'], '规章 政府规章'],
  ['stage', ['issued'], '制发 制定 新制发 新制定 印发 出台 制定出台 制定印发'],
  ['stage', ['repealed'], '废止 失效 废止失效 宣布失效'],
  ['stage', ['inForce'], '现行有效 继续有效'],
  ['decision', ['licences'], '行政许可'],
  ['decision', ['penalties'], '行政处罚'],
  ['decision', ['coercion'], '行政强制 行政强制措施'],
];

const none: readonly string[] = [];

/** Every word of prose that is understood, whatever the form. */
const commonWords: readonly Word[] = [
  ...Object.entries(plain).flatMap(([name, texts]) => listed(name as keyof typeof kind, none, texts)),
  ...naming.flatMap(([name, names, texts]) => listed(name, names, texts)),
];

function listed(name: keyof typeof kind, names: readonly string[], texts: string): Word[] {
  return texts.split(' ').map((text) => ({ piece: piece.word, text, kind: kind[name], names }));
}

/** A shorter label can be anything: 其他. */
const SHORTEST_LABEL = 4;

/** The words of prose and the form's own names for results. */
export function wordsOf(form: StatutoryForm): readonly Word[] {
  const known = new Set(commonWords.map(({ text }) => text));
  const results = form.tables
    .flatMap((table) => table.lines)
    .filter(({ row, groups }) => row !== null && groups.length > 0)
    .map(
      ({ row, label }): Word => ({
        piece: piece.word,
        text: nameOf(label),
        kind: kind.result,
        names: [row!],
      }),
    )
    .filter(({ text }) => text.length >= SHORTEST_LABEL && !known.has(text));
  return [...commonWords, ...results];
}

/** 3.危及“三安全一稳定” in prose: 危及三安全一稳定. */
function nameOf(label: string): string {
  return withoutOrdinal(normalize(label)).replace(/\(.*$|"/g, '');
}
