import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { AzureClient } from '@fluidframework/azure-client';
import express from 'express';
import { ConnectionState, SharedTree } from 'fluid-framework';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJobs, type Jobs } from '../../bot/jobs.ts';
import { startEmbeddedRelay, type EmbeddedRelay } from '../../bot/room/embedded-relay.ts';
import { openRoom } from '../../bot/room/open-room.ts';
import { relayProxy } from '../../bot/room/relay-proxy.ts';
import { roomTokenLifetimeMs, signRoomToken, verifyRoomToken } from '../../bot/room/room-token.ts';
import { roomsOn, type Rooms } from '../../bot/room/rooms.ts';
import { roomConfig } from '../../shared/room/room-schema.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';
import { lineTo } from '../chaos/cuttable-line.ts';
import { databases, type OpenDatabase } from '../record/databases.ts';
import { worldOn } from '../world.ts';
import { joinOverSocket } from './relay-socket.ts';

const log = pino({ level: 'silent' });
const answersWithinMs = 10_000;

let folder: string;
let relay: EmbeddedRelay;
let rooms: Rooms;
let server: Server;
/** Where panels reach the relay: the proxy. */
let origin: string;
let opened: OpenDatabase;
let jobs: Jobs;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relay-'));
  [relay, opened] = await Promise.all([startEmbeddedRelay(folder, log), databases[0]!.open()]);
  jobs = await startJobs(opened.database, log);
  rooms = roomsOn(relay, log, () => Date.now());
  const proxy = relayProxy(relay, log);
  const app = express();
  app.use(proxy.forward);
  server = createServer(app).listen(0, '127.0.0.1');
  proxy.passSockets(server);
  await once(server, 'listening');
  const address = server.address();
  origin = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await relay.stop();
  await jobs.stop();
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});

const state = room(2, {
  topics: [topic('a', { notes: 'kept 😀', state: 'discussing' }), topic('b')],
  outcomes: [outcome('o', { by: '2026-12-01' })],
});

const tokenFor = (roomId: string, over: { key?: string; tenantId?: string; now?: number } = {}) =>
  signRoomToken(
    { key: over.key ?? relay.key.key, tenantId: over.tenantId ?? relay.key.tenantId },
    { roomId, user: { id: 'ana', name: 'Ana' }, now: over.now ?? Date.now() },
  );

/** Tokens that must not open `roomId`. */
const wrongTokens = async (roomId: string) => ({
  expired: await tokenFor(roomId, { now: Date.now() - roomTokenLifetimeMs - 1000 }),
  'of another room': await tokenFor(randomUUID()),
  'of another key': await tokenFor(roomId, { key: 'another key, as long as it takes to sign' }),
  'of another tenant': await tokenFor(roomId, { tenantId: 'other' }),
  'of no room': await tokenFor(''),
  nonsense: 'nonsense',
});

const isListening = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

test('[S7] the relay listens on this machine alone', async () => {
  const port = Number(new URL(relay.endpoint()).port);
  const elsewhere = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address }) => address !== '127.0.0.1')
    .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address));
  expect(await isListening('127.0.0.1', port)).toBe(true);
  // All of 127.0.0.0/8 is this machine: whoever listens everywhere answers there too.
  for (const host of ['127.0.0.2', '::1', ...elsewhere])
    expect(await isListening(host, port)).toBe(false);
});

test('what is put into a new room is read from it, with the mark of its meeting', async () => {
  const roomId = await rooms.open(state, { startedAt: 5 });
  const first = await rooms.read(roomId, answersWithinMs);
  expect(first).toEqual({ roomId, sequence: first.sequence, state });
  const marked = await rooms.mark(roomId, { endedAt: 9 }, answersWithinMs);
  expect(marked.sequence).toBeGreaterThan(first.sequence);
  expect(marked.state).toEqual(state);
});

test('[C8] that something was edited in a room is known without entering it', async () => {
  const roomId = await rooms.open(state, {});
  const { sequence } = await rooms.mark(roomId, { startedAt: 5 }, answersWithinMs);
  // People come and go: that is no edit.
  await rooms.read(roomId, answersWithinMs);
  expect(await rooms.hasEditsAfter(roomId, sequence, answersWithinMs)).toBe(false);
  const { sequence: later } = await rooms.mark(roomId, { endedAt: 9 }, answersWithinMs);
  expect(later).toBeGreaterThan(sequence);
  expect(await rooms.hasEditsAfter(roomId, sequence, answersWithinMs)).toBe(true);
  expect(await rooms.hasEditsAfter(roomId, later, answersWithinMs)).toBe(false);
});

test('[S7] over the socket, a token opens its own room until it expires, and nothing else does', async () => {
  const roomId = await rooms.open(state, {});
  const joined = (token: string) => joinOverSocket(origin, { tenantId: 'local', roomId, token });
  expect(await joined(await tokenFor(roomId))).toBe('connect_document_success');
  for (const [which, token] of Object.entries(await wrongTokens(roomId)))
    expect([which, await joined(token)]).toEqual([which, 'connect_document_error']);
});

const asked = async (path: string, authorization: string | undefined, init: RequestInit = {}) => {
  const headers = {
    'Content-Type': 'application/json',
    ...(authorization === undefined ? {} : { Authorization: authorization }),
  };
  return (await fetch(`${origin}${path}`, { ...init, headers })).status;
};
const storage = (token: string) => `Basic ${Buffer.from(`local:${token}`).toString('base64')}`;
const paths = (id: string) => [
  `/documents/local/${id}`,
  `/documents/local/session/${id}`,
  `/deltas/local/${id}?from=0&to=9`,
  `/repos/local/git/refs/heads/${id}?token=x`,
  `/repos/local/commits?sha=${id}&count=1`,
];

test('[S7] over REST, a token opens its own room until it expires, and nothing else does', async () => {
  const roomId = await rooms.open(state, {});
  const other = await rooms.open(state, {});
  const good = await tokenFor(roomId);
  for (const path of paths(roomId))
    for (const form of [`Basic ${good}`, storage(good)])
      expect([path, await asked(path, form)]).not.toEqual([path, 403]);
  expect(await asked(`/deltas/local/${roomId}?from=0&to=9`, `Basic ${good}`)).toBe(200);

  for (const [which, token] of Object.entries(await wrongTokens(roomId)))
    for (const path of paths(roomId))
      for (const form of [`Basic ${token}`, storage(token)])
        expect([which, path, [401, 403].includes(await asked(path, form))]).toEqual([
          which,
          path,
          true,
        ]);
  for (const path of paths(roomId))
    for (const form of [undefined, 'Bearer x'])
      expect([path, await asked(path, form)]).toEqual([path, 403]);
  // Where a token is no longer or not yet good, a Fluid client asks for a new one at this alone.
  const { expired } = await wrongTokens(roomId);
  for (const path of paths(roomId))
    for (const form of [`Basic ${expired}`, storage(expired)])
      expect([path, await asked(path, form)]).toEqual([path, 401]);
  for (const path of paths(other))
    expect([path, await asked(path, `Basic ${good}`)]).toEqual([path, 403]);

  const making = {
    method: 'POST',
    body: JSON.stringify({ id: other, summary: { type: 1, tree: {} } }),
  };
  expect(await asked('/documents/local', `Basic ${good}`, making)).toBe(403);
});

test('[F13] two who are cut off until their tokens have run out come back with new ones, and all merges', async () => {
  const roomId = await rooms.open(room(1, { topics: [topic('a', { notes: 'x' })] }), {});
  await using line = await lineTo(Number(new URL(origin).port));
  const sit = async (name: string) => {
    // Of the first one, a moment of its hour is left.
    const first = await tokenFor(roomId, { now: Date.now() - roomTokenLifetimeMs + 4_000 });
    const fetchToken = async (_tenant: string, _room?: string, isToBeNew?: boolean) => ({
      jwt: isToBeNew === true ? await tokenFor(roomId) : first,
    });
    const client = new AzureClient({
      logger: { send: () => undefined },
      connection: {
        type: 'local',
        endpoint: `http://127.0.0.1:${line.port}`,
        tokenProvider: { fetchOrdererToken: fetchToken, fetchStorageToken: fetchToken },
      },
    });
    const schema = { initialObjects: { tree: SharedTree } };
    const { container } = await client.getContainer(roomId, schema, '2.100.0');
    const connection = () => ConnectionState[container.connectionState];
    await expect.poll(connection, { timeout: 30_000 }).toBe('Connected');
    const { root } = container.initialObjects.tree.viewWith(roomConfig);
    return {
      container,
      connection,
      write: (text: string) => root.addTopic(topic(`${name} ${text}`)),
      reads: () => root.topics.map(({ id }) => id),
      isExpired: () =>
        verifyRoomToken(relay.key, first).then(
          () => false,
          () => true,
        ),
    };
  };
  const [ana, ben] = await Promise.all([sit('ana'), sit('ben')]);
  await line.cut();
  for (const { connection } of [ana, ben]) await expect.poll(connection).not.toBe('Connected');
  for (const each of [ana, ben]) for (const text of ['1', '2']) each.write(text);
  for (const { isExpired } of [ana, ben])
    await expect.poll(isExpired, { timeout: 30_000 }).toBe(true);
  await line.mend();
  const merged = ['a', 'ana 1', 'ana 2', 'ben 1', 'ben 2'];
  for (const each of [ana, ben]) {
    await expect.poll(() => each.reads().toSorted(), { timeout: 60_000 }).toEqual(merged);
    await expect.poll(() => each.container.isDirty, { timeout: 60_000 }).toBe(false);
  }
  expect(ana.reads()).toEqual(ben.reads());
  for (const { container } of [ana, ben]) container.dispose();
}, 180_000);

test('[S7] only rooms are reached through the proxy, and other sockets are closed', async () => {
  expect((await fetch(`${origin}/`)).status).toBe(404);
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/elsewhere`);
  await once(socket, 'error');
});

test('[D10] a relay that is killed comes back with another life, and the room with what panels hold', async () => {
  const world = {
    ...worldOn(opened.database, jobs),
    relay,
    rooms,
  };
  const tenantId = randomUUID();
  const record = world.record(tenantId);
  await record.keepSeries({ conversationId: 'chat', title: 'x', reference: {}, now: 0 });
  const series = await record.seriesOfChat('chat');
  const meeting = await record.together((inside) => inside.planMeeting(series!.id, 0));
  const lost = await openRoom(world, tenantId, meeting);
  const { sequence } = await rooms.read(lost, answersWithinMs);

  const life = relay.life();
  process.kill(relay.pid()!, 'SIGKILL');
  await expect.poll(() => relay.life(), { timeout: 30_000 }).not.toBe(life);

  const held = (later: number, id: string) => ({
    roomId: lost,
    sequence: sequence + later,
    state: room(1, { topics: [topic(id)] }),
  });
  const answers = await Promise.all([
    openRoom(world, tenantId, meeting, held(1, 'earlier')),
    openRoom(world, tenantId, meeting, held(2, 'freshest')),
  ]);
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).not.toBe(lost);
  const found = await rooms.read(answers[0], answersWithinMs);
  expect(found.state).toEqual(held(2, 'freshest').state);
});

test('a relay that does not answer is not waited for any longer than was said', async () => {
  const away = { ...relay, endpoint: () => 'http://127.0.0.1:1' };
  await expect(roomsOn(away, log, () => Date.now()).read(randomUUID(), 50)).rejects.toThrow(
    'The relay did not answer within 50 ms.',
  );
});
