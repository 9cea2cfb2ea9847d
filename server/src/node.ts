/** Entry in Node: `--stdio` for any editor, `--node-ipc` for VS Code; stdio where nothing is said. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.ts';

const transport = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;
if (!process.argv.some((argument) => transport.test(argument))) process.argv.push('--stdio');

serve({
  connect: (options) => createConnection(ProposedFeatures.all, options),
  loadEngine: () => import('./nodeEngine.ts'),
});
