import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import type { BotIdentity } from '../../bot/config.ts';
import { isConnector } from '../../bot/teams/connector-address.ts';
import { teamsBot, type BotStories } from '../../bot/teams/teams-bot.ts';
import message from '../teams/fixtures/message.json' with { type: 'json' };

const registered: BotIdentity = {
  appId: 'b7c2e1d4-3f58-4a96-8e0b-12d9a4c6f7e3',
  type: 'SingleTenant',
  tenantId: '5d1f8a36-0c4e-4b7a-9f43-6a7c5e2b9d10',
  password: 'secret',
  teamsAppId: 'teams-app-id',
  connectors: 'teams',
};
const onThisMachine: BotIdentity = {
  ...registered,
  appId: '',
  connectors: 'teams-and-this-machine',
};
const teams = 'https://smba.trafficmanager.net/emea/';

/** Posts an activity to the bot's door, and tells the status and what stories were told. */
async function knock(
  identity: BotIdentity,
  { authorization, serviceUrl = teams }: { authorization?: string; serviceUrl?: unknown },
) {
  const told: string[] = [];
  const tell = (story: string) => async () => void told.push(story);
  const stories: BotStories = {
    installed: tell('installed'),
    meetingStarted: tell('meeting started'),
    meetingEnded: tell('meeting ended'),
    participantsMoved: tell('participants moved'),
    message: async () => {
      told.push('message');
      return [];
    },
    cardAction: async () => ({ kind: 'refused', status: 400, message: '' }),
  };
  const bot = teamsBot(identity, pino({ level: 'silent' }));
  const app = express();
  app.use(express.json());
  app.post('/api/messages', (request, response) => bot.receive(request, response, stories));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  // What the SDK says of a refused activity is for the operator; here it would only be noise.
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const { status } = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
      body: JSON.stringify({ ...message, serviceUrl }),
    });
    return { status, told };
  } finally {
    said.mockRestore();
    server.close();
    server.closeAllConnections();
  }
}

const claims = (iss: string) => ({
  iss,
  aud: registered.appId,
  serviceurl: teams,
  exp: Math.floor(Date.now() / 1000) + 600,
});
const refused = { status: 401, told: [] };

test('[S10] in production an activity without Microsoft’s signature tells the bot nothing', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  const signed = (iss: string) =>
    new SignJWT(claims(iss)).setProtectedHeader({ alg: 'RS256', kid: 'forged' }).sign(privateKey);
  const headers = [
    undefined,
    'Bearer',
    'Bearer nonsense',
    `Basic ${await signed('https://api.botframework.com')}`,
    `Bearer ${new UnsecuredJWT(claims('https://evil.example')).encode()}`,
    `Bearer ${await signed('https://evil.example')}`,
    `Bearer ${await signed('http://localhost:3978/simulator/login/botframework')}`,
  ];
  for (const authorization of headers)
    expect(await knock(registered, authorization === undefined ? {} : { authorization })).toEqual(
      refused,
    );
});

test('[S10] a forged signature in the name of Teams tells the bot nothing, also while Microsoft’s keys can’t be fetched', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  const token = await new SignJWT(claims('https://api.botframework.com'))
    .setProtectedHeader({ alg: 'RS256', kid: 'forged' })
    .sign(privateKey);
  const { status, told } = await knock(registered, { authorization: `Bearer ${token}` });
  expect([status >= 400, told]).toEqual([true, []]);
});

test('[S10] whoever wants the answer elsewhere than in Teams is not listened to', async () => {
  for (const serviceUrl of [
    'https://evil.example/',
    'http://localhost:3978/simulator/connector/',
    undefined,
    7,
  ])
    expect(await knock(registered, { serviceUrl: serviceUrl ?? null })).toEqual({
      status: 403,
      told: [],
    });
  expect(await knock(onThisMachine, { serviceUrl: 'https://evil.example/' })).toEqual({
    status: 403,
    told: [],
  });
  expect(await knock(onThisMachine, { serviceUrl: 'http://localhost:4400/connector/' })).toEqual({
    status: 200,
    told: ['message'],
  });
});

test('[S10] nothing is sent to a chat whose way back does not lead to Teams', async () => {
  const { chat } = teamsBot(registered, pino({ level: 'silent' }));
  const reference = { serviceUrl: 'https://evil.example/', conversation: { id: 'chat' } };
  const card = { content: {}, locale: 'en', summary: 'Recap' };
  await expect(chat.post(reference, card)).rejects.toMatchObject({ kind: 'refused' });
  await expect(chat.update(reference, '1', card)).rejects.toMatchObject({ kind: 'refused' });
  await expect(chat.roster(reference)).rejects.toMatchObject({ kind: 'refused' });
});

test.for([
  ['https://smba.trafficmanager.net/emea/', true, true],
  ['https://smba.infra.gcc.teams.microsoft.com/gcc', true, true],
  ['http://smba.trafficmanager.net/emea/', false, false],
  ['https://smba.trafficmanager.net.evil.example/', false, false],
  ['https://smba.trafficmanager.net@evil.example/', false, false],
  ['https://user@smba.trafficmanager.net/', false, false],
  ['https://smba.trafficmanager.net:8443/', false, false],
  ['https://evil.trafficmanager.net/', false, false],
  ['http://127.0.0.1:3978/', false, true],
  ['http://localhost.evil.example/', false, false],
  ['javascript:alert(1)', false, false],
  ['', false, false],
] as const)('[S10] %s is Teams: %s, or on this machine: %s', ([address, isTeams, isLocal]) => {
  expect([isConnector(address, 'teams'), isConnector(address, 'teams-and-this-machine')]).toEqual([
    isTeams,
    isLocal,
  ]);
});
