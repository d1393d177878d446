import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import * as fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerErrors } from '../../bot/answer-errors.ts';
import { api } from '../../bot/api.ts';
import { startJobs, type Jobs } from '../../bot/jobs.ts';
import { meetingStarted } from '../../bot/meeting-started.ts';
import { cardAction } from '../../bot/recap/card-action.ts';
import { startEmbeddedRelay, type EmbeddedRelay } from '../../bot/room/embedded-relay.ts';
import { relayProxy } from '../../bot/room/relay-proxy.ts';
import { roomsOn } from '../../bot/room/rooms.ts';
import { signRoomToken } from '../../bot/room/room-token.ts';
import { readActivity } from '../../bot/teams/activity.ts';
import { RefusalAnswer, Session } from '../../shared/room/contract.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';
import { databases, type OpenDatabase } from '../record/databases.ts';
import { worldOn, type TestWorld } from '../world.ts';
import { spoilt, torn } from './mutations.ts';

const cases = 10_000;
const seed = 20_264;
/** So many are asked at once; one after the other would mostly be waiting. */
const atOnce = 24;
/** One person may ask 600 times a minute: each door is used for fewer. */
const askedPerDoor = 500;

let folder: string;
let opened: OpenDatabase;
let jobs: Jobs;
let relay: EmbeddedRelay;
let world: TestWorld;
let server: Server;
let port = 0;
const tenantId = randomUUID();
const chat = { tenantId, conversationId: 'chat' };
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  const log = pino({ level: 'silent' });
  [opened, relay] = await Promise.all([databases[0]!.open(), startEmbeddedRelay(folder, log)]);
  jobs = await startJobs(opened.database, log);
  world = worldOn(opened.database, jobs);
  await meetingStarted(world)(
    { kind: 'meeting-started', chat, teamsMeetingId: 'teams', title: '1:1', startedAt: world.time },
    { chatId: 'chat' },
  );
  const app = express();
  app.use(relayProxy(relay, log).forward);
  app.use(express.json({ limit: '1mb' }));
  const ana = async () => ({ tenantId, userId: 'ana', name: 'Ana' });
  for (let door = 0; door <= cases / askedPerDoor; door += 1)
    app.use(`/door-${door}`, api(world, ana));
  app.use(answerErrors(world));
  server = createServer(app).listen(0, '127.0.0.1');
  server.keepAliveTimeout = 0;
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(async () => {
  agent.destroy();
  server.closeAllConnections();
  server.close();
  await relay.stop();
  await jobs.stop();
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** By hand, as `fetch` would mend what is wrong with an address. */
async function ask({ method, path, body, headers }: Asked) {
  const asking = request({
    agent,
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { 'content-type': 'application/json', authorization: 'Bearer token', ...headers },
  });
  asking.end(body);
  const [answer] = await once(asking, 'response');
  let text = '';
  for await (const part of answer.setEncoding('utf8')) text += part;
  const isJson = String(answer.headers['content-type']).startsWith('application/json');
  return { status: Number(answer.statusCode), text, isJson };
}

/** The relay leaves some calls without an answer: they are not waited for. */
async function briefly(asked: Asked): Promise<string> {
  return Promise.race([
    ask(asked).then(
      ({ text }) => text,
      () => 'broken off',
    ),
    new Promise<string>((resolve) => setTimeout(resolve, 250, 'no answer')),
  ]);
}

async function inTurns<Item>(
  items: readonly Item[],
  act: (item: Item, index: number) => Promise<void>,
) {
  const waiting = items.entries();
  const work = async () => {
    for (const [index, item] of waiting) await act(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

const state = room(1, {
  topics: [topic('a', { notes: 'n' })],
  outcomes: [outcome('o', { by: '2026-12-01' })],
});

test('[F9] 10,000 spoilt requests to every route of the API are answered or refused in words, and break nothing', async () => {
  const place = { chatId: 'chat', meetingId: 'teams' };
  const first = await ask({ method: 'POST', path: '/door-0/session', body: JSON.stringify(place) });
  const { seriesId, meeting, roomId } = Session.parse(JSON.parse(first.text));
  const held = { roomId, sequence: 1, state };
  const routes = [
    ['POST', '/session', place],
    ['POST', '/session', { ...place, held }],
    ['POST', `/meetings/${meeting.id}/room-token`, { roomId }],
    ['PUT', `/meetings/${meeting.id}/checkpoint`, held],
    ['PUT', `/series/${seriesId}/manager`, { manager: 'ana' }],
    ['GET', `/series/${seriesId}/outcomes/o/history`, null],
    ['PUT', `/series/${seriesId}/patience`, { days: { progress: 7 } }],
    ['PUT', `/series/${seriesId}/wording-hints`, { wordingHints: true }],
    ['GET', `/series/${seriesId}/finished`, null],
    ['PUT', `/series/${seriesId}/templates/t`, { id: 't', name: 'T', topics: [] }],
    ['DELETE', `/series/${seriesId}/templates/t`, null],
    ['GET', `/meetings/${meeting.id}/private-notes`, null],
    ['PUT', `/meetings/${meeting.id}/private-notes`, { about: { kind: 'meeting' }, text: 'x' }],
    ['GET', `/series/${seriesId}/talk`, null],
    ['PUT', `/series/${seriesId}/talk-settings`, { settings: {} }],
    ['PUT', `/series/${seriesId}/talk-consent`, { always: true }],
    ['PUT', `/meetings/${meeting.id}/felt`, { felt: { answer: 4, isShared: false } }],
    ['PUT', `/meetings/${meeting.id}/talk-discard`, {}],
  ] as const;
  const asked = fc.constantFrom(...routes).chain(([method, path, body]) =>
    fc.record({
      method: fc.constant(method),
      path: fc.oneof(
        // Where nothing is read but the path, the same request ten thousand times would prove nothing.
        { weight: body === null ? 0 : 4, arbitrary: fc.constant(path) },
        {
          weight: 1,
          arbitrary: torn([path], ['%00', '%', '..', '/', '%F0', '?a=1', randomUUID()]),
        },
      ),
      body: fc.oneof(
        { weight: 4, arbitrary: spoilt([body]).map((value) => JSON.stringify(value) ?? '') },
        { weight: 1, arbitrary: torn([JSON.stringify(body)], ['{', '"', '\0', '\\u0000', '[[']) },
      ),
    }),
  );
  const answers = new Map<number, number>();
  await inTurns(fc.sample(asked, { numRuns: cases, seed }), async (one, index) => {
    const path = `/door-${1 + Math.floor(index / askedPerDoor)}${one.path}`.replaceAll(
      /[^!-~]/g,
      '-',
    );
    const body = one.method === 'GET' ? '' : one.body;
    const { status, text, isJson } = await ask({ method: one.method, path, body });
    answers.set(status, (answers.get(status) ?? 0) + 1);
    // What is refused is told in words; where a torn path leads elsewhere, there is nothing.
    if (status !== 200 && isJson) RefusalAnswer.parse(JSON.parse(text));
    else expect([200, 400, 404]).toContain(status);
    expect({ one, isFault: status >= 500 }).toEqual({ one, isFault: false });
  });
  process.stdout.write(`The API answered ${JSON.stringify(Object.fromEntries(answers))}.\n`);
  const again = await ask({ method: 'POST', path: '/door-0/session', body: JSON.stringify(place) });
  expect(Session.parse(JSON.parse(again.text)).meeting.id).toBe(meeting.id);
}, 300_000);

test('[F9] 10,000 spoilt presses of a card are answered with a card or a refusal', async () => {
  const fixture: unknown = JSON.parse(
    await readFile(new URL('../teams/fixtures/card-action.json', import.meta.url), 'utf8'),
  );
  const meetingId = randomUUID();
  const presses = [
    'recap/refresh',
    'recap/confirm',
    'outcome/status',
    'outcome/by',
    'series/delete',
  ].map((verb) => ({
    ...Object(fixture),
    value: {
      action: { verb, data: { meetingId, seriesId: meetingId, outcomeId: 'o', to: 'open' } },
    },
  }));
  const act = cardAction(world);
  let pressed = 0;
  await inTurns(fc.sample(spoilt(presses), { numRuns: cases, seed }), async (raw) => {
    const event = readActivity(raw);
    if (event.kind !== 'card-action') return;
    pressed += 1;
    expect(['card', 'message', 'refused']).toContain((await act(event)).kind);
  });
  expect(pressed).toBeGreaterThan(cases / 4);
}, 300_000);

test('[F9] 10,000 torn calls to the relay through its proxy open nothing and leave it running', async () => {
  const pid = relay.pid();
  const rooms = roomsOn(relay, pino({ level: 'silent' }), () => Date.now());
  const roomId = await rooms.open(state, {});
  const user = { id: 'ana', name: 'Ana' };
  const ofOther = await signRoomToken(relay.key, { roomId: randomUUID(), user, now: Date.now() });
  const paths = [
    `/documents/local/${roomId}`,
    `/documents/local/session/${roomId}`,
    `/deltas/local/${roomId}?from=0&to=10`,
    `/repos/local/git/trees/latest?disableCache=true`,
    `/repos/local/commits?sha=${roomId}&count=1`,
  ];
  const calls = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
    path: torn(paths, ['..', '%2e%2e', '//', '%00', roomId, '?', '&token=x']),
    token: torn([ofOther, 'nonsense'], ['.', '=', 'x']),
  });
  await inTurns(fc.sample(calls, { numRuns: cases, seed }), async ({ method, path, token }) => {
    const visible = path.replaceAll(/[^!-~]/g, '-');
    const text = await briefly({
      method,
      path: visible.startsWith('/') ? visible : `/${visible}`,
      headers: { authorization: `Basic ${token.replaceAll(/[^!-~]/g, '')}` },
      ...(method === 'GET' ? {} : { body: '{}' }),
    });
    expect(text).not.toContain('topic');
  });
  expect(relay.pid()).toBe(pid);
  expect((await rooms.read(roomId, 30_000)).state).toEqual(state);
}, 300_000);
