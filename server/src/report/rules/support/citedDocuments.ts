/** The documents that prescribed the forms, where a report cites them by number, and by one with a slip in it. */
import type { Span, StatutoryForm } from '../../model/index.ts';
import { matchesOf, matchFrom } from '../../text/match.ts';
import { normalize } from '../../text/normal.ts';

const OPEN = '[〔﹝[［（(【]';
const CLOSE = '[〕﹞\\]］）)】]';
/** Year and number of a document behind the words of who issued it: 〔2021〕30号. */
const NUMBER = new RegExp(`\\s{0,3}${OPEN}\\s{0,3}(\\d{4})\\s{0,3}${CLOSE}\\s{0,3}(\\d{1,3})\\s{0,3}号`, 'y');
/** The same with whatever can go wrong in it: 年 or 第, a bracket or 号 left out, O for 0. */
const MISQUOTED = new RegExp(
  `国办[\\u4e00-\\u9fff]{1,6}\\s{0,3}${OPEN}?\\s{0,3}(\\d{4})\\s{0,3}年?\\s{0,3}${CLOSE}?\\s{0,3}[年第]?\\s{0,3}([\\dOolI]{1,3})\\s{0,3}号?`,
  'g',
);
/** How far in front of its number the title of a document stands. */
const REACH = 60;

export interface CitedForm {
  readonly span: Span;
  readonly form: StatutoryForm;
}

/** The documents of forms that a report cites. */
export function citedForms(text: string, forms: readonly StatutoryForm[]): CitedForm[] {
  return citedDocuments(text, forms).flatMap(({ span, document }) => {
    const normal = normalize(document);
    const form = forms.find((candidate) => normalize(candidate.document) === normal);
    return form ? [{ span, form }] : [];
  });
}

interface CitedDocument {
  readonly span: Span;
  /** Its number as the forms write it. */
  readonly document: string;
}

/** Every number of a document whose issuer has prescribed a form. */
function citedDocuments(text: string, forms: readonly StatutoryForm[]): CitedDocument[] {
  const cited: CitedDocument[] = [];
  for (const issuer of issuersOf(forms)) {
    const { length } = issuer;
    for (let start = text.indexOf(issuer); start !== -1; start = text.indexOf(issuer, start + length)) {
      const match = matchFrom(NUMBER, text, start + length);
      if (!match) continue;
      const span = { start, end: start + length + match[0].length };
      cited.push({ span, document: `${issuer}〔${match[1]}〕${match[2]}号` });
    }
  }
  return cited;
}

const issuers = new WeakMap<readonly StatutoryForm[], ReadonlySet<string>>();

/** The words in front of the year in the numbers of the forms' documents. */
function issuersOf(forms: readonly StatutoryForm[]): ReadonlySet<string> {
  let own = issuers.get(forms);
  if (own === undefined) {
    own = new Set(forms.map(({ document }) => document.split('〔')[0]!));
    issuers.set(forms, own);
  }
  return own;
}

/**
 * Numbers with a slip in them: of no document, behind the title of one that prescribed a form. What is cited rightly
 * elsewhere is not meant by another number.
 */
export function misquotedForms(
  text: string,
  forms: readonly StatutoryForm[],
  cited: readonly CitedForm[],
): CitedForm[] {
  const found: CitedForm[] = [];
  for (const match of matchesOf(MISQUOTED, text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (cited.some((right) => right.span.start < span.end && span.start < right.span.end)) continue;
    const before = normalize(text.slice(Math.max(0, span.start - REACH), span.start));
    const form = forms.find(({ documentMark }) => before.includes(normalize(documentMark)));
    if (form && !cited.some((right) => right.form === form) && isNear(match, form))
      found.push({ span, form });
  }
  return found;
}

/** Whether a number can be a form's with a slip: its year or its number is right. */
function isNear([, year, number]: RegExpExecArray, { document }: StatutoryForm): boolean {
  const [ownYear, own] = document.match(/\d+/g)!;
  return year === ownYear || number!.replace(/[Oo]/g, '0').replace(/[lI]/g, '1') === own;
}
