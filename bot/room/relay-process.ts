/**
 * The embedded relay, as a process of its own: Microsoft's tinylicious, kept to this machine and made
 * to verify tokens. Started with `node relay-process.ts`; its settings are in the environment:
 * `PORT`, `storage` (a folder) and `RELAY_KEY`.
 *
 * Tinylicious listens on every interface and accepts any token. Both are mended here, before it is
 * loaded, because it takes no setting for either.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Server } from 'node:net';
import { fromPanel } from './relay-proxy.ts';
import { verifyRoomToken } from './room-token.ts';

const key = process.env['RELAY_KEY'] ?? '';
const port = Number(process.env['PORT']);
if (key === '' || !port) throw new Error('The embedded relay needs RELAY_KEY and PORT.');

const listenAnywhere = Server.prototype.listen;
Object.defineProperty(Server.prototype, 'listen', {
  value: function listen(this: Server, ...where: unknown[]) {
    // Its own server is the one that names a port and nothing else.
    const isAnywhere = where.length === 1 && where[0] === port;
    return Reflect.apply(listenAnywhere, this, isAnywhere ? [{ port, host: '127.0.0.1' }] : where);
  },
});

const require = createRequire(import.meta.url);
const { TenantManager } = require('tinylicious/dist/services/tenantManager.js');
TenantManager.prototype.verifyToken = (tenantId: string, token: string) =>
  verifyRoomToken({ key, tenantId }, token);

// Its routes stand behind its reader of packed requests, so this is where the token is in the open.
const routes = require('tinylicious/dist/routes/index.js');
const createRoutes: (...given: unknown[]) => { storage: unknown; ordering: unknown } =
  routes.create;
Object.defineProperty(routes, 'create', {
  value: (...given: unknown[]) => {
    const { storage, ordering } = createRoutes(...given);
    return { storage: [guard, storage], ordering: [guard, ordering] };
  },
});

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Panels come through the proxy, which marks them; the relay itself and its server do not. */
function guard(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  if (request.headers[fromPanel] === undefined) return next();
  opens(request).then(
    (isOpen) => (isOpen ? next() : response.writeHead(403).end()),
    () => response.writeHead(403).end(),
  );
}

/** Summaries are stored by the hash of their content, but found by the name of their room. */
async function opens(request: IncomingMessage): Promise<boolean> {
  // Rooms are made by the server alone.
  if (request.method === 'POST' && request.url?.startsWith('/documents')) return false;
  const rooms = (request.url ?? '').match(uuid) ?? [];
  const encoded = /^Basic (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return false;
  // For operations the token stands there as it is, for storage as the password of a user.
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const token = encoded.includes('.') ? encoded : credentials.slice(credentials.indexOf(':') + 1);
  const opened = await verifyRoomToken({ key, tenantId: 'local' }, token);
  return opened !== '' && rooms.every((room) => room === opened);
}

// A relay without its server serves nobody.
process.on('disconnect', () => process.exit(0));

require('tinylicious');
