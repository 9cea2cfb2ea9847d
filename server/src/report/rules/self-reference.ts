import { readBody } from '../bodies/index.ts';
import { callsOf } from '../bodies/ownNames.ts';
import type { Report } from '../model/index.ts';
import { type Breach, fix, insert, message, type Rule, replace } from './rule.ts';
import { type JoinedText, paragraphsOf } from './support/sentences.ts';

/** 我局, 我镇: only a body of that kind speaks so. 我办, 我县 and 我单位 fit many; 我委托 and 我局部 are other words. */
const NAMED = /我(局(?![部面限势])|镇(?!定)|乡(?![村镇下])|街道(?!办?口)|委(?![托派任婉屈])|厅(?!堂))/g;
/** 自我, 忘我. */
const OTHER_WORD = /[自你敌忘大小]/;
/** 2025年，我无…: the noun behind 我 is left out. */
const NOUNLESS =
  /(?:^|[，。；：])我(?=无|未|没有|严格|认真|高度|积极|共|全面|坚持|主动|收到|受理|进一步|始终|不断|持续|按照|根据|累计|将)/g;
/** What a name has in it of which the body may speak as its own, too. */
const alsoIn: Readonly<Record<string, RegExp>> = { 街道: /街道|地区|办事处/, 委: /委/, 乡: /乡|苏木/ };

/** The body that reports is called what it is. */
export const selfReference: Rule = {
  id: 'self-reference',
  severity: 'warning',
  fix: 'offered',
  example: { right: '我办没有其他需要报告的事项', wrong: '我局没有其他需要报告的事项' },
  *check(report: Report): Iterable<Breach> {
    const issuer = report.title?.issuer ?? null;
    const [own] = issuer === null ? [] : callsOf(issuer);
    const isTold = issuer !== null && own !== undefined && readBody(issuer)?.kind.organ !== 'zone';
    for (const paragraph of paragraphsOf(report)) {
      if (isTold) yield* othersIn(paragraph, issuer, own);
      yield* nounlessIn(paragraph, own ?? null);
    }
  },
};

function* othersIn({ text, spanOf }: JoinedText, issuer: string, own: string): Generator<Breach> {
  for (const { 0: found, 1: call, index } of text.matchAll(NAMED)) {
    if (OTHER_WORD.test(text[index - 1] ?? '') || mayCallItself(issuer, call!)) continue;
    const expected = `我${own}`;
    const span = spanOf(index, index + found.length);
    yield {
      span,
      message: message('finding.self-reference', { expected, found, issuer }),
      fixes: [fix('fix.replace', { expected }, false, [replace(span, expected)])],
    };
  }
}

/** Whether a body, or one that its name names, is of the kind that a word says. */
function mayCallItself(issuer: string, call: string): boolean {
  return callsOf(issuer).includes(call) || (alsoIn[call]?.test(issuer) ?? issuer.includes(call));
}

function* nounlessIn({ text, spanOf }: JoinedText, own: string | null): Generator<Breach> {
  for (const { 0: found, index } of text.matchAll(NOUNLESS)) {
    const end = index + found.length;
    const span = spanOf(end - 1, end);
    const fixes = own === null ? [] : [fix('fix.put-in', { expected: own }, false, [insert(span.end, own)])];
    const expected = own === null ? '我单位' : `我${own}`;
    yield { span, message: message('finding.self-reference.nounless', { expected }), fixes };
  }
}
