/** Texts on another form, which are not judged, and texts about reports, which are none. */
import { readBody } from '../bodies/index.ts';
import type { OtherForm, Period, StatutoryForm, Title } from '../model/index.ts';
import type { Line } from '../text/lines.ts';
import { normalize } from '../text/normal.ts';
import { readSectionHeading } from './headings.ts';
import type { Outline } from './outline.ts';
import { SCHOOL_YEAR } from './titleParts.ts';
import { wordsOf } from './words.ts';

/** So many headings in the form's words make a school's or an enterprise's report one on the form. */
const FORMS_OWN_HEADINGS = 3;
/** Headings of a school's form, and of those in use before 2019. */
const SCHOOLS = /信息公开.{0,4}评议|师生|学生|招生/;
const EARLIER = /收费.{0,6}减免|减免.{0,6}收费/;

/** Which other form a text is on; `null` where it is on one of the government's, or is to be. */
export function otherFormOf(
  lines: readonly Line[],
  outline: Outline,
  period: Period | undefined,
): OtherForm | null {
  const { title, forms, isFormRecognized } = outline;
  if (isSchoolYear(title, period)) return 'school';
  if (isFormRecognized) return null;
  const year = title?.year ?? period?.from.year ?? null;
  if (year !== null && year < earliestYear(forms)) return 'earlier';
  const organ = title?.issuer ? readBody(title.issuer)?.kind.organ : undefined;
  const titles = lines.flatMap((line) => readSectionHeading(line)?.title ?? []).map(normalize);
  const own = outline.headings.filter(({ wording }) => wording === 'form' || wording === 'accepted');
  if (own.length < FORMS_OWN_HEADINGS) {
    if (organ === 'school' || organ === 'enterprise') return organ;
    if (organ === undefined && titles.some((each) => SCHOOLS.test(each))) return 'school';
  }
  return year === null && titles.some((each) => EARLIER.test(each)) ? 'earlier' : null;
}

/** A school's year runs from 1 September to 31 August. */
function isSchoolYear(title: Title | null, period: Period | undefined): boolean {
  if (title && SCHOOL_YEAR.test(title.text)) return true;
  return period?.from.month === 9 && period.to.month === 8;
}

function earliestYear(forms: readonly StatutoryForm[]): number {
  return Math.min(...forms.map(({ years: [first] }) => first));
}

const LINES_OF_NOTICE = 20;
const LONGEST_NOTICE = 120;
const NOTICE =
  /^(?!.*[。；]).*(?:年度报告|年报|工作报告).{0,24}(?:通知|通报|的?[函复]|方案|解读|意见|办法|指南|批复|请示|提示|提醒|通告|说明|要点|安排|要求|点评|评估|总结会|培训班|推进会)$/;

/** Whether a text is about reports: 关于报送2025年政府信息公开工作年度报告的通知 stands where a title would. */
export function isNotice(lines: readonly Line[], { title, form: { reportTitle } }: Outline): boolean {
  const heads = lines.filter(({ text }) => text !== '').slice(0, LINES_OF_NOTICE);
  const end = title?.span.start ?? Number.POSITIVE_INFINITY;
  return heads.some((line, index) => {
    if (line.span.start >= end) return false;
    const words = normalize(wordsOf(line).text);
    const broken = words + normalize(heads[index + 1]?.text ?? '');
    return [words, broken].some(
      (text) => text.length <= LONGEST_NOTICE && NOTICE.test(text) && reportTitle.spoken.test(text),
    );
  });
}
