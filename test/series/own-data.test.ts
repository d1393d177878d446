import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingEnded } from '../../bot/meeting-ended.ts';
import { meetingStarted } from '../../bot/meeting-started.ts';
import { dayOf } from '../../bot/recap/card-text.ts';
import { sendNotice } from '../../bot/notices/send-notice.ts';
import { english } from '../../shared/language/language.ts';
import { ExportAnswer, OwnData } from '../../shared/series/own-data.ts';
import { Session } from '../../shared/room/contract.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';
import { apiDatabase } from '../api/api-database.ts';
import type { ApiServer } from '../api/api-server.ts';
import { everyRow } from '../record/every-row.ts';

const database = apiDatabase();
let server: ApiServer;
let session: Session;

const day = 24 * 3_600_000;
const begin = Date.UTC(2026, 10, 23, 10);
const reference = { chatId: 'chat' };
const chat = () => ({ tenantId: server.tenantId, conversationId: 'chat' });
const ask = (who: string, method: string, what: string, body?: unknown) =>
  server.ask(who, { method, path: `/series/${session.seriesId}/${what}`, body });
const opening = async () =>
  Session.parse(
    (await server.ask('ana', { path: '/session', body: { chatId: 'chat', meetingId: 'teams' } }))
      .body,
  );
const dataOf = async (who: string) => OwnData.parse((await ask(who, 'GET', 'data')).body);
const note = (who: string, text: string) =>
  server.ask(who, {
    method: 'PUT',
    path: `/meetings/${session.meeting.id}/private-notes`,
    body: { about: { kind: 'meeting' }, text },
  });

/** Ana's and Ben's meeting, with something in every place. */
beforeEach(async () => {
  server = await database.serve();
  const start = { kind: 'meeting-started', chat: chat(), teamsMeetingId: 'teams' } as const;
  await meetingStarted(server.world)({ ...start, title: 'Our *1:1*', startedAt: begin }, reference);
  session = await opening();
  const state = room(1, {
    topics: [topic('a', { title: 'Plan the pilot', notes: 'Two teams' })],
    outcomes: [outcome('o', { result: 'Pilot by May' })],
  });
  server.world.rooms.held.get(session.roomId)!.state = state;
  await server.ask('ana', {
    method: 'PUT',
    path: `/meetings/${session.meeting.id}/checkpoint`,
    body: { roomId: session.roomId, sequence: 5, state },
  });
  await note('ana', 'Ana alone knows');
  await note('ben', 'Ben alone knows');
  await server.world.record(server.tenantId).keepFelt(session.meeting.id, 'ben', {
    answer: 'partly',
    isShared: false,
  });
});
afterEach(() => server[Symbol.asyncDispose]());

const usual = {
  retention: { outcomeMonths: 24, talkMonths: 12 },
  retentionFrom: null,
  deletion: null,
  privateNotes: 1,
};

test('[B1] either is given all that both can see, and their own alone', async () => {
  const end = { kind: 'meeting-ended', chat: chat(), teamsMeetingId: 'teams' } as const;
  await meetingEnded(server.world)({ ...end, endedAt: begin + 60_000 }, reference);
  for (const [who, other] of [
    ['ana', 'Ben'],
    ['ben', 'Ana'],
  ] as const) {
    const { json, markdown } = ExportAnswer.parse((await ask(who, 'GET', 'export')).body);
    const read = JSON.parse(json);
    expect(read).toMatchObject({
      app: 'Evenhand',
      format: 1,
      title: 'Our *1:1*',
      pair: [{ id: 'ana' }, { id: 'ben' }],
      meetings: [
        {
          number: 1,
          stage: 'ended',
          state: { topics: [{ title: 'Plan the pilot', notes: 'Two teams' }] },
          recap: { outcomes: [{ result: 'Pilot by May' }] },
        },
      ],
      outcomes: [{ change: { what: 'agreed', to: { result: 'Pilot by May' } }, by: 'ana' }],
      own: { privateNotes: [{ note: `${who === 'ana' ? 'Ana' : 'Ben'} alone knows` }] },
      talk: { meetings: [{ felt: who === 'ben' ? { answer: 'partly' } : null }] },
    });
    expect(json + markdown).not.toContain(`${other} alone knows`);
    expect(markdown).toContain('# Our \\*1:1\\*, meeting 1');
    expect(markdown).toContain('Plan the pilot');
    expect(markdown).toMatch(/- 2026-11-23, Ana \(panel\), agreed: Pilot by May/);
    expect(markdown).toContain(`> ${who === 'ana' ? 'Ana' : 'Ben'} alone knows`);
  }
});

test('[B4] one’s private notes go at once, and only one’s own', async () => {
  expect(await ask('ana', 'DELETE', 'private-notes')).toEqual({
    status: 200,
    body: { kept: { ...usual, privateNotes: 0 } },
  });
  expect(await dataOf('ben')).toEqual({ kept: usual });
});

test('[B6] both see what is kept how long, and a choice of either with its day', async () => {
  expect(await dataOf('ana')).toEqual({ kept: usual });
  const chosen = { outcomeMonths: 6, talkMonths: 1 };
  await ask('ben', 'PUT', 'retention', chosen);
  const from = server.world.time + 30 * day;
  expect(await dataOf('ana')).toEqual({
    kept: { ...usual, retention: chosen, retentionFrom: from },
  });
  server.world.time = from;
  expect((await dataOf('ana')).kept?.retentionFrom).toBeNull();
  for (const wrong of [
    {},
    { outcomeMonths: 25, talkMonths: 1 },
    { outcomeMonths: 0, talkMonths: 1 },
  ])
    expect((await ask('ana', 'PUT', 'retention', wrong)).status).toBe(400);
});

test('[B3] one asks: the other is told in chat and panel until when, and it can be withdrawn', async () => {
  const told: unknown[] = [];
  const until = server.world.time + 30 * day;
  expect((await ask('ben', 'PUT', 'deletion', { wanted: true })).body).toEqual({
    kept: { ...usual, deletion: { by: 'ben', at: server.world.time, until } },
  });
  await ask('ben', 'PUT', 'deletion', { wanted: true });
  expect(await dataOf('ana')).toMatchObject({ kept: { deletion: { by: 'ben', until } } });
  expect((await opening()).deletion).toEqual({ by: 'ben', at: server.world.time, until });
  for (const notice of await database.jobs().list('notice')) {
    const owed = notice as { tenantId: string; seriesId: string; id: string };
    if (owed.tenantId === server.tenantId) told.push(owed.id);
    if (owed.tenantId === server.tenantId) await sendNotice(server.world, owed);
  }
  expect(told).toEqual([`deletion/ben/${server.world.time}`]);
  const card = JSON.stringify(server.world.chat.posts.at(-1)?.card);
  expect(card).toContain('✓ Ben asks for it');
  expect(card).toContain('Ana has not agreed');
  expect(card).toContain(`on ${dayOf(english, until)}`);
  // Ana can't withdraw what Ben asks.
  await ask('ana', 'PUT', 'deletion', { wanted: false });
  expect((await dataOf('ana')).kept?.deletion?.by).toBe('ben');
  await ask('ben', 'PUT', 'deletion', { wanted: false });
  expect(await dataOf('ana')).toEqual({ kept: usual });
});

test('[B2] when both ask, the record, the open room and nothing else is emptied; who is late finds nothing', async () => {
  const before = await everyRow(database.db(), server.tenantId);
  expect(JSON.stringify(before)).toMatch(/Plan the pilot/);
  await ask('ben', 'PUT', 'deletion', { wanted: true });
  expect(await ask('ana', 'PUT', 'deletion', { wanted: true })).toEqual({
    status: 200,
    body: { kept: null },
  });
  const rows = await everyRow(database.db(), server.tenantId);
  expect(JSON.stringify(rows)).not.toMatch(/pilot|alone knows|Two teams/i);
  const { mark } = server.world.rooms.held.get(session.roomId)!;
  expect(mark).toMatchObject({ isEmptied: true, endedAt: server.world.time });
  expect((await ask('ana', 'GET', 'data')).status).toBe(403);
  const anew = await opening();
  expect([anew.seriesId === session.seriesId, anew.meeting.number, anew.record]).toEqual([
    false,
    1,
    room(1),
  ]);
});

test('[B2] both asking at once delete once', async () => {
  const answers = await Promise.all(
    ['ana', 'ben', 'ana', 'ben'].map((who) => ask(who, 'PUT', 'deletion', { wanted: true })),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.every((status) => [200, 403].includes(status))).toBe(true);
  expect(answers.filter(({ body }) => (body as OwnData).kept === null).length).toBe(1);
  expect((await opening()).seriesId).not.toBe(session.seriesId);
});
