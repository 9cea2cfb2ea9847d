/**
 * `npm run docs:rules`: a page for each rule in both languages, an index of them, and the tables of rules in the
 * READMEs. All of it comes from the rules, their texts and what `analyze` really says to their examples.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { translate } from '../server/src/cli/texts.ts';
import { type Locale, shownRule } from '../server/src/l10n.ts';
import { analyze } from '../server/src/report/analyze.ts';
import type { Finding, Fix, ReportAnalysis, Severity, TextKey } from '../server/src/report/model/index.ts';
import { ruleDescriptions } from '../server/src/report/rules/index.ts';
import { defaultSetting, type ExampleBeside, type RuleDescription } from '../server/src/report/rules/rule.ts';
import { UNUSED_SUPPRESSION } from '../server/src/report/suppression/unused.ts';
import { brokenBy, exampleOptions, sound } from './examples.ts';

const root = join(import.meta.dirname, '..');
const locales: readonly Locale[] = ['en', 'zh-cn'];
const readmes: Readonly<Record<Locale, string>> = { en: 'README.md', 'zh-cn': 'README.zh-CN.md' };
const tableMarks = ['<!-- rules: made by `npm run docs:rules` -->', '<!-- end of rules -->'] as const;
/** A passage is shown with the rest of its lines unless one of them is a paragraph. */
const longestLine = 100;
const longestPlace = 40;

interface Words {
  readonly made: string;
  readonly why: string;
  readonly example: string;
  readonly severity: string;
  readonly inPlace: string;
  readonly right: string;
  readonly wrong: string;
  readonly leftOut: string;
  readonly beside: Readonly<Record<ExampleBeside['reports'], string>>;
  readonly finding: string;
  readonly fixes: string;
  readonly safe: string;
  readonly fix: Readonly<Record<RuleDescription['fix'], string>>;
  readonly defaultSeverity: string;
  readonly optional: string;
  readonly fixing: Readonly<Record<RuleDescription['fix'], string>>;
  readonly settings: string;
  readonly commandLine: string;
  readonly comment: string;
  readonly noComment: string;
  readonly index: string;
  readonly columns: readonly string[];
  readonly colon: string;
  readonly stop: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    made: 'Made by `npm run docs:rules` from the rule, its texts and its example. Do not edit.',
    why: 'Why',
    example: 'Example',
    severity: 'Change its severity',
    inPlace: 'Silence it in place',
    right: 'As it should be:',
    wrong: 'Reported:',
    leftOut: 'Reported where this is left out.',
    beside: {
      'last-year': 'Beside it, in last year’s report:',
      members: 'Beside it, in the report of one of its members:',
    },
    finding: 'What is said:',
    fixes: 'Fixes:',
    safe: ' (safe)',
    fix: { safe: 'safe', offered: 'offered', none: '' },
    fixing: {
      safe: '“Fix all” applies its safe fixes; others are offered to choose from.',
      offered: 'Fixes are offered to choose from; “fix all” leaves them alone.',
      none: 'There is no automatic fix.',
    },
    defaultSeverity: 'Severity',
    optional: 'Set a severity to switch it on. ',
    settings:
      'In the settings, for all reports or for one folder, to `error`, `warning`, `information`, `hint` or `off`:',
    commandLine: 'On the command line, in a file that `--config` names:',
    comment: 'On a line of its own before the line of the finding, in plain text files as well:',
    noComment: 'This rule speaks of such comments, so no comment silences it: take the idle one away.',
    index: 'Rules',
    columns: ['Rule', 'Severity', 'Fix', 'What it asks for'],
    colon: ': ',
    stop: '. ',
  },
  'zh-cn': {
    made: '本页由 `npm run docs:rules` 根据规则、文字和示例生成，请勿手工修改。',
    why: '为什么',
    example: '示例',
    severity: '调整级别',
    inPlace: '就地屏蔽',
    right: '正确写法：',
    wrong: '会提示的写法：',
    leftOut: '缺少这一段时提示。',
    beside: { 'last-year': '上年报告中为：', members: '其中一个成员单位的报告中为：' },
    finding: '提示内容：',
    fixes: '可选的改法：',
    safe: '（安全修正）',
    fix: { safe: '安全修正', offered: '供选择', none: '' },
    fixing: {
      safe: '能安全修正的由“全部修正”自动改好，其余列出改法供选择。',
      offered: '列出改法供选择，“全部修正”不会改动。',
      none: '没有自动修正，需要人工修改。',
    },
    defaultSeverity: '级别',
    optional: '设定级别后启用。',
    settings:
      '在设置中调整，可对全部报告，也可只对某个文件夹；取值为 `error`（错误）、`warning`（警告）、`information`（信息）、`hint`（提示）、`off`（关闭）：',
    commandLine: '使用命令行时，写在 `--config` 指定的文件中：',
    comment: '在有问题的那一行之前另起一行写上（纯文本文件也适用）：',
    noComment: '本规则检查的就是屏蔽注释，不能再用注释屏蔽，删去不起作用的注释即可。',
    index: '规则',
    columns: ['规则', '级别', '修正', '要求'],
    colon: '：',
    stop: '。',
  },
};

/** Every generated file by its path from the root. */
export function ruleFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const locale of locales) {
    for (const rule of ruleDescriptions)
      files.set(`docs/rules/${pageName(rule.id, locale)}`, page(rule, locale));
    files.set(`docs/rules/${pageName('README', locale)}`, index(locale));
    files.set(readmes[locale], withTable(readFileSync(join(root, readmes[locale]), 'utf8'), locale));
  }
  return files;
}

/** The names that the command "Explain rule" looks for. */
function pageName(name: string, locale: Locale): string {
  return locale === 'en' ? `${name}.md` : `${name}.${locale}.md`;
}

function page(rule: RuleDescription, locale: Locale): string {
  const say = words[locale];
  return document(
    comment(say.made),
    `# ${title(rule.id, locale)}`,
    text(`rule.${rule.id}.summary`, locale),
    `${say.defaultSeverity}${say.colon}**${severity(defaultSetting(rule), locale)}**${say.stop}${rule.isOptional ? say.optional : ''}${say.fixing[rule.fix]}`,
    `## ${say.why}`,
    text(`rule.${rule.id}.why`, locale),
    `## ${say.example}`,
    ...example(rule, locale),
    `## ${say.severity}`,
    say.settings,
    fence('json', `{ "disclosureReport.rules": ${setting(rule)} }`),
    say.commandLine,
    fence('json', `{ "rules": ${setting(rule)} }`),
    `## ${say.inPlace}`,
    ...silence(rule, say),
  );
}

/** A page is found by the rule's id and read by its name. */
function title(rule: RuleDescription['id'], locale: Locale): string {
  return locale === 'en' ? `${rule}: ${text(`rule.${rule}.name`, locale)}` : shownRule(rule, locale);
}

/** The other way than by default: off, or on for a rule that is optional. */
function setting({ id, severity, isOptional }: RuleDescription): string {
  return `{ "${id}": "${isOptional ? severity : 'off'}" }`;
}

function example(rule: RuleDescription, locale: Locale): string[] {
  const say = words[locale];
  const { right, wrong, times = 1, beside } = rule.example;
  const again = times > 1 ? `\n… × ${times}` : '';
  const start = sound.indexOf(right);
  const broken = brokenBy(rule);
  const analysis = analyze(broken, exampleOptions(rule, true));
  const fixes = new Set(
    analysis.findings.flatMap((finding) => finding.fixes.map((fix) => describe(fix, locale))),
  );
  return [
    say.right,
    fence('text', linesOf(sound, start, right)),
    ...(beside ? [say.beside[beside.reports], fence('text', beside.passage)] : []),
    ...(wrong === '' ? [say.leftOut] : [say.wrong, fence('text', linesOf(broken, start, wrong) + again)]),
    ...insteadOf(beside, say),
    say.finding,
    analysis.findings.map((finding) => `- ${quote(finding, analysis, locale)}`).join('\n'),
    ...(fixes.size > 0 ? [say.fixes, [...fixes].map((fix) => `- ${fix}`).join('\n')] : []),
  ];
}

function insteadOf(beside: ExampleBeside | undefined, say: Words): string[] {
  return beside?.instead === undefined ? [] : [say.beside[beside.reports], fence('text', beside.instead)];
}

/** A passage with the rest of its first and last line, unless a line of it is too long to read. */
function linesOf(source: string, start: number, passage: string): string {
  const end = start + passage.replace(/\n$/, '').length;
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = source.indexOf('\n', end);
  const whole = source.slice(lineStart, lineEnd < 0 ? source.length : lineEnd);
  const isReadable = whole.split('\n').every((line) => line.length <= longestLine);
  return isReadable ? whole : source.slice(start, end);
}

function quote(finding: Finding, { source }: ReportAnalysis, locale: Locale): string {
  const place = source.text.slice(finding.span.start, finding.span.end);
  const where = place.length > longestPlace || /\s/.test(place) ? '' : `\`${place}\` `;
  const what = plain(translate(finding.message, locale));
  return `${where}**${severity(finding.severity, locale)}**${words[locale].colon}${what}`;
}

function describe(fix: Fix, locale: Locale): string {
  return plain(translate(fix.title, locale)) + (fix.safe ? words[locale].safe : '');
}

function silence({ id }: RuleDescription, say: Words): string[] {
  if (id === UNUSED_SUPPRESSION) return [say.noComment];
  return [say.comment, fence('text', comment(`disclosure-report-disable-next-line ${id}`))];
}

function index(locale: Locale): string {
  const say = words[locale];
  return document(comment(say.made), `# ${say.index}`, table(locale, ''));
}

function table(locale: Locale, folder: string): string {
  const { columns, fix } = words[locale];
  const rows = ruleDescriptions.map((rule) => [
    `[${shownRule(rule.id, locale)}](${folder}${pageName(rule.id, locale)})`,
    severity(defaultSetting(rule), locale),
    fix[rule.fix],
    text(`rule.${rule.id}.summary`, locale),
  ]);
  const lines = [columns, columns.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A README with the table between its marks made anew. */
function withTable(readme: string, locale: Locale): string {
  const [before, rest] = readme.split(tableMarks[0]);
  const after = rest?.split(tableMarks[1])[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${readmes[locale]} lacks the marks ${tableMarks.join(' and ')}`);
  }
  return `${before}${tableMarks[0]}\n\n${table(locale, 'docs/rules/')}\n\n${tableMarks[1]}${after}`;
}

function text(key: TextKey, locale: Locale): string {
  return plain(translate({ key, args: {} }, locale));
}

function severity(name: Severity | 'off', locale: Locale): string {
  return translate({ key: `cli.severity.${name}`, args: {} }, locale);
}

/** Text that Markdown shows as it is. */
function plain(message: string): string {
  return message.replace(/[\\`*_<>[\]]/g, '\\$&');
}

function fence(language: string, content: string): string {
  return `\`\`\`${language}\n${content}\n\`\`\``;
}

function comment(content: string): string {
  return `<!-- ${content} -->`;
}

function document(...blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

if (import.meta.main) {
  mkdirSync(join(root, 'docs', 'rules'), { recursive: true });
  for (const [file, content] of ruleFiles()) writeFileSync(join(root, file), content);
}
