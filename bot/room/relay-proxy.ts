/**
 * Lets panels reach the embedded relay at the address that serves them: one origin and one port, also
 * behind a tunnel.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { createProxyServer } from 'http-proxy-3';
import type { Logger } from 'pino';
import type { Relay } from './relay.ts';
import { whyInLog } from '../why-in-log.ts';

/** Marks what comes from a panel: the relay asks such a request for its token. */
export const fromPanel = 'x-evenhand-panel';

const paths = ['/documents/', '/deltas/', '/repos/', '/socket.io/'] as const;

/** Longer than the relay lets a client wait for news; some calls it never answers at all. */
const proxyTimeout = 60_000;

export function relayProxy(relay: Relay, log: Logger) {
  const proxy = createProxyServer({ headers: { [fromPanel]: 'yes' } });
  proxy.on('error', (error, _request, answer) => {
    log.debug(whyInLog(error), 'the relay does not answer');
    if ('writeHead' in answer) {
      if (!answer.headersSent) answer.writeHead(503);
      answer.end();
    } else {
      answer.destroy();
    }
  });

  return {
    /** Express middleware; to stand before anything that reads bodies. */
    forward(request: IncomingMessage, response: ServerResponse, next: () => void): void {
      if (isRelays(request))
        proxy.web(request, response, { target: relay.endpoint(), proxyTimeout });
      else next();
    },

    /** Passes on the web sockets of rooms; the relay checks the token in the first message. */
    passSockets(server: Server): void {
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        if (!isRelays(request)) {
          socket.destroy();
          return;
        }
        socket.on('error', () => socket.destroy());
        proxy.ws(request, socket, head, { target: relay.endpoint() });
      });
    },
  };
}

function isRelays({ url = '' }: IncomingMessage): boolean {
  return paths.some((path) => url.startsWith(path));
}
