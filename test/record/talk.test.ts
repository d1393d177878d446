import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startJobs, type Jobs } from '../../bot/jobs.ts';
import { openRoom } from '../../bot/room/open-room.ts';
import { discardTalk, giveTalkConsent, sayHowItFelt } from '../../bot/talk/talk-answers.ts';
import { readActivity } from '../../bot/teams/activity.ts';
import { worldOn } from '../world.ts';
import { databases, type OpenDatabase } from './databases.ts';
import { begin, bothYes, second, talkingPair } from './talking-pair.ts';

describe.each(databases)('talk on $name', ({ open }) => {
  let opened: OpenDatabase;
  let jobs: Jobs;
  beforeAll(async () => {
    opened = await open();
    jobs = await startJobs(opened.database, pino({ level: 'silent' }));
  });
  afterAll(async () => {
    await jobs.stop();
    await opened.close();
  });

  const pairInChat = () => talkingPair(worldOn(opened.database, jobs));

  test('[T57] [T63] at the end the totals go on record and the rows go for ever', async () => {
    const { start, end, talk, room, history, record, meeting } = pairInChat();
    await start();
    await talk(bothYes);
    const [held, { id }] = [await room(), await meeting()];
    await Promise.all([end(), end(), end()]);
    const [ana, ben] = [await history('ana'), await history('ben')];
    expect(ana).toEqual(ben);
    expect(ana.meetings.map(({ totals }) => totals)).toEqual([
      {
        method: 'crossed',
        meetingMs: 10_000,
        measuredMs: 10_000,
        people: [
          {
            id: 'ana',
            role: 'manager',
            talkMs: 2_000,
            share: 0.25,
            longestTurnMs: 2_000,
            turns: 1,
          },
          { id: 'ben', role: 'report', talkMs: 6_000, share: 0.75, longestTurnMs: 6_000, turns: 1 },
        ],
        overlapMs: 0,
        silenceMs: 2_000,
        replyGapMs: 0,
        margin: ana.meetings[0]!.totals!.margin,
        live: null,
      },
    ]);
    expect(held.talk.talk.lives).toEqual([]);
    expect(await record.presence(id)).toEqual([]);
  });

  test('[T50] without the yes of both, nothing is kept', async () => {
    const { start, end, talk, history } = pairInChat();
    await start();
    await talk([['ana', 'series']]);
    await end();
    expect((await history('ana')).meetings.map(({ totals }) => totals)).toEqual([null]);
  });

  test('[T63] totals are kept once; either can delete them', async () => {
    const { world, start, end, talk, history, record, asked } = pairInChat();
    await start();
    await talk(bothYes);
    await end();
    const { meetingId, totals, parts } = (await history('ana')).meetings[0]!;
    await record.keepTalk(meetingId, { totals: { ...totals!, measuredMs: 1 }, parts }, 0);
    expect((await history('ana')).meetings[0]!.totals).toEqual(totals);
    await discardTalk(world, asked('ben', { meetingId }));
    expect((await history('ana')).meetings[0]!.totals).toBeNull();
  });

  test('[T57] a room that is slow to answer still tells, a little later, how the talk went', async () => {
    const { world, start, end, talk, room, history } = pairInChat();
    await start();
    await talk(bothYes);
    const held = await room();
    const close = world.rooms.close.bind(world.rooms);
    let isSlow = true;
    world.rooms.close = async (...asked) => {
      if (isSlow) {
        isSlow = false;
        throw new Error('The relay did not answer.');
      }
      return close(...asked);
    };
    await end();
    await expect
      .poll(async () => (await history('ana')).meetings[0]!.totals?.method, { timeout: 30_000 })
      .toBe('crossed');
    await expect.poll(() => held.talk.talk.lives, { timeout: 30_000 }).toEqual([]);
  });

  test('[T53] who comes and goes is kept once, and is in the room that replaces a lost one', async () => {
    const { world, start, room, move, meeting, record } = pairInChat();
    await start();
    for (let told = 0; told < 3; told += 1) await move('cleo', begin + second, true);
    const cleo = [{ at: begin + second, on: true }];
    expect((await room()).talk.talk.presence).toEqual(new Map([['cleo', cleo]]));
    world.rooms.life = 'life-2';
    const held = await meeting();
    const { tenantId } = await opened.database.db
      .selectFrom('meeting')
      .where('id', '=', held.id)
      .select('tenant_id as tenantId')
      .executeTakeFirstOrThrow();
    await openRoom(world, tenantId, held);
    expect((await room()).talk.talk.presence).toEqual(new Map([['cleo', cleo]]));
    expect(await record.presence(held.id)).toEqual([
      { user: 'cleo', at: begin + second, on: true },
    ]);
  });

  test('[D11] who comes while a room is being opened is in it', async () => {
    const { world, tenantId, start, room, move, meeting } = pairInChat();
    await start();
    world.rooms.life = 'life-2';
    const { open: openNow } = world.rooms;
    world.rooms.open = async (...given) => {
      await move('cleo', begin + second, true);
      return openNow.apply(world.rooms, given);
    };
    await openRoom(world, tenantId, await meeting());
    expect((await room()).talk.talk.presence).toEqual(
      new Map([['cleo', [{ at: begin + second, on: true }]]]),
    );
  });

  test('[T53] nobody leaves a meeting that has not begun: that is told late', async () => {
    const { start, end, move, record, series, world } = pairInChat();
    await start();
    await end();
    const seriesId = (await series()).id;
    const { id } = await record.together((inside) => inside.planMeeting(seriesId, world.now()));
    await move('ana', begin + 11 * second, false);
    expect(await record.presence(id)).toEqual([]);
  });

  test('[T61] who agreed for the series has agreed in the room of the next meeting', async () => {
    const { world, start, end, room, series, asked } = pairInChat();
    await start();
    const seriesId = (await series()).id;
    await giveTalkConsent(world, asked('ana', { seriesId }, { always: true }));
    await giveTalkConsent(world, asked('ben', { seriesId }, { always: true }));
    await giveTalkConsent(world, asked('ben', { seriesId }, { always: false }));
    await end();
    await start(begin + 3_600 * second);
    expect((await room()).talk.talk.consents).toEqual(new Map([['ana', 'series']]));
  });

  test('[T58] how it felt is the report’s to say, and seen by the manager only once shared', async () => {
    const { world, start, end, history, asked } = pairInChat();
    await start();
    await end();
    const { meetingId } = (await history('ben')).meetings[0]!;
    const say = (user: string, isShared: boolean) =>
      sayHowItFelt(world, asked(user, { meetingId }, { felt: { answer: 'partly', isShared } }));
    const seen = async () => [
      (await history('ana')).meetings[0]!.felt,
      (await history('ben')).meetings[0]!.felt,
    ];
    await expect(say('ana', true)).rejects.toThrow('Only the report');
    await say('ben', false);
    expect(await seen()).toEqual([null, { answer: 'partly', isShared: false }]);
    await say('ben', true);
    expect(await seen()).toEqual([
      { answer: 'partly', isShared: true },
      { answer: 'partly', isShared: true },
    ]);
  });
});

test('[T53] Teams’ word that somebody came is read from the wire', () => {
  const activity = {
    type: 'event',
    name: 'application/vnd.microsoft.meetingParticipantJoin',
    timestamp: '2026-11-23T10:00:01.000Z',
    conversation: { id: 'chat', tenantId: 'tenant' },
    value: {
      members: [
        {
          user: { id: '29:cleo', aadObjectId: 'cleo', name: 'Cleo' },
          meeting: { inMeeting: true },
        },
        { user: { id: '29:guest' }, meeting: { inMeeting: true } },
      ],
    },
  };
  const told = {
    kind: 'participants-moved',
    chat: { tenantId: 'tenant', conversationId: 'chat' },
    users: ['cleo', '29:guest'],
    at: begin + second,
    isIn: true,
  };
  expect(readActivity(activity)).toEqual(told);
  expect(readActivity({ ...activity, timestamp: new Date(begin + second) })).toEqual(told);
  expect(readActivity({ ...activity, timestamp: 'soon' })).toEqual({
    kind: 'malformed',
    why: 'timestamp',
  });
});
