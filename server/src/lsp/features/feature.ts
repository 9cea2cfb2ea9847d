/** What a feature is: a function from an understood report and a request to an LSP value. */
import type { ClientFacts } from '../../workspace/clientFacts.ts';
import type { OpenReport } from '../../workspace/workspace.ts';

/** A request's world: the report at one version, and who asks. */
export interface Context {
  readonly report: OpenReport;
  readonly client: ClientFacts;
}

export type Feature<Params, Result> = (context: Context, params: Params) => Result;
