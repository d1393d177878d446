import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphAt } from '../../bot/graph/graph-client.ts';
import { passedOnKeys } from '../../bot/graph/graph-keys.ts';
import { recapCard } from '../../bot/recap/recap-card.ts';
import { english } from '../../shared/language/language.ts';
import { startJobs, type Jobs } from '../../bot/jobs.ts';
import { ChatTrouble } from '../../bot/series/chat-trouble.ts';
import { changeTalkSettings, discardTalk, giveTalkConsent } from '../../bot/talk/talk-answers.ts';
import { readMeetingTranscript } from '../../bot/talk/read-meeting-transcript.ts';
import type { TalkTotals } from '../../shared/talk/totals.ts';
import {
  fixture,
  recordedGraph,
  type GraphRequest,
  type Recorded,
} from '../graph/recorded-graph.ts';
import { worldOn, type TestWorld } from '../world.ts';
import { databases, type OpenDatabase } from './databases.ts';
import { begin, bothYes, second, talkingPair } from './talking-pair.ts';

const minute = 60 * second;
const list = 'GET /users/ana/onlineMeetings/online-meeting/transcripts';
const own = `${list}/MSMjMCMjdGhpcw==`;

/** All that Graph was recorded to answer of this series. */
const recordings: Readonly<Record<string, Recorded>> = {
  [list]: { body: fixture('transcripts.json') },
  [`${own}/metadataContent`]: { body: fixture('metadata-content.vtt') },
  [`${own}/content?$format=text/vtt`]: { body: fixture('content.vtt') },
};
const forbidden: Recorded = { status: 403, body: fixture('forbidden.json') };
const asRecorded = ({ what }: GraphRequest): Recorded => recordings[what] ?? { status: 404 };
const nothingWritten = (): Recorded => ({ body: '{"value":[]}' });

/** Jobs are not owed, only how long they would wait is noted. */
function noteWaits(world: TestWorld, waits: number[]): void {
  const owe: Jobs['owe'] = async (_kind, _data, { afterSeconds }) => void waits.push(afterSeconds);
  Object.assign(world, { jobs: { ...world.jobs, owe } });
}

describe.each(databases)('transcripts on $name', ({ open }) => {
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

  /** A meeting has been held and has ended; Graph answers with `answer`. */
  async function after(
    answer: (request: GraphRequest) => Recorded | undefined,
    {
      consents = bothYes,
      openedAt = begin,
      inRecap = false,
    }: Partial<{
      consents: Parameters<ReturnType<typeof talkingPair>['talk']>[0];
      openedAt: number;
      inRecap: boolean;
    }> = {},
  ) {
    const recorded = await recordedGraph(answer);
    const world = worldOn(opened.database, jobs);
    const logged: string[] = [];
    Object.assign(world, {
      graph: graphAt({ url: recorded.url, keys: passedOnKeys, now: world.now, withinMs: 5_000 }),
      log: pino({ level: 'info', base: null }, { write: (line: string) => logged.push(line) }),
    });
    const told = talkingPair(world);
    await told.start();
    await told.talk(consents, openedAt);
    const { id: seriesId } = await told.series();
    const { id: meetingId } = await told.meeting();
    if (inRecap)
      await changeTalkSettings(world, told.asked('ana', { seriesId }, { inRecap: true }));
    await told.end();
    world.time = begin + minute;
    const owed = async () =>
      (await jobs.list('transcript')).filter(
        (data) => JSON.stringify(data) === JSON.stringify({ tenantId: told.tenantId, meetingId }),
      ).length;
    return {
      ...told,
      seriesId,
      meetingId,
      logged,
      asked: told.asked,
      graph: recorded.asked,
      owed,
      read: () => readMeetingTranscript(world, told.tenantId, meetingId),
      last: async () => (await told.history('ben')).meetings[0]!,
      [Symbol.asyncDispose]: () => recorded[Symbol.asyncDispose](),
    };
  }

  const byTranscript: TalkTotals = {
    method: 'transcript',
    meetingMs: 10_000,
    measuredMs: 9_000,
    people: [
      {
        id: 'ana',
        role: 'manager',
        talkMs: 2_500,
        share: 2.5 / 8.5,
        longestTurnMs: 2_500,
        turns: 1,
      },
      {
        id: 'ben',
        role: 'report',
        talkMs: 6_000,
        share: 6 / 8.5,
        longestTurnMs: 6_000,
        turns: 1,
      },
    ],
    overlapMs: 0,
    silenceMs: 500,
    replyGapMs: 500,
    margin: null,
    live: {
      method: 'crossed',
      managerShare: 0.25,
      measuredMs: 10_000,
      meetingMs: 10_000,
      errorPoints: (0.25 - 2.5 / 8.5) * 100,
    },
  };

  test('[T64] [T69] a transcript’s figures take the place of the live ones, which stay beside them', async () => {
    await using meeting = await after(asRecorded);
    expect([(await meeting.last()).transcript, await meeting.owed()]).toEqual(['waiting', 1]);
    await Promise.all([meeting.read(), meeting.read(), meeting.read()]);
    await meeting.read();
    const { totals, transcript } = await meeting.last();
    expect([totals, transcript]).toEqual([byTranscript, 'read']);
    expect(await meeting.history('ana')).toEqual(await meeting.history('ben'));
  });

  test('[T64] where one has not agreed, none is waited for, and none without Graph', async () => {
    await using meeting = await after(asRecorded, { consents: [['ana', 'series']] });
    await meeting.read();
    expect([await meeting.owed(), meeting.graph, (await meeting.last()).transcript]).toEqual([
      0,
      [],
      null,
    ]);
    const without = talkingPair(worldOn(opened.database, jobs));
    await without.start();
    await without.talk(bothYes);
    await without.end();
    expect((await without.history('ana')).meetings[0]!.transcript).toBeNull();
  });

  test('[T64] what was said before both had agreed is not counted', async () => {
    await using meeting = await after(asRecorded, { openedAt: begin + 5 * second });
    await meeting.read();
    const { totals } = await meeting.last();
    expect([totals?.measuredMs, totals?.people.map(({ talkMs }) => talkMs)]).toEqual([
      5_000,
      [2_500, 2_000],
    ]);
  });

  test('[T65] of a transcript the totals are kept, and no word, name or time of it anywhere', async () => {
    await using meeting = await after(asRecorded);
    await meeting.read();
    const { db } = opened.database;
    const { rows } = await sql<{ schema: string; name: string }>`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(db);
    const all: string[] = [];
    for (const { schema, name } of rows) {
      const found = await sql`select * from ${sql.table(`${schema}.${name}`)}`.execute(db);
      all.push(JSON.stringify(found.rows));
    }
    const kept = [...all, ...meeting.logged].join('\n');
    expect(kept).toContain(meeting.meetingId);
    for (const said of ['marmalade', 'Patience', 'spoken', '10:00:07', '10:00:01', 'WEBVTT'])
      expect(kept).not.toContain(said);
    expect(meeting.logged.join('')).not.toMatch(/Ana|Ben/);
  });

  test('[T65] nothing is stored once one has deleted the figures or taken the yes back', async () => {
    await using deleted = await after(asRecorded);
    await discardTalk(deleted.world, deleted.asked('ben', { meetingId: deleted.meetingId }));
    await deleted.read();
    expect(await deleted.last()).toMatchObject({ totals: null, transcript: 'dropped' });
    expect(deleted.graph).toEqual([]);

    await using stopped = await after(asRecorded);
    const { seriesId } = stopped;
    const say = (always: boolean) =>
      giveTalkConsent(stopped.world, stopped.asked('ben', { seriesId }, { always }));
    const { totals } = await stopped.last();
    await say(true);
    await say(false);
    await stopped.read();
    expect(await stopped.last()).toMatchObject({ totals, transcript: 'dropped' });
  });

  test('[T65] figures that are deleted while the transcript is being fetched stay deleted', async () => {
    await using meeting = await after(asRecorded);
    const found = meeting.world.graph!;
    meeting.world.graph = {
      ...found,
      async readText(...asked) {
        const text = await found.readText(...asked);
        await discardTalk(meeting.world, meeting.asked('ana', { meetingId: meeting.meetingId }));
        return text;
      },
    };
    await meeting.read();
    expect(await meeting.last()).toMatchObject({ totals: null, transcript: 'dropped' });
  });

  test('[T66] where Graph has no names as data, it is asked for names in the text', async () => {
    await using meeting = await after((request) =>
      request.what.endsWith('metadataContent') ? { status: 404 } : asRecorded(request),
    );
    await meeting.read();
    expect((await meeting.last()).totals).toEqual(byTranscript);
    expect(meeting.graph.map(({ what }) => what)).toEqual([
      list,
      `${own}/metadataContent`,
      `${own}/content?$format=text/vtt`,
    ]);
  });

  test('[T67] it is looked for ever more seldom, and given up quietly after four hours', async () => {
    await using meeting = await after(nothingWritten);
    const waits: number[] = [];
    noteWaits(meeting.world, waits);
    const at = begin + 10 * second;
    for (meeting.world.time = at + 20 * second; waits.length < 20;) {
      const before = waits.length;
      await meeting.read();
      if (waits.length === before) break;
      meeting.world.time += waits.at(-1)! * 1_000;
    }
    expect(waits).toEqual([20, 40, 80, 160, 320, 640, 1280, ...Array(7).fill(1800)]);
    expect((await meeting.last()).transcript).toBe('none');
    const { totals } = await meeting.last();
    expect(totals?.method).toBe('crossed');
  });

  test('[T67] a forbidden transcript is reported by the meeting’s id, once, and the live figures stand', async () => {
    await using meeting = await after(() => forbidden);
    const { totals } = await meeting.last();
    await meeting.read();
    await meeting.read();
    expect(await meeting.last()).toMatchObject({ totals, transcript: 'not-allowed' });
    const warned = meeting.logged.map((line) => JSON.parse(line)).filter(({ level }) => level > 30);
    expect(warned).toEqual([
      expect.objectContaining({
        meeting: meeting.meetingId,
        code: 'Forbidden',
        msg: expect.stringContaining('infra/README.md'),
      }),
    ]);
  });

  test('[T67] whatever keeps Graph or Teams from answering, it is tried again, as late as they ask', async () => {
    await using meeting = await after(() => ({
      status: 429,
      headers: { 'retry-after': '600' },
      body: '{"error":{"code":"TooManyRequests"}}',
    }));
    const waits: number[] = [];
    noteWaits(meeting.world, waits);
    await meeting.read();
    meeting.world.chat.aboutMeeting = () =>
      Promise.reject(new ChatTrouble('busy', 'Teams asks to wait.', 300_000));
    await meeting.read();
    expect([waits, (await meeting.last()).transcript]).toEqual([[600, 300], 'waiting']);
    meeting.world.chat.aboutMeeting = () =>
      Promise.reject(new ChatTrouble('gone', 'The chat is gone.'));
    await meeting.read();
    expect([waits.length, (await meeting.last()).transcript]).toEqual([2, 'none']);
  });

  test('[T68] a transcript that cannot tell the two apart changes nothing, and it is said why', async () => {
    const spokenBy = (ben: string) => (request: GraphRequest) =>
      request.what === `${own}/metadataContent`
        ? { body: fixture('metadata-content.vtt').replace('"Ben"', `"${ben}"`) }
        : asRecorded(request);
    await using room = await after(spokenBy('Meeting room 3'));
    const { totals } = await room.last();
    await room.read();
    expect(await room.last()).toMatchObject({ totals, transcript: 'one-unknown' });
    expect(room.logged.join('')).not.toContain('room 3');

    await using strangers = await after((request) => {
      const { body = '', ...rest } = spokenBy('Carl')(request);
      return { ...rest, body: body.replace('"Ana"', '"Dora"') };
    });
    await strangers.read();
    expect(await strangers.last()).toMatchObject({ totals, transcript: 'nobody-known' });
  });

  test('[T69] the recap’s line follows the figures, and goes with them', async () => {
    await using meeting = await after(asRecorded, { inRecap: true });
    const line = async () => {
      const recap = (await meeting.record.recap(meeting.meetingId))?.recap;
      const words = recap ? JSON.stringify(recapCard(english, recap).content) : '';
      return /Ana \d+ %[^"]*/.exec(words)?.[0];
    };
    expect(await line()).toMatch(/^Ana 25 %, Ben 75 %, measured 10 of 10 s, from what each panel/);
    await meeting.read();
    expect(await line()).toBe('Ana 29 %, Ben 71 %, measured 9 of 10 s, from the transcript');
    expect(
      (await jobs.list('follow-recap')).filter((data) =>
        JSON.stringify(data).includes(meeting.meetingId),
      ),
    ).toHaveLength(1);
    await discardTalk(meeting.world, meeting.asked('ben', { meetingId: meeting.meetingId }));
    expect(await line()).toBeUndefined();
    await using quiet = await after(asRecorded);
    await quiet.read();
    expect((await quiet.record.recap(quiet.meetingId))?.recap?.talk).toBeUndefined();
  });
});
