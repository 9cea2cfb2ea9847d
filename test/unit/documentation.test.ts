/** The papers say what is true of the code, and nothing of the machine they were written on. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { analysisOfExample, exampleOptions } from '../../scripts/examples.ts';
import { ruleFiles } from '../../scripts/rule-pages.ts';
import { translate } from '../../server/src/cli/texts.ts';
import type { Locale } from '../../server/src/l10n.ts';
import { analyze } from '../../server/src/report/analyze.ts';
import type { ReportAnalysis } from '../../server/src/report/model/index.ts';
import { ruleDescriptions, rules } from '../../server/src/report/rules/index.ts';
import { defaultSetting } from '../../server/src/report/rules/rule.ts';

const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(read('package.json'));
const { contributes, scripts } = manifest;
const readmes: readonly (readonly [file: string, locale: Locale, texts: string])[] = [
  ['README.md', 'en', 'package.nls.json'],
  ['README.zh-CN.md', 'zh-cn', 'package.nls.zh-cn.json'],
];
/** What VS Code shows of the extension, in the order of who reads it. */
const extensionPage = 'docs/extension.md';
const papers = [
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/editors.md',
  'docs/editors.zh-cn.md',
  extensionPage,
];

describe('what npm run docs:rules makes', () => {
  const made = ruleFiles();

  test('is what is there', () => {
    for (const [file, content] of made) assert.equal(read(file), content, `${file}: npm run docs:rules`);
  });

  test('is all there is', () => {
    const pages = [...made.keys()].filter((file) => file.startsWith('docs/rules/'));
    assert.deepEqual(
      readdirSync(join(root, 'docs/rules'))
        .map((name) => `docs/rules/${name}`)
        .sort(),
      pages.sort(),
    );
  });
});

describe('the comment that a rule page shows', () => {
  for (const rule of rules) {
    const { id } = rule;
    test(`silences ${id}`, () => {
      const comment = `<!-- disclosure-report-disable-next-line ${id} -->`;
      assert.ok(read(`docs/rules/${id}.md`).includes(comment));
      const broken = analysisOfExample(rule);
      const silenced = withLineBefore(broken.source.text, linesWithFindings(broken), comment);
      const { findings } = analyze(silenced, exampleOptions(rule, true));
      assert.deepEqual(
        findings.map((finding) => finding.rule),
        [],
      );
    });
  }
});

for (const [file, locale, texts] of readmes) {
  describe(file, () => {
    const rows = tableRows(read(file));
    const titles = JSON.parse(read(texts));

    test('lists every rule with its severity', () => {
      const listed = rows.flatMap(([first, severity]) => {
        const id = /^\[.*\]\(docs\/rules\/([\w-]+)\./.exec(first!)?.[1];
        return id === undefined ? [] : [[id, severity]];
      });
      const expected = ruleDescriptions.map((rule) => [
        rule.id,
        translate({ key: `cli.severity.${defaultSetting(rule)}`, args: {} }, locale),
      ]);
      assert.deepEqual(listed, expected);
    });

    test('lists every setting with its default', () => {
      const properties = Object.entries<{ default: unknown }>(contributes.configuration.properties);
      const expected = properties.map(([name, { default: value }]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);
      const listed = rows.filter(([first]) => expected.some(([name]) => code(first!) === name));
      assert.deepEqual(
        listed.map(([name, value]) => [code(name!), code(value!)]),
        expected,
      );
    });

    test('lists every command with its title', () => {
      const expected: string[][] = contributes.commands.map(({ command, title }: Record<string, string>) => [
        command!,
        titles[title!.replaceAll('%', '')],
      ]);
      const listed = rows.filter(([first]) => expected.some(([name]) => code(first!) === name));
      assert.deepEqual(
        listed.map(([command, title]) => [code(command!), title]),
        expected,
      );
    });

    test('names only options that the command line has', () => {
      const program = read('server/src/cli/program.ts');
      const lines = read(file)
        .split('\n')
        .filter((line) => /(?:cli\.js|\.cjs) (?:check|extract)\b/.test(line));
      assert.ok(lines.length > 5);
      for (const [option] of lines.join('\n').matchAll(/--[a-z][a-z-]*/g))
        assert.match(program, new RegExp(`'${option}\\b`));
    });

    test('has the two commands word for word', () => {
      for (const command of ['npm ci && npm start', 'npm ci && npm test'])
        assert.ok(read(file).includes(`\n${command}\n`));
    });
  });
}

describe(extensionPage, () => {
  const page = read(extensionPage);

  test('is packaged as the readme, and nothing in it leads to what is not packaged', () => {
    assert.match(scripts.package, new RegExp(`--readme-path ${extensionPage} `));
    assert.doesNotMatch(page, /!\[|\]\((?!#)/);
  });

  test('names every command as the palette does', () => {
    const titles: Record<string, string> = JSON.parse(read('package.nls.zh-cn.json'));
    const names = contributes.commands.map(({ title }: { title: string }) => titles[title.slice(1, -1)]!);
    assert.deepEqual(
      names.filter((name: string) => !page.includes(name)),
      [],
    );
  });
});

for (const file of papers) {
  test(`${file}: every npm script it names exists`, () => {
    const named = [...read(file).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)];
    const missing = named.map(([, script, short]) => script ?? short!).filter((name) => !(name in scripts));
    assert.deepEqual(missing, []);
  });

  test(`${file}: every disclosureReport.* it names exists`, () => {
    const known = [
      ...Object.keys(contributes.configuration.properties),
      ...contributes.commands.map(({ command }: { command: string }) => command),
    ];
    const named = [...read(file).matchAll(/(?<!\.)\bdisclosureReport\.[\w.]*\w/g)].map(([name]) => name);
    assert.deepEqual(
      named.filter((name) => !known.includes(name)),
      [],
    );
  });
}

test('every link inside the project leads somewhere', () => {
  const files = committedFiles().filter((file) => file.endsWith('.md') && !/^(?:samples|test)\//.test(file));
  const broken = files.flatMap((file) => {
    const targets = [...read(file).matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map((match) => match[1]!);
    return targets
      .filter((target) => !existsSync(join(root, dirname(file), target)))
      .map((target) => `${file}: ${target}`);
  });
  assert.deepEqual(broken, []);
});

test('every folder and source file that the papers for contributors name exists', () => {
  const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
  const floors = ['', 'server/src', 'server/src/report'];
  for (const paper of ['ARCHITECTURE.md', 'CONTRIBUTING.md', ...decisions]) {
    const named = [...read(paper).matchAll(/`([\w.-]+(?:\/[\w.-]*)+)`/g)].map((match) => match[1]!);
    const missing = named.filter(
      (path) =>
        !/^(?:dist|\.vscode-test|workspace\/did\w+$)/.test(path) &&
        !floors.some((floor) => existsSync(join(root, floor, path))),
    );
    assert.deepEqual(missing, [], paper);
  }
});

test('ARCHITECTURE.md names every room of the server, and CONTRIBUTING.md every folder of tests', () => {
  for (const [paper, floor] of [
    ['ARCHITECTURE.md', 'server/src'],
    ['ARCHITECTURE.md', 'server/src/report'],
    ['CONTRIBUTING.md', 'test'],
  ] as const) {
    const text = read(paper);
    const folders = committedFiles().flatMap((file) => new RegExp(`^${floor}/[\\w-]+/`).exec(file) ?? []);
    const missing = [...new Set(folders)].filter((folder) => !text.includes(`\`${folder}\``));
    assert.deepEqual(missing, [], paper);
  }
});

test('decisions are numbered without a gap, and listed', () => {
  const names = readdirSync(join(root, 'docs/decisions'))
    .filter((name) => name !== 'README.md')
    .sort();
  assert.deepEqual(
    names.map((name) => Number(name.slice(0, 4))),
    names.map((_, index) => index + 1),
  );
  const list = read('docs/decisions/README.md');
  assert.deepEqual(
    names.filter((name) => !list.includes(`(${name})`)),
    [],
  );
});

describe('no committed text', () => {
  const texts = committedFiles().map((file) => ({ file, text: read(file) }));

  test('names a path of somebody’s machine', () => {
    const machinePath = /(?<![\w.}*)\]-])\/(?:work|tmp|root|home|Users)\/[\w.-]+/g;
    assert.deepEqual(occurrences(texts, machinePath), []);
  });

  test('names a host but those of standards and code', () => {
    const strangeHost =
      /https?:\/\/(?!json\.schemastore\.org\b|json-schema\.org\b|raw\.githubusercontent\.com\b|github\.com\b|www\.w3\.org\b|schemas\.openxmlformats\.org\b|purl\.oclc\.org\b|127\.0\.0\.1\b|localhost\b|\$\{)[\w.-]+/g;
    const own = texts.filter(({ file }) => file !== 'package-lock.json');
    assert.deepEqual(occurrences(own, strangeHost), []);
  });

  test('names where packages were downloaded from', () => {
    const lock = texts.find(({ file }) => file === 'package-lock.json')!;
    assert.doesNotMatch(lock.text, /"resolved"|registry\./);
    assert.match(read('.npmrc'), /^omit-lockfile-registry-resolved=true$/m);
  });
});

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The text files of the project, as git knows them. */
function committedFiles(): readonly string[] {
  const list = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return list
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)) && !/\.png$/.test(file));
}

function occurrences(
  texts: readonly { readonly file: string; readonly text: string }[],
  pattern: RegExp,
): readonly string[] {
  return texts.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`));
}

/** The cells of every table row of a Markdown text. */
function tableRows(markdown: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('| '));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

function code(cell: string): string {
  return cell.replaceAll('`', '');
}

function linesWithFindings({ findings, source }: ReportAnalysis): readonly number[] {
  return [...new Set(findings.map(({ span }) => source.lineAt(span.start)))];
}

function withLineBefore(text: string, before: readonly number[], line: string): string {
  const lines = text.split('\n');
  return lines.flatMap((each, index) => (before.includes(index) ? [line, each] : [each])).join('\n');
}
