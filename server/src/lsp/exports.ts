/** An open report as it is to be published: the bytes for a client that writes the file. */
import { translate } from '../l10n.ts';
import { publishedKindOf, publishReport } from '../publishReport.ts';
import { toBase64 } from '../workspace/base64.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type OwnRequests, refusing } from './ownRequests.ts';

const EXPORT_DOCUMENT = 'disclosureReport/exportDocument';

export interface ExportRequest {
  /** Of the open text. */
  readonly uri: string;
  /** The file's name, which says of which kind it is to be. */
  readonly name: string;
}

/** Answers with the bytes in base64; a refusal is an error whose message says why. */
export function serveExports(requests: OwnRequests, workspace: Workspace): void {
  const { connection, locale } = requests;
  connection.onRequest(EXPORT_DOCUMENT, ({ uri, name }: ExportRequest) =>
    refusing(requests, async (): Promise<{ bytes: string }> => {
      const report = await workspace.open(uri);
      const kind = publishedKindOf(name);
      if (kind === null || !report?.analysis.isReport)
        return requests.refuse(translate({ key: 'export.unfit', args: {} }, locale));
      const published = await publishReport(report.analysis.source.text, kind);
      if (published instanceof Uint8Array) return { bytes: toBase64(published) };
      return requests.refuse(translate(published, locale));
    }),
  );
}
