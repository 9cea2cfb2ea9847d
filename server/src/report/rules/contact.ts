import type { Report } from '../model/index.ts';
import { type Breach, message, type Rule } from './rule.ts';
import { paragraphsOf } from './support/sentences.ts';

interface ContactKind {
  readonly key: `finding.contact.${'mail' | 'phone' | 'postcode' | 'address'}`;
  /** Its last group is what is written, at the end of the match. */
  readonly found: RegExp;
  readonly isPossible: (written: string) => boolean;
}

/** Contact data behind the word that announces them, or told by their own shape. */
const kinds: readonly ContactKind[] = [
  {
    key: 'finding.contact.mail',
    found: /([A-Za-z0-9_.+-]{1,64}[@＠][@＠A-Za-z0-9_.,，-]{0,80}[A-Za-z0-9])/g,
    isPossible: isMail,
  },
  {
    key: 'finding.contact.postcode',
    found: /(?:邮编|邮政编码)(?:为|是)?[：:]?(\d{1,12})(?![\d-])/g,
    isPossible: (written) => /^[0-8]\d{5}$/.test(written),
  },
  {
    key: 'finding.contact.phone',
    found:
      /(?:电话|传真|热线|手机)(?:号码)?(?:[（(][^（）()]{1,12}[）)])?(?:为|是)?[：:]?([（(]?\d[\d（）()－—–-]{1,24})(?![\dA-Za-z×*])/g,
    isPossible: isPhone,
  },
  {
    key: 'finding.contact.address',
    found:
      /(https?[：:；;/\\]{1,6}[!-~]{1,200}|www[.。．，,]{1,3}[A-Za-z0-9-]{1,63}(?:[.．]{1,3}[A-Za-z0-9-]{1,63}){0,9})/g,
    isPossible: isAddress,
  },
];

/** What may stand behind contact data and is no part of them. */
const TRAILING = /[（()）\]，,.。；;：:、－—–-]+$/;

/** Contact data that nobody can be reached by. */
export const contact: Rule = {
  id: 'contact',
  severity: 'warning',
  fix: 'none',
  example: { right: '没有其他需要报告的事项', wrong: '联系邮箱：xxgk@.example.cn' },
  *check(report: Report): Iterable<Breach> {
    for (const { text, spanOf } of paragraphsOf(report))
      for (const { key, found, isPossible } of kinds)
        for (const match of text.matchAll(found)) {
          const written = match[1]!.replace(TRAILING, '');
          const start = match.index + match[0].length - match[1]!.length;
          if (written === '' || isPossible(written)) continue;
          yield { span: spanOf(start, start + written.length), message: message(key, { found: written }) };
        }
  },
};

const MAIL = /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*[@＠][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/;

/** Behind a comma other data may follow. */
function isMail(written: string): boolean {
  return MAIL.test(written.split(/[,，]/)[0]!);
}

const LONGEST_SERVICE_NUMBER = 6;
const LONGEST_PHONE = 12;
/** A number without area code; 12345 and its like; what follows 400. */
const LOCAL = /^(?:\d{7,8}|\d{5}|\d{3})$/;

/** Whether anybody can be called: strokes and brackets part area code, number and extension. */
function isPhone(written: string): boolean {
  const parts = written.split(/[^\d]+/).filter((part) => part !== '');
  const [first = '', second = '', third = ''] = first86(parts);
  if (second === '') return isWholeNumber(first);
  if (/^[48]00$/.test(first)) return (second + third).length >= 7;
  if (!/^0\d{2,3}$/.test(first)) return true;
  return LOCAL.test(second) || LOCAL.test(second + third);
}

function first86(parts: readonly string[]): readonly string[] {
  return parts[0] === '86' || parts[0] === '0086' ? parts.slice(1) : parts;
}

function isWholeNumber(digits: string): boolean {
  const { length } = digits;
  if (length <= LONGEST_SERVICE_NUMBER || length > LONGEST_PHONE) return length < 13 || length > 15;
  if (length === 9) return false;
  if (length === 10) return /^[048]/.test(digits);
  return length < 11 || /^(?:0|1[3-9]|86)/.test(digits);
}

const ADDRESS = /^(?:https?:\/\/)?([^/:?#]+)(?::\d{1,5})?(?:[/?#]|$)/;
const HOST = /^(?:localhost|(?:[A-Za-z0-9_-]+\.)+(?:[A-Za-z]{2,}|\d{1,3}|xn--[A-Za-z0-9]+))$/;

function isAddress(written: string): boolean {
  const host = ADDRESS.exec(written)?.[1];
  return host !== undefined && HOST.test(host);
}
