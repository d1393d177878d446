import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extractPersistedSchema } from 'fluid-framework/alpha';
import { expect, test } from 'vitest';
import { meetingStarted } from '../../bot/meeting-started.ts';
import { openRoom } from '../../bot/room/open-room.ts';
import { remoteRelay } from '../../bot/room/relay.ts';
import { Room, roomVersion } from '../../shared/room/room-schema.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';
import { apiDatabase } from '../api/api-database.ts';

const database = apiDatabase();
test('[F11] what rooms are made of is what its version says: with a change, the version is raised', () => {
  const file = new URL(`room-versions/room-${roomVersion}.json`, import.meta.url);
  const made = extractPersistedSchema(Room, '2.100.0', () => false);
  // For a new version: a file of its own that holds what is received here.
  expect(JSON.parse(JSON.stringify(made))).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test('[F11] on a relay that keeps its rooms, one of an earlier version is replaced with all that is in it', async () => {
  const relay = remoteRelay({ endpoint: 'https://relay.example', tenantId: 't', key: 'key' });
  const world = { ...database.world(), relay };
  const tenantId = randomUUID();
  const chat = { tenantId, conversationId: 'chat' };
  await meetingStarted(world)(
    { kind: 'meeting-started', chat, teamsMeetingId: 'teams', title: '1:1', startedAt: world.time },
    { chatId: 'chat' },
  );
  const record = world.record(tenantId);
  const series = (await record.seriesOfChat('chat'))!;
  const meeting = (await record.openMeeting(series.id))!;
  const current = await openRoom(world, tenantId, meeting);
  expect(await openRoom(world, tenantId, meeting)).toBe(current);

  const old = { roomId: 'of an earlier version', relayLife: 'https://relay.example t 0' };
  await record.moveToRoom(meeting.id, current, old);
  const state = room(1, { topics: [topic('a', { notes: 'kept' })], outcomes: [outcome('o')] });
  const held = { roomId: old.roomId, sequence: 7, state };
  const next = await openRoom(world, tenantId, meeting, held);
  expect(next).not.toBe(old.roomId);
  expect(world.rooms.held.get(next)?.state).toEqual(state);
  expect((await record.room(meeting.id))?.relayLife).toBe(`https://relay.example t ${roomVersion}`);
});

test('[F12] a recap or a notice that a wrong clock had in hand for a year is taken in hand today', async () => {
  const { record } = database.world();
  const mine = record(randomUUID());
  const [now, year] = [Date.UTC(2026, 10, 23), 365 * 24 * 3_600_000];
  await mine.keepSeries({ conversationId: 'c', title: '1:1', reference: {}, now });
  const series = (await mine.seriesOfChat('c'))!;
  const { id } = await mine.together((inside) => inside.planMeeting(series.id, now));
  await mine.startMeeting(id, 't', now);
  await mine.endMeeting(id, now + 1, now + 1);
  expect(await mine.claimRecap(id, now + year, now + year + 30_000)).toBe(true);
  expect(await mine.claimRecap(id, now + 2, now + 30_000)).toBe(true);
  expect(await mine.claimRecap(id, now + 3, now + 30_000)).toBe(false);
});
