import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startJobs, type Jobs } from '../../bot/jobs.ts';
import { recordOf, type TenantRecord } from '../../bot/record/record.ts';
import { mySeries } from '../../bot/series/my-series.ts';
import { defaultPatience } from '../../shared/agenda/coverage-of-elements.ts';
import type { Pair } from '../../shared/people/person.ts';
import { MySeriesAnswer, outcomesPerSeries, seriesPerPage } from '../../shared/series/my-series.ts';
import { outcome, topic } from '../agenda/agenda-builders.ts';
import { databases, type OpenDatabase } from '../record/databases.ts';
import { worldOn } from '../world.ts';
import { beginSeries, holdMeeting, talkOf } from './held-series.ts';

const dayMs = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 23, 10);

const named = (id: string) => ({ id, name: id.slice(0, 1).toUpperCase() + id.slice(1) });
const pairOf = (manager: string, report: string): Pair => [
  { ...named(manager), role: 'manager' },
  { ...named(report), role: 'report' },
];
const begin = (record: TenantRecord, manager: string, report: string) =>
  beginSeries(record, { chat: `${manager} and ${report}`, pair: pairOf(manager, report), now });

describe.each(databases)('my 1:1s on $name', ({ open }) => {
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

  function tenant() {
    const world = worldOn(opened.database, jobs);
    const tenantId = randomUUID();
    world.time = now;
    const seenBy = async (userId: string, after?: string, of: string = tenantId) => {
      const caller = { tenantId: of, userId, name: userId };
      const answer = await mySeries(world, { caller, parameters: { after }, body: undefined });
      return MySeriesAnswer.parse(JSON.parse(JSON.stringify(answer)));
    };
    const namesOf = async (userId: string, after?: string, of?: string) =>
      (await seenBy(userId, after, of)).series.map(({ other }) => other.name);
    return { world, tenantId, record: world.record(tenantId), seenBy, namesOf };
  }

  test('[Y1] each of two finds their 1:1; a third, and the same person elsewhere, finds none', async () => {
    const { record, namesOf } = tenant();
    await begin(record, 'ana', 'dan');
    await begin(record, 'ana', 'ben');
    await begin(record, 'cleo', 'ana');
    expect(await namesOf('ana')).toEqual(['Ben', 'Cleo', 'Dan']);
    expect(await namesOf('ben')).toEqual(['Ana']);
    expect(await namesOf('eve')).toEqual([]);
    expect(await namesOf('ana', undefined, randomUUID())).toEqual([]);
  });

  test('[Y2] what a meeting left is told to both, with the other as other', async () => {
    const { record, seenBy } = tenant();
    const seriesId = await begin(record, 'ana', 'ben');
    await record.choosePatience(seriesId, { ...defaultPatience, wellbeing: 9 });
    const open = outcome('o', {
      by: '2026-11-20',
      result: 'The pilot runs',
      success: 'Three days',
    });
    const anew = outcome('q', { status: 'changed', by: '2026-12-24' });
    for (const week of [4, 3, 2, 1])
      await holdMeeting(record, seriesId, {
        at: now - week * 7 * dayMs,
        topics: [topic(`t${week}`, { state: 'done' }), topic('carried', { element: 'feedback' })],
        outcomes: [open, anew, outcome('p', { status: 'reached' })],
        talk: talkOf(pairOf('ana', 'ben'), 0.6),
      });
    await record.keepPlan(seriesId, { plannedStart: now + dayMs }, now);
    const [ana, ben] = [await seenBy('ana'), await seenBy('ben')];
    const [me, other] = pairOf('ana', 'ben');
    const shared = {
      seriesId,
      title: 'ana and ben',
      link: 'https://teams.example/tab',
      meetings: 4,
      isRunning: false,
      next: { at: now + dayMs, isPlanned: true },
      lastAt: now - 7 * dayMs,
      everyDays: 7,
      missed: 0,
      overdue: ['obstacles', 'feedback', 'development'],
      outcomes: [
        { ...open, age: 4 },
        { ...anew, age: 4 },
      ],
      openCount: 2,
      balance: [1, 2, 3, 4].map((meetingNumber) => ({ meetingNumber, reportShare: 0.6 })),
    };
    expect(ana).toEqual({ series: [{ ...shared, me, other }], hasMore: false, now });
    expect(ben).toEqual({ series: [{ ...shared, me: other, other: me }], hasMore: false, now });
  });

  test('[Y1] pages hold every 1:1 once, also where names are alike, and begin with one’s own alone', async () => {
    const { record, seenBy, namesOf } = tenant();
    const people = Array.from({ length: seriesPerPage + 7 }, (_, index) => `p${index}`);
    for (const id of people) {
      const report = {
        id,
        name: Number(id.slice(1)) % 3 === 0 ? 'Same' : id,
        role: 'report',
      } as const;
      const pair: Pair = [{ ...named('ana'), role: 'manager' }, report];
      await beginSeries(record, { chat: id, pair, now });
    }
    const others = await begin(record, 'cleo', 'dan');
    const first = await seenBy('ana');
    const second = await seenBy('ana', first.series.at(-1)!.seriesId);
    expect([first.hasMore, second.hasMore]).toEqual([true, false]);
    const found = [...first.series, ...second.series].map(({ other }) => other);
    expect(found.map(({ id }) => id).toSorted()).toEqual(people.toSorted());
    const names = found.map(({ name }) => name);
    const inOrder = await opened.database.db
      .selectFrom('member')
      .where('user_id', 'in', people)
      .where('name', 'in', names)
      .orderBy('name')
      .select('name')
      .execute();
    expect(names).toEqual(inOrder.map(({ name }) => name));
    expect(await namesOf('ana', others)).toEqual([]);
  });

  test('[Y2] of very many open outcomes the most pressing are told, and how many there are', async () => {
    const { record, seenBy } = tenant();
    const seriesId = await begin(record, 'ana', 'ben');
    const outcomes = Array.from({ length: outcomesPerSeries + 5 }, (_, index) =>
      outcome(`o${index}`, { by: `2026-12-${String(31 - (index % 31)).padStart(2, '0')}` }),
    );
    await holdMeeting(record, seriesId, { at: now - dayMs, outcomes });
    const [series] = (await seenBy('ben')).series;
    const expected = outcomes
      .map(({ by }) => by)
      .toSorted()
      .slice(0, outcomesPerSeries);
    expect(series!.outcomes.map(({ by }) => by)).toEqual(expected);
    expect(series!.openCount).toBe(outcomesPerSeries + 5);
  });

  test('[Y5] a page takes the same questions for many 1:1s with many meetings as for one', async () => {
    const { tenantId, record } = tenant();
    let asked = 0;
    const db = opened.database.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        asked += 1;
        return result;
      },
    });
    const questions = async (userId: string) => {
      asked = 0;
      await recordOf({ db, tenantId }).mySeries(userId);
      return asked;
    };
    const short = await begin(record, 'ana', 'ben');
    await holdMeeting(record, short, { at: now - dayMs });
    const one = await questions('ana');
    for (const index of Array.from({ length: 12 }).keys()) {
      const long = await begin(record, 'cleo', `p${index}`);
      for (const week of [6, 5, 4, 3, 2, 1])
        await holdMeeting(record, long, { at: now - week * 7 * dayMs, outcomes: [outcome('o')] });
    }
    expect([one, await questions('cleo')]).toEqual([3, 3]);
  });

  test('[A10] what later meetings go by is the same settled as taken from all states anew', async () => {
    const { record } = tenant();
    const seriesId = await begin(record, 'ana', 'ben');
    const topics = [
      [topic('a', { notes: 'new' }), topic('b', { state: 'parked', element: 'feedback' })],
      [topic('a', { notes: 'new ' }), topic('b', { state: 'done', element: 'feedback' })],
      [topic('a', { notes: 'more' }), topic('b', { state: 'parked', element: 'wellbeing' })],
    ];
    for (const [index, each] of topics.entries())
      await holdMeeting(record, seriesId, { at: now + index * dayMs, topics: each });
    const past = [
      { meetingNumber: 1, discussed: ['progress'], lean: null },
      { meetingNumber: 2, discussed: ['feedback'], lean: null },
      { meetingNumber: 3, discussed: ['progress'], lean: null },
    ];
    expect(await record.pastBefore(seriesId, 4)).toEqual(past);
    expect(await record.pastBefore(seriesId, 3)).toEqual(past.slice(0, 2));
    expect(await record.parkedBefore(seriesId, 4)).toEqual(['b']);
    await opened.database.db
      .updateTable('meeting')
      .set({ gist: null })
      .where('series_id', '=', seriesId)
      .where('number', '=', 2)
      .execute();
    expect(await record.pastBefore(seriesId, 4)).toEqual(past);
  });
});
