/** The stand-in for Teams: a meeting page, a sign-in and a Bot Connector, on the product's own origin. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import express, { Router } from 'express';
import type { NextFunction, Request, Response } from 'express';
import { ZodError } from 'zod';
import { createBotLine } from './bot-line.ts';
import type { Deliver } from './bot-line.ts';
import { chatRoutes } from './chat-routes.ts';
import {
  CardActionRequest,
  MessageRequest,
  RedeliverRequest,
  ThirdPersonRequest,
  TranscriptRequest,
} from './contract.ts';
import type { Cast, Notice, PersonKey } from './contract.ts';
import { createConversation } from './conversation.ts';
import { createLiveEvents } from './live-events.ts';
import { graphRoutes } from './graph-routes.ts';
import { openLogin } from './login.ts';
import type { Login, LoginSettings } from './login.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { createMeetingControl } from './meeting.ts';
import { appId, bot, people, series, tenantId } from './people.ts';
import type { ChatMembers } from './people.ts';
import { refuse } from './refusal.ts';
import { sceneOf } from './world.ts';
import { openWorld } from './world-file.ts';

/** What the product must be told to live in the simulated tenant. */
export interface SimulatorSettings extends LoginSettings {
  readonly tenantId: string;
  readonly appId: string;
  readonly botId: string;
  /** The Bot Connector that activities name as theirs. */
  readonly serviceUrl: string;
  /** Microsoft Graph's place, with the version of its API. */
  readonly graphUrl: string;
}

export interface Simulator {
  /** To mount at the root, before the product's own routes; all paths are below /simulator. */
  readonly router: Router;
  readonly settings: SimulatorSettings;
  readonly login: Login;
  /** To call once the product listens: brings the bot into the chat, if it is not there yet. */
  start(): Promise<void>;
  /** Lets go of the pages and keeps what is still to be kept. */
  stop(): Promise<void>;
}

export interface SimulatorOptions {
  /** Where browser and bot reach the product, such as http://localhost:3978. */
  readonly origin: string;
  readonly dataFolder: string;
  /** Two, unless said otherwise. */
  readonly members?: ChatMembers;
  now(): number;
  /** Posts to the product's /api/messages. */
  readonly deliver: Deliver;
}

export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { origin, now, members = 'two' } = options;
  const serviceUrl = `${origin}/simulator/connector/`;
  const login = await openLogin(options);
  const file = await openWorld(options);
  const live = createLiveEvents();
  const notify = (notice: Notice): void => live.send({ name: 'notice', data: notice });
  const line = createBotLine({ ...options, file, login, serviceUrl, notify });
  const meeting = createMeetingControl({ file, line, serviceUrl, now, notify });
  const conversation = createConversation({ file, line, serviceUrl, now });
  file.onChange((world) => live.send({ name: 'scene', data: sceneOf(world) }));

  const api = Router();
  api.get('/events', (request, response) => {
    live.listen(request, response, { name: 'scene', data: sceneOf(file.world()) });
  });
  api.get('/scene', (_request, response) => {
    response.json(sceneOf(file.world()));
  });
  api.get('/cast', (_request, response) => {
    response.json(cast);
  });
  api.post('/start', async (_request, response) => {
    response.json(await meeting.start());
  });
  api.post('/end', async (_request, response) => {
    response.json(await meeting.end());
  });
  api.post('/next', async (_request, response) => {
    response.json(await meeting.next());
  });
  api.post('/third-person', async (request, response) => {
    response.json(await meeting.setThirdPerson(ThirdPersonRequest.parse(request.body).present));
  });
  api.post('/messages', async (request, response) => {
    const written = await conversation.write(MessageRequest.parse(request.body));
    response.status(written ? 204 : 404).end();
  });
  api.post('/card-actions', async (request, response) => {
    response.json(await conversation.act(CardActionRequest.parse(request.body)));
  });
  api.post('/transcripts', async (request, response) => {
    const transcript = { id: randomUUID(), ...TranscriptRequest.parse(request.body) };
    await file.change((world) => ({ ...world, transcripts: [...world.transcripts, transcript] }));
    response.status(204).end();
  });
  api.post('/redeliver', async (request, response) => {
    const { name, times, atOnce } = RedeliverRequest.parse(request.body);
    response.json(await line.redeliver(name, times, atOnce));
  });

  const router = Router();
  const typing = (chatId: string): void => live.send({ name: 'typing', data: { chatId } });
  router.use('/simulator/connector', express.json({ limit: '1mb' }));
  router.use(
    '/simulator/connector/v3/conversations',
    chatRoutes({ file, serviceUrl, members, now, typing }),
  );
  router.use('/simulator/connector/v1/meetings', meetingRoutes({ file, members, notify }));
  router.use('/simulator/connector', (_request, response) =>
    refuse(response, 404, 'ResourceNotFound'),
  );
  router.use('/simulator/graph/v1.0', express.json(), graphRoutes({ file, login, now, notify }));
  router.use(['/simulator/api', '/simulator/login'], jsonOnly, express.json());
  router.use('/simulator/login', login.router);
  router.use('/simulator/api', api);
  router.use('/simulator', page());
  router.use('/simulator', badRequest);

  return {
    router,
    settings: {
      ...login.settings,
      tenantId,
      appId,
      botId: bot.id,
      serviceUrl,
      graphUrl: `${origin}/simulator/graph/v1.0`,
    },
    login,
    start: () => meeting.install(),
    async stop() {
      live.close();
      await file.settled();
    },
  };
}

const cast: Cast = {
  tenantId,
  chatId: series.chatId,
  meetingId: series.meetingId,
  people: { ana: introduced('ana'), ben: introduced('ben'), cleo: introduced('cleo') },
};

function introduced(key: PersonKey): Cast['people'][PersonKey] {
  const { oid, name, email, id } = people[key];
  return { oid, name, email, connectorId: id };
}

const pageFolder = join(import.meta.dirname, 'page/dist');

function page(): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader(
      'content-security-policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
    );
    next();
  });
  router.get('/', (_request, response) => {
    const index = join(pageFolder, 'index.html');
    if (existsSync(index)) response.setHeader('cache-control', 'no-cache').sendFile(index);
    else response.status(503).type('text').send('The meeting page is not built: npm run build\n');
  });
  router.use(
    express.static(pageFolder, { index: false, redirect: false, immutable: true, maxAge: '1y' }),
  );
  return router;
}

/** A page of another site cannot send JSON here without asking first. */
function jsonOnly(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.is('json')) next();
  else response.status(415).json({ error: { code: 'JsonOnly', message: 'Send JSON.' } });
}

function badRequest(error: unknown, _request: Request, response: Response, next: NextFunction) {
  const isBad = error instanceof ZodError || (error instanceof Error && 'body' in error);
  if (!isBad) return next(error);
  response.status(400).json({ error: { code: 'BadArgument', message: error.message } });
}
