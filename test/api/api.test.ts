import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingEnded } from '../../bot/meeting-ended.ts';
import { meetingStarted } from '../../bot/meeting-started.ts';
import { graceMs } from '../../bot/room/give-room-token.ts';
import { believedForMs } from '../../bot/people/membership.ts';
import { CheckpointAnswer, RoomToken, Session } from '../../shared/room/contract.ts';
import { room, topic } from '../agenda/agenda-builders.ts';
import { verifyRoomToken } from '../../bot/room/room-token.ts';
import { member, type TestWorld } from '../world.ts';
import { apiDatabase } from './api-database.ts';
import type { ApiServer } from './api-server.ts';
import { audience, issuer, type TokenChange, type Tokens } from './tokens.ts';

const database = apiDatabase();
let server: ApiServer;
let tokens: Tokens;
let tenantId: string;
let world: TestWorld;
let origin: string;

const begin = Date.UTC(2026, 10, 23, 10);
const chat = () => ({ tenantId, conversationId: 'chat' });

/** A server of its own for each test, with Ana's and Ben's running 1:1. */
beforeEach(async () => {
  server = await database.serve();
  ({ origin, tenantId, tokens, world } = server);
  await start();
});
afterEach(() => server[Symbol.asyncDispose]());

const start = (startedAt = begin) =>
  meetingStarted(world)(
    {
      kind: 'meeting-started',
      chat: chat(),
      teamsMeetingId: 'teams',
      title: 'Ana & Ben',
      startedAt,
    },
    { chatId: 'chat' },
  );
/** Settles when the room has been told, too. */
async function end(endedAt = begin + 60_000): Promise<void> {
  await meetingEnded(world)(
    { kind: 'meeting-ended', chat: chat(), teamsMeetingId: 'teams', endedAt },
    { chatId: 'chat' },
  );
  await expect.poll(() => world.jobs.list('close-room')).toEqual([]);
}

async function send(how: {
  readonly token?: string | undefined;
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
}): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await fetch(`${origin}/api${how.path}`, {
    method: how.method ?? 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(how.token === undefined ? {} : { Authorization: `Bearer ${how.token}` }),
    },
    ...(how.body === undefined ? {} : { body: how.body }),
  });
  return { status: answer.status, body: await answer.json() };
}

const asking = async (who: string, path: string, body: unknown, method = 'POST') =>
  send({ token: await tokens.tokenOf(who), path, method, body: JSON.stringify(body) });

const place = { chatId: 'chat', meetingId: 'teams' };
const sessionOf = async (who: string) => Session.parse((await asking(who, '/session', place)).body);
const refused = (status: number, kind: string, message: string) => ({
  status,
  body: { refused: kind, message },
});
const signIn = refused(
  401,
  'sign-in',
  'Your sign-in has expired or is not valid. Reload the panel.',
);
const notYours = refused(
  403,
  'not-a-member',
  'This 1:1 belongs to two other people. Only they can see its agenda and what they agreed.',
);
const replaced = refused(
  409,
  'room-replaced',
  'This room has been replaced. Ask for the session again.',
);
const over = refused(410, 'meeting-over', 'This 1:1 is over. Its recap is in the chat.');

/** Everything on record of Ana's and Ben's 1:1. */
async function recorded() {
  const record = world.record(tenantId);
  const series = await record.seriesOfChat('chat');
  const meeting = await record.openMeeting(series!.id);
  return { series, meeting, room: meeting && (await record.room(meeting.id)) };
}

test('[S2] the two of a 1:1 are given its session, with the record and the room', async () => {
  const { series, meeting, room: kept } = await recorded();
  expect(await sessionOf('ben')).toEqual({
    seriesId: series!.id,
    title: 'Ana & Ben',
    me: 'ben',
    pair: [
      { id: 'ana', name: 'Ana', role: 'manager' },
      { id: 'ben', name: 'Ben', role: 'report' },
    ],
    meeting: { id: meeting!.id, number: 1, stage: 'running', startedAt: begin, endedAt: null },
    roomId: kept!.roomId,
    relay: { kind: 'own-origin' },
    record: room(1),
    talkAgreed: [],
    agenda: {
      past: [],
      parked: [],
      patience: { progress: 1, obstacles: 2, feedback: 3, development: 3, wellbeing: 3 },
      scheduledEnd: null,
      wordingHints: true,
    },
    deletion: null,
    now: world.time,
  });
});

const badTokens: [string, TokenChange][] = [
  ['has expired', { expiresIn: -10 }],
  ['is not valid yet', { notBefore: 600 }],
  ['is of another issuer', { issuer: 'https://evil.example.com/v2.0' }],
  ['is of the issuer of another tenant', { issuer: issuer.replace('{tid}', 'other') }],
  ['is for another app', { audience: 'other-app' }],
  ['is signed with another key', { forged: true }],
  ['names no person', { without: 'oid' }],
  ['names no tenant', { without: 'tid' }],
  ['never expires', { without: 'exp' }],
  ['names a person by a number', { claims: { oid: 7 } }],
];
test.each(badTokens)('[S3] a token that %s opens nothing', async (_what, change) => {
  const token = await tokens.tokenOf('ana', change);
  expect(await send({ token, path: '/session', body: JSON.stringify(place) })).toEqual(signIn);
});

test('[S3] no token, an unsigned one and one signed with a shared secret open nothing', async () => {
  const claims = {
    oid: 'ana',
    tid: tenantId,
    iss: issuer.replace('{tid}', tenantId),
    aud: audience,
    exp: Math.floor(Date.now() / 1000) + 60,
  };
  const unsigned = new UnsecuredJWT(claims).encode();
  const secret = new TextEncoder().encode('anything that is thirty-two bytes long');
  const shared = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: 'one' })
    .sign(secret);
  for (const token of [undefined, 'nonsense', 'a.b.c', unsigned, shared])
    expect(await send({ token, path: '/session', body: JSON.stringify(place) })).toEqual(signIn);
});

test('[S4] a person of another tenant finds nothing, whatever they name', async () => {
  const { series, meeting, room: kept } = await recorded();
  const token = await tokens.tokenOf('ana', { tid: randomUUID() });
  const checkpoint = { roomId: kept!.roomId, sequence: 99, state: room(1) };
  expect([
    await send({ token, path: '/session', body: JSON.stringify(place) }),
    await send({
      token,
      path: `/meetings/${meeting!.id}/room-token`,
      body: JSON.stringify({ roomId: kept!.roomId }),
    }),
    await send({
      token,
      method: 'PUT',
      path: `/meetings/${meeting!.id}/checkpoint`,
      body: JSON.stringify(checkpoint),
    }),
    await send({
      token,
      method: 'PUT',
      path: `/series/${series!.id}/manager`,
      body: JSON.stringify({ manager: 'ana' }),
    }),
  ]).toEqual([
    refused(
      404,
      'not-found',
      'Evenhand is not in this chat yet. Add it to the meeting, then open the panel again. If you are here as a guest of another organisation: the 1:1 belongs to its two people.',
    ),
    notYours,
    notYours,
    notYours,
  ]);
});

test('[S4] a third person is told the same of a 1:1 of others as of none, and changes nothing', async () => {
  const before = await recorded();
  const { series, meeting, room: kept } = before;
  world.chat.members = [member('ana'), member('ben'), member('cleo')];
  const checkpoint = {
    roomId: kept!.roomId,
    sequence: 99,
    state: room(1, { topics: [topic('x')] }),
  };
  expect(await asking('cleo', '/session', place)).toEqual(notYours);
  expect(await asking('dan', '/session', place)).toEqual(
    refused(
      403,
      'not-a-member',
      'You are not part of this meeting, so its 1:1 is not shown to you.',
    ),
  );
  for (const id of [meeting!.id, randomUUID(), 'not-an-id', '%00', '..%2f..%2f']) {
    expect(await asking('cleo', `/meetings/${id}/room-token`, { roomId: kept!.roomId })).toEqual(
      notYours,
    );
    expect(await asking('cleo', `/meetings/${id}/checkpoint`, checkpoint, 'PUT')).toEqual(notYours);
  }
  for (const id of [series!.id, randomUUID(), 'not-an-id'])
    expect(await asking('cleo', `/series/${id}/manager`, { manager: 'cleo' }, 'PUT')).toEqual(
      notYours,
    );
  expect(await recorded()).toEqual(before);
});

test('[S4] who has left the meeting is refused a minute later at the latest', async () => {
  await sessionOf('ben');
  world.chat.members = [member('ana')];
  world.time += believedForMs;
  expect((await asking('ben', '/session', place)).status).toBe(403);
  world.chat.members = [member('ana'), member('ben')];
  expect((await asking('ben', '/session', place)).status).toBe(200);
});

test('[S5] a room token opens the room of one’s own meeting, and no other', async () => {
  const { meeting, roomId } = await sessionOf('ana');
  const { token, expiresAt } = RoomToken.parse(
    (await asking('ana', `/meetings/${meeting.id}/room-token`, { roomId })).body,
  );
  expect(expiresAt).toBe(world.time + 3_600_000);
  const payload = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8'));
  expect(payload).toEqual({
    documentId: roomId,
    scopes: ['doc:read', 'doc:write', 'summary:write'],
    tenantId: 'local',
    user: { id: 'ana', name: 'ana' },
    ver: '1.0',
    iat: world.time / 1000,
    exp: world.time / 1000 + 3600,
    jti: payload.jti,
  });
  for (const other of [randomUUID(), '', 'x'.repeat(200)]) {
    const answer = await asking('ana', `/meetings/${meeting.id}/room-token`, { roomId: other });
    expect([400, 409]).toContain(answer.status);
  }
  world.rooms.life = 'life-2';
  expect(await asking('ana', `/meetings/${meeting.id}/room-token`, { roomId })).toEqual(replaced);
});

test('[S5] the key comes along for a panel that joins, for its own room, and not for one that only asks', async () => {
  expect((await sessionOf('ana')).roomToken).toBeUndefined();
  const joining = { ...place, joins: true };
  const { roomId, roomToken } = Session.parse((await asking('ana', '/session', joining)).body);
  expect(roomToken?.expiresAt).toBe(world.time + 3_600_000);
  expect(await verifyRoomToken(world.relay.key, roomToken!.token, world.time)).toBe(roomId);
  const refused = await asking('cleo', '/session', joining);
  expect([refused.status, Object.keys(Object(refused.body))]).toEqual([
    403,
    ['refused', 'message'],
  ]);
});

test('[S5] after the meeting the room can be read for a while, and is then closed', async () => {
  const { meeting, roomId } = await sessionOf('ana');
  const endedAt = begin + 60_000;
  await end(endedAt);
  world.time = endedAt + graceMs;
  const path = `/meetings/${meeting.id}/room-token`;
  expect((await asking('ana', path, { roomId })).status).toBe(200);
  world.time += 1;
  expect(await asking('ana', path, { roomId })).toEqual(over);
});

test('[S5] nothing is kept of a meeting that is over', async () => {
  const { meeting, roomId } = await sessionOf('ana');
  await end();
  const before = await world.record(tenantId).room(meeting.id);
  const checkpoint = { roomId, sequence: 99, state: room(1, { topics: [topic('late')] }) };
  const asked = await asking('ana', `/meetings/${meeting.id}/checkpoint`, checkpoint, 'PUT');
  expect(asked).toEqual({ status: 200, body: { sequence: before?.sequence, stage: 'ended' } });
  expect(await world.record(tenantId).room(meeting.id)).toEqual(before);
});

test('[D5] a checkpoint is answered with what the record holds; one of another room is refused', async () => {
  const { meeting, roomId } = await sessionOf('ana');
  const path = `/meetings/${meeting.id}/checkpoint`;
  const keep = (sequence: number, of = roomId) =>
    asking('ana', path, { roomId: of, sequence, state: room(1) }, 'PUT');
  expect(CheckpointAnswer.parse((await keep(7)).body)).toEqual({ sequence: 7, stage: 'running' });
  expect(CheckpointAnswer.parse((await keep(5)).body)).toEqual({ sequence: 7, stage: 'running' });
  expect(await keep(9, 'another')).toEqual(replaced);
});

test('[D2] either of the two says who is the manager, and nobody else can be', async () => {
  const { seriesId, pair } = await sessionOf('ben');
  const path = `/series/${seriesId}/manager`;
  expect(await asking('ben', path, { manager: 'ben' }, 'PUT')).toEqual({
    status: 200,
    body: {
      pair: [
        { ...pair[1], role: 'manager' },
        { ...pair[0], role: 'report' },
      ],
    },
  });
  expect(await asking('ben', path, { manager: 'cleo' }, 'PUT')).toEqual(
    refused(400, 'bad-request', 'The manager must be one of the two of this 1:1.'),
  );
});

test('[S6] what can’t be read is refused in words, and changes nothing', async () => {
  const { meeting, roomId } = await sessionOf('ana');
  const before = await recorded();
  const token = await tokens.tokenOf('ana');
  const path = `/meetings/${meeting.id}/checkpoint`;
  const put = (body: string) => send({ token, method: 'PUT', path, body });
  const noJson = refused(400, 'bad-request', 'The request could not be read.');
  expect([await put('{"roomId":'), await put('"text"'), await put('\ud800{')]).toEqual([
    noJson,
    noJson,
    noJson,
  ]);
  expect(await put(JSON.stringify({ roomId, sequence: 9, state: 'x'.repeat(110_000) }))).toEqual(
    refused(413, 'too-large', 'That is too large to be kept. Shorten the notes and try again.'),
  );
  const oversized = room(1, { topics: [topic('a', { title: 'x'.repeat(401) })] });
  for (const body of [
    '{}',
    '[]',
    JSON.stringify({ roomId, sequence: -1, state: room(1) }),
    JSON.stringify({ roomId, sequence: 1.5, state: room(1) }),
    JSON.stringify({ roomId, sequence: 2 ** 31, state: room(1) }),
    JSON.stringify({ roomId, sequence: 9, state: oversized }),
    JSON.stringify({ roomId, sequence: 9, state: room(1, { topics: [topic('')] }) }),
    JSON.stringify({ roomId, sequence: 9, state: room(0) }),
  ]) {
    const { status, body: answer } = await put(body);
    expect([status, answer]).toEqual([
      400,
      {
        refused: 'bad-request',
        message: expect.stringMatching(/^The request is not of the expected form \(.+\)\.$/),
      },
    ]);
    expect(JSON.stringify(answer)).not.toContain('xxxx');
  }
  expect(await send({ token, method: 'GET', path: '/nothing' })).toEqual(
    refused(404, 'not-found', 'There is nothing here. Reload the panel.'),
  );
  expect(await recorded()).toEqual(before);
});

test('[S6] whatever is sent, the server neither fails nor says what it runs on', async () => {
  const { meeting, seriesId } = await sessionOf('ana');
  const token = await tokens.tokenOf('ana');
  const paths = [
    ['POST', '/session'],
    ['POST', `/meetings/${meeting.id}/room-token`],
    ['PUT', `/meetings/${meeting.id}/checkpoint`],
    ['PUT', `/series/${seriesId}/manager`],
    ['PUT', `/series/${seriesId}/patience`],
    ['PUT', `/series/${seriesId}/wording-hints`],
    ['PUT', `/series/${seriesId}/templates/one`],
    ['PUT', `/series/${seriesId}/templates/%00`],
    ['DELETE', `/series/${seriesId}/templates/%00`],
    ['PUT', `/meetings/${meeting.id}/private-notes`],
  ] as const;
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\0', "'; drop table", 'chat'),
  );
  const body = fc.oneof(
    fc.json(),
    fc
      .record({ chatId: text, meetingId: text, roomId: text, manager: text, name: text, text })
      .map((each) => JSON.stringify(each)),
    fc
      .record({ roomId: text, sequence: fc.nat(), title: text })
      .map(({ title, ...each }) =>
        JSON.stringify({ ...each, state: room(1, { topics: [topic('a', { title })] }) }),
      ),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), body, async ([method, path], body) => {
      const { status, body: answer } = await send({ token, method, path, body });
      expect([200, 400, 403, 404, 409]).toContain(status);
      expect(JSON.stringify(answer)).not.toMatch(/postgres|kysely|node_modules|\.ts/i);
    }),
    { numRuns: 100 },
  );
});

test('[S6] when the chat of Teams does not answer, the panel is told to try again', async () => {
  world.chat.isParticipant = async () => {
    throw new Error('secret details of the connector');
  };
  expect(await asking('ana', '/session', place)).toEqual(
    refused(500, 'failed', 'Something went wrong here. Nothing was changed; try again.'),
  );
});

test('[S6] a panel that asks far too often is slowed down, and the other is not', async () => {
  const token = await tokens.tokenOf('ana');
  const ask = () => send({ token, method: 'GET', path: '/nothing' });
  for (let asked = 0; asked < 600; asked += 50) await Promise.all(Array.from({ length: 50 }, ask));
  expect(await ask()).toEqual(
    refused(429, 'too-many', 'Too many requests. Wait a minute and try again.'),
  );
  expect((await asking('ben', '/session', place)).status).toBe(200);
});
