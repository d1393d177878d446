import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../bot/record/database.ts';
import { recordOf } from '../../bot/record/record.ts';
import { startEmbeddedRelay, type EmbeddedRelay } from '../../bot/room/embedded-relay.ts';
import { openRoom } from '../../bot/room/open-room.ts';
import { roomsOn } from '../../bot/room/rooms.ts';
import type { World } from '../../bot/world.ts';
import type { Topic } from '../../shared/agenda/topic.ts';
import { takeSeat } from '../room/seat.ts';

const folder = mkdtempSync(join(tmpdir(), 'move-relay-'));
const log = pino({ level: 'silent' });
const now = () => Date.now();
const tenantId = 'tenant';

let database: Database;
let old: EmbeddedRelay;
let next: EmbeddedRelay;

beforeAll(async () => {
  database = await openDatabase({ kind: 'embedded', folder: `${folder}/record` });
  old = await startEmbeddedRelay(`${folder}/old`, log);
  next = await startEmbeddedRelay(`${folder}/next`, log);
}, 120_000);

afterAll(async () => {
  await Promise.all([old.stop(), next.stop(), database.close()]);
}, 30_000);

const notHere = () => Promise.reject(new Error('There is no Teams here.'));

/** The server, as it starts with this relay in its settings. */
const serverOn = (relay: EmbeddedRelay): World => ({
  record: (tenant) => recordOf({ db: database.db, tenantId: tenant }),
  relay,
  rooms: roomsOn(relay, log, now),
  chat: {
    post: notHere,
    update: notHere,
    tabLink: () => '',
    roster: notHere,
    aboutMeeting: notHere,
    isParticipant: notHere,
  },
  jobs: { owe: notHere, settle: notHere, take: notHere, list: notHere, stop: async () => {} },
  log,
  now,
});

const topic = (title: string): Topic => ({
  id: title,
  title,
  element: 'progress',
  raisedBy: 'ana',
  raisedIn: 1,
  plannedMinutes: null,
  notes: '',
  state: 'open',
});

async function plannedMeeting(chat: string) {
  const record = recordOf({ db: database.db, tenantId });
  await record.keepSeries({ conversationId: chat, title: chat, reference: {}, now: now() });
  const series = await record.seriesOfChat(chat);
  return { record, meeting: await record.planMeeting(series!.id, now()) };
}

const seatOn = (relay: EmbeddedRelay, roomId: string, name: string) =>
  takeSeat({ endpoint: relay.endpoint(), key: relay.key }, roomId, name);

test('[I9] a meeting that runs while the service moves goes on with everything its panels hold', async () => {
  const { record, meeting } = await plannedMeeting('running');
  const roomId = await openRoom(serverOn(old), tenantId, meeting);
  const [ana, ben] = await Promise.all([seatOn(old, roomId, 'ana'), seatOn(old, roomId, 'ben')]);
  ana.room.addTopic(topic('on record'));
  await ana.saved();
  await record.keepCheckpoint(meeting.id, ana.checkpoint(), now());
  ben.room.addTopic(topic('held by panels alone'));
  await ben.saved();
  const held = ben.checkpoint();
  const heldTopics = held.state.topics.map((each) => each.id);
  expect(heldTopics.toSorted()).toEqual(['held by panels alone', 'on record']);
  ana.leave();
  ben.leave();

  // The server starts again with the new relay; both panels ask for their session.
  const moved = serverOn(next);
  const answers = await Promise.all([
    openRoom(moved, tenantId, meeting),
    openRoom(moved, tenantId, meeting, held),
  ]);
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).not.toBe(roomId);
  const seat = await seatOn(next, answers[0]!, 'ana');
  expect(seat.room.topics.map((each) => each.id)).toEqual(heldTopics);

  seat.room.addTopic(topic('after the move'));
  await seat.saved();
  expect(await record.keepCheckpoint(meeting.id, seat.checkpoint(), now())).toBe(true);
  // A panel that slept through the move can't put the record back.
  expect(await record.keepCheckpoint(meeting.id, held, now())).toBe(false);
  seat.leave();
  const kept = await record.room(meeting.id);
  expect(kept?.state.topics.map((each) => each.id)).toEqual([...heldTopics, 'after the move']);
}, 60_000);

test('[I9] a meeting that is only planned moves by its record, with the old relay gone', async () => {
  const { record, meeting } = await plannedMeeting('planned');
  const roomId = await openRoom(serverOn(old), tenantId, meeting);
  const seat = await seatOn(old, roomId, 'ana');
  seat.room.addTopic(topic('prepared'));
  await seat.saved();
  await record.keepCheckpoint(meeting.id, seat.checkpoint(), now());
  seat.leave();
  await old.stop();

  const movedId = await openRoom(serverOn(next), tenantId, meeting);
  const there = await serverOn(next).rooms.read(movedId, 10_000);
  expect(there.state.topics.map((each) => each.id)).toEqual(['prepared']);
}, 60_000);
