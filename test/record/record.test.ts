import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordOf, type TenantRecord } from '../../bot/record/record.ts';
import { roomsOfLife } from '../../bot/record/room-record.ts';
import type { Pair } from '../../shared/people/person.ts';
import type { Recap } from '../../shared/recap/recap.ts';
import { outcome, pair, room, topic } from '../agenda/agenda-builders.ts';
import { databases, type OpenDatabase } from './databases.ts';

const atOnce = <Value>(times: number, act: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: times }, (_, index) => act(index)));

const about = (conversationId: string, over: object = {}) => ({
  conversationId,
  title: 'Ana and Ben',
  reference: { serviceUrl: 'https://smba.example/', conversation: { id: conversationId } },
  now: 1_000,
  ...over,
});

const stateAt = (sequence: number) => room(1, { topics: [topic(`t${sequence}`)] });
const stateSaying = (text: string) =>
  room(1, {
    topics: [topic('a', { title: text, notes: text })],
    outcomes: [outcome('o', { result: text, success: text, support: text })],
  });

const day = Date.UTC(2026, 10, 23, 10);

async function seriesOf(record: TenantRecord, who: Pair = pair) {
  await record.keepSeries(about('chat'));
  const series = await record.seriesOfChat('chat');
  await record.namePair(series!.id, who);
  return series!.id;
}
const plan = (record: TenantRecord, seriesId: string) =>
  record.together((inside) => inside.planMeeting(seriesId, 2_000));

async function running(record: TenantRecord, startedAt = day) {
  const meeting = await plan(record, await seriesOf(record));
  await record.startMeeting(meeting.id, 'teams-1', startedAt);
  await record.moveToRoom(meeting.id, null, { roomId: 'room-1', relayLife: 'life-1' });
  return meeting;
}

describe.each(databases)('the record on $name', ({ open }) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const tenant = (tenantId: string = randomUUID()) =>
    recordOf({ db: opened.database.db, tenantId });

  test('[D1] a chat is one series, however often it is learnt of', async () => {
    const record = tenant();
    await atOnce(5, (index) => record.keepSeries(about('chat', { title: `Title ${index}` })));
    const first = await record.seriesOfChat('chat');
    await record.keepSeries(about('chat', { title: 'Newest', reference: { a: ['new', null, 1] } }));
    await record.keepSeries(about('chat', { title: undefined, reference: { a: ['newer'] } }));
    const series = {
      id: first!.id,
      conversationId: 'chat',
      title: 'Newest',
      reference: { a: ['newer'] },
      pair: undefined,
    };
    expect(await record.seriesOfChat('chat')).toEqual(series);
    expect(await record.series(first!.id)).toEqual(series);
    expect(await record.seriesOfChat('other')).toBeUndefined();
  });

  test('[D2] a pair is named once; who of the two is the manager can be changed', async () => {
    const record = tenant();
    const id = await seriesOf(record);
    const [ana, ben] = pair;
    const others: Pair = [
      { id: 'cleo', name: 'Cleo', role: 'manager' },
      { id: 'ben', name: 'Ben', role: 'report' },
    ];
    await record.namePair(id, [
      { ...ben, role: 'manager' },
      { ...ana, role: 'report' },
    ]);
    await record.namePair(id, others);
    expect((await record.series(id))?.pair).toEqual(pair);
    const swapped = [
      { ...ben, role: 'manager' },
      { ...ana, role: 'report' },
    ];
    await record.chooseManager(id, 'ben');
    expect((await record.series(id))?.pair).toEqual(swapped);
    await record.chooseManager(id, 'ben');
    expect((await record.series(id))?.pair).toEqual(swapped);
    await record.chooseManager(id, 'ana');
    expect((await record.series(id))?.pair).toEqual(pair);
  });

  test('[D3] however many plan at once, one next meeting is planned', async () => {
    const record = tenant();
    const id = await seriesOf(record);
    const planned = await atOnce(8, () => plan(record, id));
    const [first] = planned;
    expect(first).toEqual({
      id: first!.id,
      seriesId: id,
      number: 1,
      stage: 'planned',
      teamsMeetingId: null,
      startedAt: null,
      endedAt: null,
    });
    expect(planned).toEqual(planned.map(() => first));
    expect(await record.openMeeting(id)).toEqual(first);
    expect(await record.room(first!.id)).toEqual({
      roomId: null,
      relayLife: null,
      sequence: 0,
      state: room(1),
    });
  });

  test('[D4] a meeting starts once and ends once, and is then known with both times', async () => {
    const record = tenant();
    const meeting = await plan(record, await seriesOf(record));
    const startedAt = day + 123;
    const starts = await atOnce(5, () => record.startMeeting(meeting.id, 'teams-1', startedAt));
    expect(starts.filter(Boolean)).toEqual([true]);
    const endedAt = day + 1_800_456;
    const ends = await atOnce(5, () =>
      record.together((inside) => inside.endMeeting(meeting.id, endedAt, endedAt + 5)),
    );
    expect(ends.filter(Boolean)).toEqual([true]);
    const held = {
      ...meeting,
      stage: 'ended',
      teamsMeetingId: 'teams-1',
      startedAt,
      endedAt,
    };
    expect(await record.meeting(meeting.id)).toEqual(held);
    expect(await record.meetingStartedAt(meeting.seriesId, startedAt)).toEqual(held);
    expect(await record.meetingStartedAt(meeting.seriesId, startedAt + 1)).toBeUndefined();
    expect(await record.openMeeting(meeting.seriesId)).toBeUndefined();
    expect(await record.startMeeting(meeting.id, 'teams-2', day)).toBe(false);
    expect(await record.meeting(randomUUID())).toBeUndefined();
  });

  test('[D4] a meeting that never started can’t end', async () => {
    const record = tenant();
    const meeting = await plan(record, await seriesOf(record));
    expect(await record.endMeeting(meeting.id, day, day)).toBe(false);
    expect(await record.meeting(meeting.id)).toEqual(meeting);
    expect(await record.recap(meeting.id)).toBeUndefined();
  });

  test('[D3] the next meeting is counted on and opens with what the last one left', async () => {
    const record = tenant();
    const meeting = await running(record);
    const state = room(1, {
      topics: [topic('a', { state: 'parked' }), topic('b', { state: 'done' })],
      outcomes: [outcome('o')],
    });
    await record.keepCheckpoint(meeting.id, { roomId: 'room-1', sequence: 7, state }, day);
    await record.endMeeting(meeting.id, day + 1, day + 1);
    const next = await plan(record, meeting.seriesId);
    expect(next.number).toBe(2);
    expect((await record.room(next.id))?.state).toEqual(
      room(2, { topics: [topic('a')], outcomes: [outcome('o')] }),
    );
    expect(await record.stateBefore(meeting.seriesId, 2)).toEqual(state);
    expect(await record.stateBefore(meeting.seriesId, 1)).toBeUndefined();
  });

  test('[D5] a state is kept for the current room alone, and never after a later one', async () => {
    const record = tenant();
    const { id } = await running(record);
    const keep = (roomId: string, sequence: number) =>
      record.keepCheckpoint(id, { roomId, sequence, state: stateAt(sequence) }, day);
    expect(await keep('room-1', 5)).toBe(true);
    expect(await keep('room-1', 4)).toBe(false);
    expect(await keep('room-0', 9)).toBe(false);
    expect(await keep('room-1', 5)).toBe(true);
    await atOnce(9, (index) => keep('room-1', [11, 19, 13, 12, 17, 18, 14, 16, 15][index]!));
    expect(await record.room(id)).toEqual({
      roomId: 'room-1',
      relayLife: 'life-1',
      sequence: 19,
      state: stateAt(19),
    });
  });

  test('[D6] of several new rooms for a lost one, one is used by all, and begins its own count', async () => {
    const record = tenant();
    const { id } = await running(record);
    const state = room(1, { topics: [topic('kept')] });
    await record.keepCheckpoint(id, { roomId: 'room-1', sequence: 9, state }, day);
    const answers = await atOnce(5, (index) =>
      record.moveToRoom(id, 'room-1', { roomId: `new-${index}`, relayLife: 'life-2' }),
    );
    const [roomId] = answers;
    expect(answers).toEqual(answers.map(() => roomId));
    expect(await record.room(id)).toEqual({
      roomId,
      relayLife: 'life-2',
      sequence: 0,
      state,
    });
    expect(await record.moveToRoom(id, null, { roomId: 'late', relayLife: 'life-2' })).toBe(roomId);
  });

  test('rooms of one life of the relay are found until their meeting has ended', async () => {
    const record = tenant('finder');
    const meeting = await plan(record, await seriesOf(record));
    await record.moveToRoom(meeting.id, null, { roomId: 'room-9', relayLife: 'life-9' });
    const found = { tenantId: 'finder', meetingId: meeting.id, roomId: 'room-9' };
    expect(await roomsOfLife(opened.database.db, 'life-9')).toEqual([found]);
    await record.startMeeting(meeting.id, 'teams', day);
    await record.endMeeting(meeting.id, day, day);
    expect(await roomsOfLife(opened.database.db, 'life-9')).toEqual([]);
  });

  test('[C2] a recap is in one pair of hands at a time, and posted once', async () => {
    const record = tenant();
    const { id } = await running(record);
    await record.endMeeting(id, day + 1, day + 1);
    const owed = { recap: null, postedAt: null, activityId: null };
    expect(await record.recap(id)).toEqual(owed);
    const claims = await atOnce(5, () => record.claimRecap(id, day, day + 100));
    expect(claims.filter(Boolean)).toEqual([true]);
    expect(await record.claimRecap(id, day + 99, day + 200)).toBe(false);
    expect(await record.claimRecap(id, day + 100, day + 200)).toBe(true);
    await record.releaseRecap(id);
    expect(await record.claimRecap(id, day, day + 100)).toBe(true);
    const recap: Recap = {
      seriesTitle: 'Ana “&” Ben 😀',
      meetingNumber: 1,
      startedAt: day,
      endedAt: day + 1,
      discussed: [],
      outcomes: [],
      carried: [],
    };
    await record.keepRecap(id, recap);
    await record.recapPosted(id, 'activity', day + 50);
    expect(await record.recap(id)).toEqual({ recap, postedAt: day + 50, activityId: 'activity' });
    expect(await record.claimRecap(id, day + 1_000, day + 2_000)).toBe(false);
  });

  test('[D8] what goes wrong inside "together" leaves nothing behind', async () => {
    const record = tenant();
    const id = await seriesOf(record);
    const failing = record.together(async (inside) => {
      await inside.planMeeting(id, 1);
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await record.openMeeting(id)).toBeUndefined();
  });

  test('[D9] every text that can be typed or sent is kept, in every place', async () => {
    const record = tenant();
    const meeting = await running(record);
    const hard = 'nul \0, half \ud83d of \ude00 a smile 😀, "quotes", \\ and \u2028';
    const readable = 'nul \ufffd, half \ufffd of \ufffd a smile 😀, "quotes", \\ and \u2028';
    const checkpoint = { roomId: 'room-1', sequence: 1, state: stateSaying(hard) };
    expect(await record.keepCheckpoint(meeting.id, checkpoint, day)).toBe(true);
    expect((await record.room(meeting.id))?.state).toEqual(stateSaying(readable));
    await record.keepSeries(about('chat', { title: hard, reference: { name: hard } }));
    const series = await record.series(meeting.seriesId);
    expect([series?.title, series?.reference]).toEqual([readable, { name: readable }]);
  });

  test('[D7] another tenant reads nothing and changes nothing, whatever it names', async () => {
    const ours = tenant();
    const meeting = await running(ours);
    await ours.endMeeting(meeting.id, day + 1, day + 1);
    const next = await plan(ours, meeting.seriesId);
    await ours.moveToRoom(next.id, null, { roomId: 'room-2', relayLife: 'life-1' });
    const everything = async () => [
      await ours.series(meeting.seriesId),
      await ours.meeting(meeting.id),
      await ours.meeting(next.id),
      await ours.room(meeting.id),
      await ours.room(next.id),
      await ours.recap(meeting.id),
    ];
    const before = await everything();

    const theirs = tenant();
    const theirAnswers = [
      await theirs.seriesOfChat('chat'),
      await theirs.series(meeting.seriesId),
      await theirs.meeting(meeting.id),
      await theirs.meetingStartedAt(meeting.seriesId, day),
      await theirs.openMeeting(meeting.seriesId),
      await theirs.stateBefore(meeting.seriesId, 9),
      await theirs.room(next.id),
      await theirs.recap(meeting.id),
    ];
    expect(theirAnswers).toEqual(theirAnswers.map(() => undefined));
    const state = room(1, { topics: [topic('theirs')] });
    const refused = [
      await theirs.startMeeting(next.id, 'teams', day + 5),
      await theirs.endMeeting(next.id, day + 6, day + 6),
      await theirs.keepCheckpoint(next.id, { roomId: 'room-2', sequence: 99, state }, day),
      await theirs.claimRecap(meeting.id, day, day + 9),
    ];
    expect(refused).toEqual([false, false, false, false]);
    expect(
      await theirs.moveToRoom(next.id, 'room-2', { roomId: 'theirs', relayLife: 'x' }),
    ).toBeNull();
    await expect(plan(theirs, meeting.seriesId)).rejects.toThrow();
    await expect(theirs.namePair(meeting.seriesId, pair)).rejects.toThrow();
    await theirs.chooseManager(meeting.seriesId, 'ben');
    await theirs.releaseRecap(meeting.id);
    await theirs.recapPosted(meeting.id, 'theirs', day);
    await theirs.keepRecap(meeting.id, { ...emptyRecap });
    await theirs.keepSeries(about('chat', { title: 'Theirs' }));
    expect(await everything()).toEqual(before);
  });
});

const emptyRecap: Recap = {
  seriesTitle: '',
  meetingNumber: 1,
  startedAt: 0,
  endedAt: 1,
  discussed: [],
  outcomes: [],
  carried: [],
};

describe.each(databases)('a new database on $name', ({ open }) => {
  test('[D8] is made from nothing, and found again as it was by the next start', async () => {
    const opened = await open();
    try {
      const record = recordOf({ db: opened.database.db, tenantId: 'tenant' });
      await record.keepSeries(about('chat'));
      const kept = await record.seriesOfChat('chat');
      const again = recordOf({ db: (await opened.reopen()).db, tenantId: 'tenant' });
      expect(await again.seriesOfChat('chat')).toEqual(kept);
      expect(kept?.title).toBe('Ana and Ben');
    } finally {
      await opened.close();
    }
  });
});
