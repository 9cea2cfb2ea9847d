/** Whose report it is: when two titles name the same body, and whether a name can be that of one body only. */
import { normalize } from '../text/normal.ts';

/** Traditional characters of place and body names that the form's own words do not have, and their simplified ones. */
const TRADITIONAL =
  '東門陽龍馬鳳興義寧蘇滬魯貴雲廣萬長濱臨漢濟陝寶齊鹽無錫連揚蕪銅豐樂慶嶺灣島橋鄭吳黃鄧羅劉湯溫瀋遼贛閩粵瓊臺澤靈瀘滄衛輝魚雞鶴畢節張陳孫趙楊葉莊頭紅藍綠農財稅員會聯團黨軍醫藥產資業環運輸網電訊僑';
const SIMPLIFIED =
  '东门阳龙马凤兴义宁苏沪鲁贵云广万长滨临汉济陕宝齐盐无锡连扬芜铜丰乐庆岭湾岛桥郑吴黄邓罗刘汤温沈辽赣闽粤琼台泽灵泸沧卫辉鱼鸡鹤毕节张陈孙赵杨叶庄头红蓝绿农财税员会联团党军医药产资业环运输网电讯侨';
const simplified = new Map([...TRADITIONAL].map((character, index) => [character, SIMPLIFIED[index]!]));
const traditionalCharacter = new RegExp(`[${TRADITIONAL}]`, 'g');

/**
 * The normal form by which issuers are compared: characters simplified, one kind of bracket, no white space, nothing
 * else. 渠县 and 渠县人民政府办公室 are different bodies, and so are a body and the same one with （本级） behind it:
 * nothing is cut off and no beginning is compared.
 */
export function issuerKey(name: string): string {
  const key = normalize(name).replace(traditionalCharacter, (character) => simplified.get(character)!);
  return key.replace(/[[［【〔]/g, '(').replace(/[\]］】〕]/g, ')');
}

/** Words that have the character of a territory in them and name none: 城乡建设局, 市场监督管理局, 开发区管委会. */
const NO_PLACE =
  /城[市乡镇区]|乡[村镇]|市场|区[划域]|^[我本全各该]?(?:[省市县区州旗镇乡盟]|街道)|^(?:经济|技术|高新|产业|工业|农业|示范|开发|旅游|度假|保税|自治|社|地|新)+区/g;
const PLACE = /[^·][省市县区州旗镇乡盟]|[^·]街道/;
/** Bodies of which there is one in the country, or that have a name of their own. */
const ONE_OF_A_KIND = /^(?:国[务家]|中[国央共]|全国|最高)|(?:[部署]|总局|大学|学院|银行|公司)$/;

/** Whether an issuer's normal form tells it from others of its kind: 渠县教育局 does, 教育局 and 县教育局 do not. */
export function isTelling(key: string): boolean {
  return ONE_OF_A_KIND.test(key) || PLACE.test(key.replace(NO_PLACE, '·'));
}
