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

/** At this answer alone a Fluid client asks for a new token. */
const renewToken = 401;

/** Of this form, or the relay tells of a fault of its own, and clients try the same token for ever. */
class TokenRefused extends Error {
  override readonly name = 'NetworkError';
  readonly code = renewToken;
  constructor(cause: unknown) {
    super('Not a token of this relay, or no longer.', { cause });
  }
  toJSON() {
    return { code: this.code, message: this.message };
  }
}

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
TenantManager.prototype.verifyToken = async (tenantId: string, token: string) => {
  try {
    return await verifyRoomToken({ key, tenantId }, token);
  } catch (cause) {
    throw new TokenRefused(cause);
  }
};

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
  // Rooms are made by the server alone.
  const isMaking = request.method === 'POST' && request.url?.startsWith('/documents');
  const token = isMaking ? undefined : tokenOf(request);
  if (token === undefined) {
    response.writeHead(403).end();
    return;
  }
  verifyRoomToken({ key, tenantId: 'local' }, token).then(
    (opened) => (isOf(opened, request) ? next() : response.writeHead(403).end()),
    () => response.writeHead(renewToken).end(),
  );
}

/** For operations the token stands there as it is, for storage as the password of a user. */
function tokenOf({ headers }: IncomingMessage): string | undefined {
  const encoded = /^Basic (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined || encoded.includes('.')) return encoded;
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  return credentials.slice(credentials.indexOf(':') + 1);
}

/** Summaries are stored by the hash of their content, but found by the name of their room. */
function isOf(opened: string, { url = '' }: IncomingMessage): boolean {
  return opened !== '' && (url.match(uuid) ?? []).every((room) => room === opened);
}

// A relay without its server serves nobody.
process.on('disconnect', () => process.exit(0));

require('tinylicious');
