/** Kinds of administrative bodies as one table: how their names end, and what follows from that. A new kind is a row. */

/** The rank of a territory; of some that end in 市 it cannot be told. */
export type Rank = 'province' | 'prefecture' | 'city' | 'county' | 'township';

/**
 * What kind of organ it is: of a territory, or a department of whatever rank. A `branch` is a local office of a central
 * body, `zone` the committee of a development zone; `page` is no body at all but ends like one.
 */
export type Organ = 'territory' | 'department' | 'zone' | 'branch' | 'school' | 'enterprise' | 'page';

export interface BodyKind {
  /** How its name ends, 人民政府 and the like left out; of several kinds the one with the longest ending counts. */
  readonly ending: string;
  readonly organ: Organ;
  readonly rank?: Rank;
  /**
   * Whether it can make 规章 (立法法 Articles 91 and 93: ministries, provinces, 设区的市, 自治州); not given where its
   * rank or what stands in front of it decides.
   */
  readonly makesRegulations?: boolean;
  /** What it calls itself behind 我, 本 and 全. */
  readonly calls: readonly string[];
  /** Names that in its own report mean no other body. */
  readonly alone?: readonly string[];
  /** Whether the name alone tells it from its like: there is one 青禾海关. */
  readonly isOneOfAKind?: boolean;
}

const territory = (ending: string, rank: Rank, more: Partial<BodyKind> = {}): BodyKind => ({
  ending,
  organ: 'territory',
  rank,
  calls: [ending],
  ...more,
});
/** Those that can never make 规章. */
const units = { makesRegulations: false } as const;
const department = (ending: string, calls: readonly string[], more: Partial<BodyKind> = {}): BodyKind => ({
  ending,
  organ: 'department',
  calls,
  ...more,
});
const zone = (ending: string): BodyKind => ({
  ending,
  organ: 'zone',
  calls: ['委', '区', '管委会'],
  alone: ['管委会'],
  ...units,
});
const branch = (ending: string, calls: readonly string[], more: Partial<BodyKind> = {}): BodyKind => ({
  ending,
  organ: 'branch',
  calls,
  ...units,
  ...more,
});
const other = (organ: Organ, ending: string, calls: readonly string[], isOneOfAKind = false): BodyKind => ({
  ending,
  organ,
  calls,
  isOneOfAKind,
  ...units,
});

const townOffice = ['街道', '街道办', '街道办事处', '办事处'];
export const kinds: readonly BodyKind[] = [
  territory('省', 'province', { makesRegulations: true }),
  territory('自治区', 'province', { makesRegulations: true, calls: ['自治区', '区'] }),
  territory('自治州', 'prefecture', { makesRegulations: true, calls: ['州'] }),
  territory('州', 'prefecture', { makesRegulations: true }),
  territory('盟', 'prefecture'),
  territory('地区', 'prefecture'),
  territory('市', 'city'),
  territory('县', 'county', units),
  territory('旗', 'county', units),
  territory('区', 'county', units),
  territory('新区', 'county', { ...units, calls: ['新区', '区'] }),
  territory('镇', 'township', { ...units, alone: ['镇政府', '镇人民政府'] }),
  territory('乡', 'township', { ...units, alone: ['乡政府', '乡人民政府'] }),
  territory('苏木', 'township', { ...units, alone: ['苏木政府', '苏木人民政府'] }),
  territory('街道', 'township', { ...units, calls: ['街道', '街'], alone: townOffice }),
  territory('地区办事处', 'township', { ...units, calls: ['地区', '街道'], alone: ['办事处'] }),

  zone('管理委员会'),
  zone('管委会'),
  zone('开发区'),
  zone('高新区'),
  zone('示范区'),
  zone('度假区'),
  zone('园区'),

  branch('海关', ['关'], { isOneOfAKind: true }),
  branch('关区', ['关区', '关'], { isOneOfAKind: true }),
  branch('税务局', ['局']),
  branch('税务分局', ['局', '分局'], { alone: ['分局'] }),
  branch('海事局', ['局']),
  branch('海事处', ['处']),
  branch('气象局', ['局']),
  branch('监管局', ['局']),
  branch('监管分局', ['局', '分局'], { alone: ['分局'] }),
  branch('邮政管理局', ['局']),
  branch('烟草专卖局', ['局']),
  branch('调查队', ['队']),
  branch('分行', ['行']),
  branch('支行', ['行']),

  department('局', ['局'], units),
  department('分局', ['局', '分局'], { ...units, alone: ['分局'] }),
  department('支局', ['局', '支局'], { ...units, alone: ['支局'] }),
  department('总局', ['局', '总局'], { makesRegulations: true, isOneOfAKind: true }),
  department('署', ['署'], { makesRegulations: true, isOneOfAKind: true }),
  department('部', ['部'], { makesRegulations: true, isOneOfAKind: true }),
  department('厅', ['厅']),
  department('委', ['委']),
  department('委员会', ['委']),
  department('办', ['办']),
  department('办公室', ['办']),
  department('办公厅', ['办', '厅']),
  department('院', ['院']),
  department('处', ['处']),
  department('办事处', ['办事处', '处']),
  department('所', ['所']),
  department('站', ['站']),
  department('中心', ['中心'], units),
  department('队', ['队']),
  department('总队', ['队', '总队'], { alone: ['总队'] }),
  department('支队', ['队', '支队'], { ...units, alone: ['支队'] }),
  department('大队', ['队', '大队'], { ...units, alone: ['大队'] }),
  department('馆', ['馆']),
  department('园', ['园']),
  department('社', ['社']),
  department('联合会', ['会']),
  department('协会', ['会']),

  other('school', '大学', ['校'], true),
  other('school', '学院', ['院', '校'], true),
  other('school', '学校', ['校']),
  other('school', '中学', ['校']),
  other('school', '小学', ['校']),
  other('school', '幼儿园', ['园']),
  other('enterprise', '银行', ['行'], true),
  other('enterprise', '公司', ['公司'], true),
  other('enterprise', '集团', ['集团'], true),
  other('enterprise', '集团有限公司', ['集团', '公司'], true),
  other('enterprise', '电业局', ['局']),
  other('enterprise', '供电局', ['局']),
  other('page', '网站', []),
  other('page', '门户', []),
  other('page', '专栏', []),
];

/** What stands behind the name of a territory where the name is that of its government. */
export const governments: readonly string[] = ['人民政府', '政府', '行政公署', '办事处'];

/** The office of a government, which reports for it. */
export const offices: readonly string[] = ['党政综合办公室', '党政办公室', '综合办公室', '办公室', '办公厅'];

/** How the names of central bodies, and of their local offices, begin. */
export const CENTRAL = /^(?:国[务家]|中[国央共]|中华人民共和国|全国|最高)/;
/** A local office of a central body: 国家统计局青禾调查队. */
export const OFFICE_OF_CENTRAL = /^(?:国家|中国)[^局署部]{2,14}(?:局|署)(?=.{2})/;

/** Cities with the rank of a province. */
export const directCities: readonly string[] = ['北京市', '上海市', '天津市', '重庆市'];

/**
 * Words that have the character of a territory in them and name none: 城乡建设局, 市场监督管理局; at the beginning also
 * 本县, 开发区管委会.
 */
export const NO_TERRITORY =
  /城[市乡镇区]|乡[村镇]|市场|区[划域]|^[我本全各该]?(?:[省市县区州旗镇乡盟]|街道)|^(?:经济|技术|高新|产业|工业|农业|示范|开发|旅游|度假|保税|自治|社|地|新)+区/g;
