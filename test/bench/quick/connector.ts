/** The Bot Connector for very many chats: each of two people, and every message counted. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { z } from 'zod';

export interface Connector extends AsyncDisposable {
  readonly url: string;
  /** When each chat was posted to, in milliseconds since 1970. */
  readonly posts: ReadonlyMap<string, readonly number[]>;
}

export const tenantId = '11111111-2222-4333-8444-555555555555';

export async function startConnector(): Promise<Connector> {
  const posts = new Map<string, number[]>();
  const app = express().use(express.json({ limit: '1mb' }));
  const person = (chat: string, who: 'ana' | 'ben') => ({
    id: `29:${who} ${chat}`,
    name: who === 'ana' ? 'Ana Ferreira' : 'Ben Okafor',
    objectId: `${who} ${chat}`,
    aadObjectId: `${who} ${chat}`,
    tenantId,
    userRole: 'user',
  });
  app.get('/v3/conversations/:chat/pagedmembers', ({ params: { chat } }, response) => {
    response.json({ members: [person(chat, 'ana'), person(chat, 'ben')] });
  });
  app.get('/v1/meetings/:meeting/participants/:user', ({ params }, response) => {
    const who = params.user.startsWith('ana ') ? 'ana' : 'ben';
    response.json({ user: person(params.meeting, who), meeting: {}, conversation: {} });
  });
  app.get('/v1/meetings/:meeting', ({ params: { meeting } }, response) => {
    response.json({
      details: { id: meeting, title: 'Ana and Ben 1:1', type: 'Recurring' },
      conversation: { isGroup: true, conversationType: 'groupChat', id: meeting },
      organizer: person(meeting, 'ana'),
    });
  });
  const post = ({ params }: { readonly params: { readonly chat?: string } }) => {
    const chat = params.chat ?? '';
    posts.set(chat, [...(posts.get(chat) ?? []), Date.now()]);
    return { id: `${chat} ${posts.get(chat)?.length}` };
  };
  app.post('/v3/conversations/:chat/activities', (request, response) => {
    response.status(201).json(post(request));
  });
  app.post('/v3/conversations/:chat/activities/:message', (request, response) => {
    response.status(201).json(post(request));
  });
  app.put('/v3/conversations/:chat/activities/:message', ({ params }, response) => {
    response.json({ id: params.message });
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    posts,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
