/** Entry in Node: `--stdio` for any editor, `--node-ipc` for VS Code, a socket or a pipe; stdio where nothing is said. */
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { serve } from '../lsp/server.ts';
import { printable } from '../printable.ts';
import { watchFraming } from './framing.ts';

/** Its value behind an equals sign, or an argument of its own. */
const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)(?:=(.*))?$/s;
const LAST_PORT = 65_535;

const server = serve({ connect, loadEngine: () => import('./nodeEngine.ts') });

// Of the ways to lose a client the library sees the end of standard input and the death of the client's process.
process.on('disconnect', leave);
process.stdout.on('error', leave);

function connect(options: ConnectionOptions): Connection {
  const args = process.argv.slice(2);
  const at = args.findIndex((argument) => TRANSPORT.test(argument));
  const [, kind, value = args[at + 1] ?? ''] = TRANSPORT.exec(args[at] ?? '--stdio')!;
  if (kind === 'socket' || kind === 'pipe') return connectTo(kind, value, options);
  if (kind === 'node-ipc' && !process.connected)
    refuse('--node-ipc: there is no channel to a parent process');
  if (at === -1) process.argv.push('--stdio');
  if (kind !== 'node-ipc') watchFraming(process.stdin, refuse);
  return createConnection(ProposedFeatures.all, options);
}

function connectTo(kind: 'socket' | 'pipe', value: string, options: ConnectionOptions): Connection {
  const [reader, writer] =
    kind === 'socket'
      ? createServerSocketTransport(portIn(value))
      : createServerPipeTransport(pipeNameIn(value));
  // A message that is no JSON is one message less; what else goes wrong leaves nothing to be read.
  reader.onError((error) => error instanceof SyntaxError || refuse(`--${kind}: ${error.message}`));
  reader.onClose(leave);
  return createConnection(ProposedFeatures.all, reader, writer, options);
}

function portIn(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > LAST_PORT)
    refuse(`--socket: expected a port from 1 to ${LAST_PORT}, found "${value}"`);
  return port;
}

function pipeNameIn(value: string): string {
  return value === '' ? refuse('--pipe: expected the name of a pipe, found none') : value;
}

/** Nobody is there to serve any more. */
function leave(): never {
  process.exit(server.isShutDown ? 0 : 1);
}

function refuse(reason: string): never {
  complain(reason);
  process.exit(1);
}

function complain(reason: string): void {
  process.stderr.write(`disclosure-report: ${printable(reason)}\n`);
}
