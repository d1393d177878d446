import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingEnded } from '../../bot/meeting-ended.ts';
import { meetingStarted } from '../../bot/meeting-started.ts';
import { messageReceived } from '../../bot/messages/message-received.ts';
import { Session } from '../../shared/room/contract.ts';
import { apiDatabase } from '../api/api-database.ts';
import type { ApiServer } from '../api/api-server.ts';
import { everyRow } from '../record/every-row.ts';
import { member } from '../world.ts';

const database = apiDatabase();
let server: ApiServer;

/** A chat of three, in a call that has begun. */
beforeEach(async () => {
  server = await database.serve();
  server.world.chat.members = [member('ana'), member('ben'), member('cleo')];
  await start();
});
afterEach(() => server[Symbol.asyncDispose]());

const begin = Date.UTC(2026, 10, 23, 10);
const chat = () => ({ tenantId: server.tenantId, conversationId: 'chat' });
const reference = { chatId: 'chat' };
const place = { chatId: 'chat', meetingId: 'teams' };
const start = (startedAt = begin) =>
  meetingStarted(server.world)(
    {
      kind: 'meeting-started',
      chat: chat(),
      teamsMeetingId: 'teams',
      title: 'Secret title',
      startedAt,
    },
    reference,
  );
const end = (endedAt: number) =>
  meetingEnded(server.world)(
    { kind: 'meeting-ended', chat: chat(), teamsMeetingId: 'teams', endedAt },
    reference,
  );
const write = (userId: string | undefined, text: string) =>
  messageReceived(server.world)(
    {
      kind: 'message',
      chat: chat(),
      id: 'm',
      text,
      userId,
      isPersonal: false,
      timeZone: 'Europe/Lisbon',
      locale: 'pt-PT',
    },
    reference,
  );
const says = (who: string, manager: string, report: string) =>
  server.ask(who, {
    method: 'PUT',
    path: '/naming',
    body: { ...place, pair: { manager, report } },
  });
const asks = (who: string) => server.ask(who, { path: '/naming', body: place });
const session = (who: string) => server.ask(who, { path: '/session', body: place });
const members = [
  { id: 'ana', name: 'Ana' },
  { id: 'ben', name: 'Ben' },
  { id: 'cleo', name: 'Cleo' },
];
const unclear = {
  status: 409,
  body: {
    refused: 'pair-unclear',
    message:
      'More than two people are in this chat. It is nobody’s 1:1 until two of them have named each other.',
  },
};
const notYours = {
  status: 403,
  body: {
    refused: 'not-a-member',
    message:
      'This 1:1 belongs to two other people. Only they can see its agenda and what they agreed.',
  },
};

test('[S8] of a chat of three nothing is kept but the way back to it, whatever happens there', async () => {
  for (const who of ['ana', 'ben', 'cleo']) expect(await session(who)).toEqual(unclear);
  await write('ana', 'agenda');
  await write('cleo', 'add Something about Ben');
  await start(begin + 1);
  const rows = await everyRow(database.db(), server.tenantId);
  expect(
    Object.keys(rows)
      .filter((table) => rows[table]!.length > 0)
      .toSorted(),
  ).toEqual(['notice', 'series', 'unnamed_call']);
  expect(JSON.stringify(rows)).not.toMatch(/Secret title|Something|Ana|Ben|Cleo|Lisbon/);
});

test('[S8] once both have said the same it is their 1:1, and the call they are in is its meeting', async () => {
  expect(await says('ben', 'ana', 'ben')).toEqual({
    status: 200,
    body: {
      me: 'ben',
      members,
      mine: { by: 'ben', manager: 'ana', report: 'ben' },
      ofMe: [],
      isAgreed: false,
    },
  });
  expect(await session('ben')).toEqual(unclear);
  expect((await asks('ana')).body).toEqual({
    me: 'ana',
    members,
    mine: null,
    ofMe: [{ by: 'ben', manager: 'ana', report: 'ben' }],
    isAgreed: false,
  });
  expect((await asks('cleo')).body).toMatchObject({ mine: null, ofMe: [] });
  expect((await says('ana', 'ana', 'ben')).body).toMatchObject({ isAgreed: true });
  const opening = Session.parse((await session('ben')).body);
  expect([
    opening.pair.map(({ id }) => id),
    opening.meeting.stage,
    opening.meeting.startedAt,
  ]).toEqual([['ana', 'ben'], 'running', begin]);
  expect(await session('cleo')).toEqual(notYours);
  expect(await asks('cleo')).toEqual(notYours);
  expect(await says('cleo', 'cleo', 'ben')).toEqual(notYours);
  expect(await server.world.record(server.tenantId).namings(opening.seriesId)).toEqual([]);
});

test.for<[string, () => unknown]>([
  ['ended before they agreed', () => end(begin + 60_000)],
  ['began the day before', () => (server.world.time += 24 * 3_600_000)],
])('[S8] a call that %s is not their meeting', async ([, happens]) => {
  await happens();
  await says('ben', 'ana', 'ben');
  await says('ana', 'ana', 'ben');
  const { meeting } = Session.parse((await session('ana')).body);
  expect([meeting.stage, meeting.startedAt]).toEqual(['planned', null]);
});

test('[S8] one’s word can be changed and taken back, and nobody gives it for another', async () => {
  await says('ana', 'ana', 'cleo');
  await says('ana', 'ana', 'ben');
  expect((await asks('cleo')).body).toMatchObject({ ofMe: [] });
  const back = await server.ask('ana', {
    method: 'PUT',
    path: '/naming',
    body: { ...place, pair: null },
  });
  expect(back.body).toMatchObject({ mine: null });
  expect((await says('ben', 'ana', 'ben')).body).toMatchObject({ isAgreed: false });
  const notOwn = {
    status: 400,
    body: { refused: 'bad-request', message: 'Name yourself and one other member of this chat.' },
  };
  expect(await says('cleo', 'ana', 'ben')).toEqual(notOwn);
  expect(await says('ana', 'ana', 'dan')).toEqual(notOwn);
  expect((await says('ana', 'ana', 'ana')).status).toBe(400);
  expect(await session('ana')).toEqual(unclear);
});

test('[S8] both at once agree once', async () => {
  const answers = await Promise.all([
    says('ana', 'ana', 'ben'),
    says('ben', 'ana', 'ben'),
    says('cleo', 'cleo', 'ben'),
  ]);
  expect(answers.map(({ status }) => status).slice(0, 2)).toEqual([200, 200]);
  const { pair } = Session.parse((await session('ana')).body);
  expect(pair.map(({ id }) => id)).toEqual(['ana', 'ben']);
});

test('[S9] a guest of the meeting is told kindly, names nobody and is named by nobody', async () => {
  server.world.chat.members = [
    member('ana'),
    member('ben'),
    member('cleo'),
    member('gil', { isGuest: true }),
  ];
  const guest = {
    status: 403,
    body: {
      refused: 'not-a-member',
      message:
        'A 1:1 belongs to two members of its chat. You are here as a guest of the meeting: enjoy it, and leave Evenhand to the two.',
    },
  };
  expect(await asks('gil')).toEqual(guest);
  expect(await says('gil', 'ana', 'gil')).toEqual(guest);
  expect((await says('ana', 'ana', 'gil')).status).toBe(400);
});

test('[S8] the chat is asked once who the two are, and every message is answered with that', async () => {
  await start(begin + 1);
  const posts = server.world.chat.posts.map(({ card }) => card.summary);
  expect(posts).toEqual(['Whose 1:1 is this?']);
  for (const who of ['ana', 'cleo'])
    expect((await write(who, 'outcomes')).map(({ summary }) => summary)).toEqual([
      'Whose 1:1 is this?',
    ]);
});
