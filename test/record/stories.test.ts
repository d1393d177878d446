import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startJobs, type Jobs } from '../../bot/jobs.ts';
import { meetingEnded } from '../../bot/meeting-ended.ts';
import { meetingStarted } from '../../bot/meeting-started.ts';
import { closeRoom } from '../../bot/recap/close-room.ts';
import { followRecap } from '../../bot/recap/follow-recap.ts';
import { postRecap } from '../../bot/recap/post-recap.ts';
import { keepAllRooms } from '../../bot/room/keep-all-rooms.ts';
import { openRoom } from '../../bot/room/open-room.ts';
import { tellRoom } from '../../bot/room/tell-room.ts';
import { changeOutcome } from '../../bot/outcomes/change-outcome.ts';
import { participantsMoved } from '../../bot/talk/participants-moved.ts';
import type { OutcomeChange } from '../../shared/outcomes/ledger.ts';
import { knowSeries } from '../../bot/series/know-series.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';
import { member, worldOn, type TestWorld } from '../world.ts';
import { databases, type OpenDatabase } from './databases.ts';

const minutes = 60_000;
const begin = Date.UTC(2026, 10, 23, 10);

const atOnce = (times: number, act: () => Promise<unknown>) =>
  Promise.all(Array.from({ length: times }, act));

const nextPost = (world: TestWorld) =>
  new Promise<void>((resolve) => {
    world.chat.onPost = resolve;
  });

describe.each(databases)('on $name', ({ open }) => {
  let opened: OpenDatabase;
  let jobs: Jobs;
  /** Each world has a tenant of its own; jobs find theirs by it. */
  const worlds = new Map<string, TestWorld>();
  beforeAll(async () => {
    opened = await open();
    jobs = await startJobs(opened.database, pino({ level: 'silent' }));
    await jobs.take({
      recap: async ({ tenantId, meetingId }) => {
        const world = worlds.get(tenantId);
        if (world !== undefined) await postRecap(world, tenantId, meetingId);
      },
      'close-room': async () => {},
      'tell-room': async ({ tenantId, meetingId }) => {
        const world = worlds.get(tenantId);
        if (world !== undefined) await tellRoom(world, tenantId, meetingId);
      },
      'follow-recap': async ({ tenantId, meetingId }) => {
        const world = worlds.get(tenantId);
        if (world !== undefined) await followRecap(world, tenantId, meetingId);
      },
      transcript: async () => {},
      notice: async () => {},
      'look-ahead': async () => {},
      retention: async () => {},
    });
  });
  afterAll(async () => {
    await jobs.stop();
    await opened.close();
  });

  function pairInChat() {
    const world = worldOn(opened.database, jobs);
    const tenantId = randomUUID();
    worlds.set(tenantId, world);
    const chat = { tenantId, conversationId: 'chat' };
    const reference = { chatId: 'chat' };
    const record = world.record(tenantId);
    return {
      world,
      tenantId,
      record,
      know: () => knowSeries(world, chat, { reference }),
      start: (startedAt = begin) =>
        meetingStarted(world)(
          { kind: 'meeting-started', chat, teamsMeetingId: 'teams', title: 'Ana & Ben', startedAt },
          reference,
        ),
      end: (endedAt = begin + 30 * minutes) =>
        meetingEnded(world)(
          { kind: 'meeting-ended', chat, teamsMeetingId: 'teams', endedAt },
          reference,
        ),
      async meetings() {
        const series = await record.seriesOfChat('chat');
        const rows = await opened.database.db
          .selectFrom('meeting')
          .where('tenant_id', '=', tenantId)
          .where('series_id', '=', series!.id)
          .orderBy('number')
          .select(['number', 'stage', 'started_at', 'ended_at'])
          .execute();
        return rows.map((row) => [
          row.number,
          row.stage,
          row.started_at?.getTime() ?? null,
          row.ended_at?.getTime() ?? null,
        ]);
      },
      async openMeeting() {
        const series = await record.seriesOfChat('chat');
        return (await record.openMeeting(series!.id))!;
      },
    };
  }

  test('[D4] a start that is delivered five times at once starts one meeting', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { world, start, meetings } = pairInChat();
      await atOnce(5, () => start());
      await start();
      expect(await meetings()).toEqual([[1, 'running', begin, null]]);
      const marks = [...world.rooms.held.values()].map((each) => each.mark);
      expect(marks).toEqual([{ startedAt: begin }]);
    }
  });

  test('[C2] an end that is delivered five times at once posts one recap', async () => {
    const { world, start, end, meetings } = pairInChat();
    await start();
    await atOnce(5, () => end());
    await end();
    expect(await meetings()).toEqual([[1, 'ended', begin, begin + 30 * minutes]]);
    expect(world.chat.posts.map((post) => [post.chatId, post.card.summary])).toEqual([
      ['chat', 'Recap of Ana & Ben'],
    ]);
  });

  test('[C2] several servers that post the same recap at once post it once', async () => {
    const { world, tenantId, start, end, openMeeting } = pairInChat();
    await start();
    const { id } = await openMeeting();
    world.chat.failing = 1;
    await end();
    const posting = await Promise.allSettled(
      Array.from({ length: 5 }, () => postRecap(world, tenantId, id)),
    );
    expect(posting.map((each) => each.status)).toContain('fulfilled');
    expect(world.chat.posts.length).toBe(1);
    await postRecap(world, tenantId, id);
    expect(world.chat.posts.length).toBe(1);
  });

  test('[D4] a meeting whose end was never told is ended by the next start', async () => {
    const { world, start, meetings } = pairInChat();
    await start(begin);
    await start(begin + 60 * minutes);
    expect(await meetings()).toEqual([
      [1, 'ended', begin, begin + 60 * minutes],
      [2, 'running', begin + 60 * minutes, null],
    ]);
    expect(world.chat.posts.length).toBe(1);
  });

  test('[D4] an earlier start and an earlier end that come late change nothing', async () => {
    const { start, end, meetings } = pairInChat();
    await start(begin);
    await end(begin + 10 * minutes);
    await start(begin + 60 * minutes);
    await start(begin + 5 * minutes);
    await start(begin);
    await end(begin + 10 * minutes);
    expect(await meetings()).toEqual([
      [1, 'ended', begin, begin + 10 * minutes],
      [2, 'running', begin + 60 * minutes, null],
    ]);
  });

  test('[D4] an end without a start, and an end of an unknown chat, change nothing', async () => {
    const { world, know, end, meetings } = pairInChat();
    await end();
    await know();
    await end();
    expect([await meetings(), world.chat.posts]).toEqual([[], []]);
  });

  test('[S1] a chat of more than two, or with a guest as the second, is nobody’s 1:1', async () => {
    const { world, start, know, meetings } = pairInChat();
    world.chat.members = [member('ana'), member('ben'), member('cleo')];
    await start();
    world.chat.members = [member('ana'), member('ben', { isGuest: true })];
    await start();
    expect([(await know()).pair, await meetings()]).toEqual([undefined, []]);
    world.chat.members = [member('ben'), member('ana'), member('bot', { isGuest: true })];
    await start();
    expect((await know()).pair).toEqual([
      { id: 'ana', name: 'Ana', role: 'manager' },
      { id: 'ben', name: 'Ben', role: 'report' },
    ]);
    expect(await meetings()).toEqual([[1, 'running', begin, null]]);
  });

  test('[C1] the recap tells what panels sent and had not yet put on record', async () => {
    const { world, start, end, openMeeting, record } = pairInChat();
    await start();
    const { id } = await openMeeting();
    const [held] = [...world.rooms.held.values()];
    held!.state = room(1, {
      topics: [topic('a', { state: 'done', title: 'Only in the room' })],
      outcomes: [outcome('o', { owner: 'both' })],
    });
    await end();
    expect((await record.room(id))?.state).toEqual(held!.state);
    expect(JSON.stringify(world.chat.posts[0]?.card)).toContain('Only in the room');
    expect(held!.mark).toEqual({ startedAt: begin, endedAt: begin + 30 * minutes });
  });

  test('[C1] where the relay does not answer, the recap tells what is on record', async () => {
    const { world, start, end, openMeeting, record } = pairInChat();
    await start();
    const { id } = await openMeeting();
    const kept = await record.room(id);
    const state = room(1, { topics: [topic('a', { state: 'done', title: 'On record' })] });
    await record.keepCheckpoint(id, { roomId: kept!.roomId!, sequence: 9, state }, begin);
    world.rooms.isAway = true;
    await end();
    expect(JSON.stringify(world.chat.posts[0]?.card)).toContain('On record');
  });

  /** The rooms of this tenant that a job is to close. */
  const toClose = async (tenantId: string) =>
    (await jobs.list('close-room')).filter((data) => JSON.stringify(data).includes(tenantId));

  test('[C8] where the record has all that was written, the room is told after the recap', async () => {
    const { world, tenantId, start, end } = pairInChat();
    await start();
    const [held] = [...world.rooms.held.values()];
    const atPosting: unknown[] = [];
    world.chat.onPost = () => atPosting.push(held!.mark);
    await end();
    expect(atPosting).toEqual([{ startedAt: begin }]);
    await expect.poll(() => toClose(tenantId), { timeout: 20_000 }).toEqual([]);
    expect(held!.mark).toEqual({ startedAt: begin, endedAt: begin + 30 * minutes });
  });

  test('[C8] what is written before the room is told comes into the record and the recap', async () => {
    const { world, record, start, end, openMeeting } = pairInChat();
    await start();
    const { id } = await openMeeting();
    const [held] = [...world.rooms.held.values()];
    const late = room(1, { topics: [topic('late', { state: 'done', title: 'At the door' })] });
    world.chat.onPost = () => {
      held!.state = late;
    };
    await end();
    expect(JSON.stringify(world.chat.posts.map(({ card }) => card))).not.toContain('At the door');
    await expect
      .poll(() => JSON.stringify(world.chat.posts.map(({ card }) => card)), { timeout: 30_000 })
      .toContain('At the door');
    expect((await record.room(id))?.state).toEqual(late);
    expect(world.chat.posts.length).toBe(1);
  });

  test('[C8] a room that could not be told is owed to a job', async () => {
    const { world, tenantId, start, end, openMeeting } = pairInChat();
    await start();
    const { id } = await openMeeting();
    const [held] = [...world.rooms.held.values()];
    world.rooms.isAway = true;
    await end();
    expect(world.chat.posts.length).toBe(1);
    expect(await toClose(tenantId)).toEqual([{ tenantId, meetingId: id }]);
    await expect(closeRoom(world, tenantId, id)).rejects.toThrow('did not answer');
    world.rooms.isAway = false;
    await closeRoom(world, tenantId, id);
    expect(held!.mark).toEqual({ startedAt: begin, endedAt: begin + 30 * minutes });
    expect(await toClose(tenantId)).toEqual([]);
  });

  test('[D4] a meeting starts and ends also while the relay is away', async () => {
    const { world, start, end, meetings } = pairInChat();
    world.rooms.isAway = true;
    await start();
    await end();
    expect(await meetings()).toEqual([[1, 'ended', begin, begin + 30 * minutes]]);
    expect(world.chat.posts.length).toBe(1);
  });

  test('[D10] of a lost room, the freshest state that anybody holds is in the next one', async () => {
    const { world, tenantId, record, start, openMeeting } = pairInChat();
    await start();
    const meeting = await openMeeting();
    const lost = (await record.room(meeting.id))!.roomId!;
    const at = (sequence: number) => ({
      roomId: lost,
      sequence,
      state: room(1, { topics: [topic(`at-${sequence}`)] }),
    });
    await record.keepCheckpoint(meeting.id, at(11), begin);
    world.rooms.life = 'life-2';
    const answers = await Promise.all([
      openRoom(world, tenantId, meeting, at(12)),
      openRoom(world, tenantId, meeting, at(14)),
      openRoom(world, tenantId, meeting),
      openRoom(world, tenantId, meeting, at(13)),
    ]);
    const [roomId] = answers;
    expect(answers).toEqual(answers.map(() => roomId));
    expect(roomId).not.toBe(lost);
    const opened = world.rooms.held.get(roomId!);
    expect([opened?.state, opened?.mark]).toEqual([at(14).state, { startedAt: begin }]);
    // Whoever comes now still holding the lost room is too late to change the new one.
    expect(await openRoom(world, tenantId, meeting, at(15))).toBe(roomId);
    expect((await record.room(meeting.id))?.state).toEqual(at(14).state);
  });

  test('[D11] what is pressed on a card while the next room is being opened is shown in that room', async () => {
    const { world, tenantId, record, start, end, know, openMeeting } = pairInChat();
    await start();
    const [held] = [...world.rooms.held.values()];
    held!.state = room(1, { outcomes: [outcome('a'), outcome('b')] });
    await end();
    const { id: seriesId } = await know();
    const meeting = await record.together((inside) => inside.planMeeting(seriesId, begin));
    const press = {
      seriesId,
      outcomeId: 'a',
      changes: () => [{ what: 'status', to: 'reached' } as const],
      by: 'ana',
      via: 'card' as const,
      source: 'press',
    };
    const { open: openNow } = world.rooms;
    world.rooms.open = async (...given) => {
      expect(await changeOutcome(world, tenantId, press)).toBe(true);
      return openNow.apply(world.rooms, given);
    };
    const roomId = await openRoom(world, tenantId, meeting);
    expect((await openMeeting()).id).toBe(meeting.id);
    const next = world.rooms.held.get(roomId)!;
    expect(next.state.outcomes.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'open'],
      ['b', 'open'],
    ]);
    const reached = outcome('a', { status: 'reached' });
    expect(next.mark.outcomes).toEqual([{ outcome: reached, change: press.changes()[0] }]);
  });

  test('[D11] what a relay that was away could not be told, it is told when it is back', async () => {
    const { world, tenantId, record, start, know, openMeeting } = pairInChat();
    await start();
    const { id } = await openMeeting();
    const [held] = [...world.rooms.held.values()];
    held!.state = room(1, { outcomes: [outcome('a'), outcome('b'), outcome('c')] });
    await tellRoom(world, tenantId, id);
    const { id: seriesId } = await know();
    const press = (outcomeId: string, change: OutcomeChange) =>
      changeOutcome(world, tenantId, {
        seriesId,
        outcomeId,
        changes: () => [change],
        by: 'ana',
        via: 'card',
        source: 'press',
      });
    world.rooms.isAway = true;
    expect(await press('a', { what: 'status', to: 'reached' })).toBe(true);
    expect(await press('c', { what: 'removed', to: true })).toBe(true);
    await participantsMoved(world)({
      kind: 'participants-moved',
      chat: { tenantId, conversationId: 'chat' },
      users: ['cleo'],
      at: begin + minutes,
      isIn: true,
    });
    const owed = async () =>
      (await jobs.list('tell-room')).filter((data) => JSON.stringify(data).includes(tenantId));
    expect(await owed()).toEqual([{ tenantId, meetingId: id }]);
    expect(held!.talk.talk.presence).toEqual(new Map());

    // Meanwhile somebody edits in the room.
    const noted = { by: '2026-12-01' };
    held!.state = room(1, { outcomes: [outcome('a', noted), outcome('b', noted), outcome('c')] });
    world.rooms.isAway = false;
    await hasten(tenantId);
    await expect.poll(() => held!.mark.removed, { timeout: 30_000 }).toEqual(['c']);
    const change = { what: 'status', to: 'reached' } as const;
    expect(held!.mark.outcomes).toEqual([
      { outcome: outcome('a', { ...noted, status: 'reached' }), change },
    ]);
    await expect
      .poll(() => held!.talk.talk.presence, { timeout: 30_000 })
      .toEqual(new Map([['cleo', [{ at: begin + minutes, on: true }]]]));
    await expect.poll(owed, { timeout: 30_000 }).toEqual([]);
    const known = await record.outcomes(seriesId, [{ id: 'b' }]);
    expect(known.get('b')?.outcome.by).toBe(noted.by);
  });

  test('[D10] what live rooms hold is on record before the server stops', async () => {
    const { world, record, start, openMeeting } = pairInChat();
    world.rooms.life = randomUUID();
    await start();
    const { id } = await openMeeting();
    const [held] = [...world.rooms.held.values()];
    held!.state = room(1, { topics: [topic('unsaved')] });
    await keepAllRooms(world, opened.database.db);
    expect((await record.room(id))?.state).toEqual(held!.state);
  });

  /** Lets the jobs of a tenant be due now. */
  const hasten = (tenantId: string) =>
    sql`update pgboss.job set start_after = now() where data->>'tenantId' = ${tenantId} and state < 'active'`.execute(
      opened.database.db,
    );

  test('[C3] a recap that the chat refused is tried again until it is posted, and then no more', async () => {
    const { world, tenantId, start, end, record, openMeeting } = pairInChat();
    await start();
    const { id } = await openMeeting();
    world.chat.failing = 2;
    await end();
    expect(world.chat.posts).toEqual([]);
    const second = nextPost(world);
    await hasten(tenantId);
    await second;
    expect(world.chat.posts).toEqual([]);
    await expect.poll(() => jobStates(tenantId), { timeout: 10_000 }).toEqual(['retry']);
    const third = nextPost(world);
    await hasten(tenantId);
    await third;
    await expect.poll(() => jobStates(tenantId), { timeout: 10_000 }).toEqual(['completed']);
    expect(world.chat.posts.length).toBe(1);
    expect((await record.recap(id))?.activityId).toBe('message 1');
  });

  async function jobStates(tenantId: string): Promise<unknown[]> {
    const { rows } = await sql<{
      state: string;
    }>`select state::text from pgboss.job where data->>'tenantId' = ${tenantId}`.execute(
      opened.database.db,
    );
    return rows.map((row) => row.state);
  }

  test('[C3] a recap that a server had in hand when it died is posted by the next one', async () => {
    const { world, tenantId, start, end, openMeeting, record } = pairInChat();
    await start();
    const { id } = await openMeeting();
    world.chat.failing = 1;
    await end();
    // Another server has taken it in hand, and is never heard of again.
    expect(await record.claimRecap(id, world.time, world.time + minutes)).toBe(true);
    await expect(postRecap(world, tenantId, id)).rejects.toThrow('in other hands');
    expect(world.chat.posts).toEqual([]);
    world.time += minutes;
    await postRecap(world, tenantId, id);
    expect(world.chat.posts.length).toBe(1);
  });
});
