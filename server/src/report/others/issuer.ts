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
