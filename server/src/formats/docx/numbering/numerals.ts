/** Numbers as automatic numbering writes them (ECMA-376 part 1, 17.18.59 ST_NumberFormat). */

type Format = (value: number) => string | null;

const CHINESE = '零一二三四五六七八九';
const CIRCLE_ZERO = '〇';
const CAPITAL = '零壹贰叁肆伍陆柒捌玖';
const CAPITAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const UNITS = ['', '十', '百', '千'];
const CAPITAL_UNITS = ['', '拾', '佰', '仟'];

/** A value in a format, `null` where the format is unknown or has no such number. */
export function formatNumber(value: number, format: string): string | null {
  return formats.get(format)?.(value) ?? null;
}

const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['decimal', String],
  ['decimalHalfWidth', String],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['upperRoman', (value) => roman(value)],
  ['lowerRoman', (value) => roman(value)?.toLowerCase() ?? null],
  ['upperLetter', letter],
  ['lowerLetter', (value) => letter(value)?.toLowerCase() ?? null],
  ['ordinal', String],
  ['none', () => ''],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedFullstop', (value) => within(value, 20, 0x2488)],
  ['decimalEnclosedParen', (value) => within(value, 20, 0x2474)],
  ['ideographEnclosedCircle', (value) => within(value, 10, 0x3280)],
  ['ideographParenthesized', (value) => within(value, 10, 0x3220)],
  ['ideographTraditional', (value) => '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? null],
  ['ideographZodiac', (value) => '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? null],
  ['ideographDigital', digits],
  ['japaneseDigitalTenThousand', digits],
  ['taiwaneseDigital', digits],
  ['chineseCounting', counting],
  ['chineseCountingThousand', counting],
  ['taiwaneseCounting', counting],
  ['taiwaneseCountingThousand', counting],
  ['japaneseCounting', counting],
  ['chineseLegalSimplified', (value) => count(value, CAPITAL, CAPITAL_UNITS)],
  ['ideographLegalTraditional', (value) => count(value, CAPITAL_TRADITIONAL, CAPITAL_UNITS)],
]);

function counting(value: number): string | null {
  const counted = count(value, CHINESE, UNITS);
  // 十二, not 一十二.
  return counted?.startsWith('一十') ? counted.slice(1) : counted;
}

/** Up to 9,999: a zero stands once for all units that are left out between others. */
function count(value: number, numerals: string, units: readonly string[]): string | null {
  if (value < 0 || value > 9999) return null;
  if (value === 0) return numerals[0] ?? null;
  let text = '';
  const figures = [...String(value)].map(Number);
  figures.forEach((figure, at) => {
    const unit = units[figures.length - 1 - at] ?? '';
    if (figure !== 0) text += `${figures[at - 1] === 0 ? numerals[0] : ''}${numerals[figure]}${unit}`;
  });
  return text;
}

/** Figure by figure: 十 is 一〇. */
function digits(value: number): string {
  return [...String(value)]
    .map((figure) => (figure === '0' ? CIRCLE_ZERO : CHINESE[Number(figure)]))
    .join('');
}

function fullWidth(value: number): string {
  return [...String(value)].map((figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0)).join('');
}

function circled(value: number): string | null {
  return (
    within(value, 20, 0x2460) ??
    (value <= 35 ? within(value - 20, 15, 0x3251) : within(value - 35, 15, 0x32b1))
  );
}

/** A character of a row of characters, of which the first is 1. */
function within(value: number, most: number, first: number): string | null {
  return value >= 1 && value <= most ? String.fromCharCode(first + value - 1) : null;
}

/** Z is followed by AA, BB. */
function letter(value: number): string | null {
  if (value < 1 || value > 26 * 10) return null;
  const index = (value - 1) % 26;
  return String.fromCharCode(65 + index).repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string | null {
  if (value < 1 || value > 3999) return null;
  let rest = value;
  let text = '';
  for (const [size, numeral] of ROMAN) {
    for (; rest >= size; rest -= size) text += numeral;
  }
  return text;
}
