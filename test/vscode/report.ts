/** What the suite, inside VS Code, tells the runner outside: a file in the workspace, the one place both see. */
export interface SuiteReport {
  readonly vscode: string;
  readonly host: HostKind;
  /** Where the extension under test was loaded from; '' where it is not there. */
  readonly extension: string;
  readonly tests: readonly TestReport[];
}

export type HostKind = 'node' | 'web';

export interface TestReport {
  readonly title: string;
  readonly duration: number;
  readonly state: 'passed' | 'failed' | 'pending';
  readonly failure?: string;
}

export const reportFile = '.suite-report.json';

export const extensionId = 'disclosure-report.disclosure-report';

/** A report as a Word document, made before the run. */
export const documentFixture = '桐溪镇2025年政府信息公开工作年度报告.docx';
