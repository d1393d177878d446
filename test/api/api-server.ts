/** The API on a port of its own, for a world of a new tenant, asked as a panel asks. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { answerErrors } from '../../bot/answer-errors.ts';
import { api } from '../../bot/api.ts';
import { verifyCallersBy } from '../../bot/people/caller.ts';
import type { TestWorld } from '../world.ts';
import { audience, issueTokens, issuer, type TokenChange, type Tokens } from './tokens.ts';

export interface Asking {
  readonly status: number;
  readonly body: unknown;
}

export interface ApiServer extends AsyncDisposable {
  readonly origin: string;
  readonly tenantId: string;
  readonly tokens: Tokens;
  readonly world: TestWorld;
  ask(
    who: string,
    how: {
      readonly method?: string;
      readonly path: string;
      readonly body?: unknown;
      /** Of the person's Teams. */
      readonly locale?: string;
    },
    token?: TokenChange,
  ): Promise<Asking>;
}

export async function serveApi(world: TestWorld): Promise<ApiServer> {
  const tenantId = randomUUID();
  const tokens = await issueTokens(tenantId);
  const app = express();
  app.use(express.json({ limit: '100kb' }));
  const trust = { issuer, audience: [audience], jwksUrl: 'https://login.example.com/keys' };
  app.use('/api', api(world, verifyCallersBy(trust, tokens.keys)));
  app.use(answerErrors(world));
  const server = createServer(app).listen(0, '127.0.0.1');
  // On a busy machine an idle connection would be closed just as it is used again.
  server.keepAliveTimeout = 0;
  await once(server, 'listening');
  const address = server.address();
  const origin = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
  return {
    origin,
    tenantId,
    tokens,
    world,
    async ask(who, { method = 'POST', path, body, locale = '' }, token = {}) {
      const answer = await fetch(`${origin}/api${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          'Accept-Language': locale,
          Authorization: `Bearer ${await tokens.tokenOf(who, token)}`,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: await answer.json() };
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
