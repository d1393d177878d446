import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keepNoLonger } from '../../bot/series/keep-no-longer.ts';
import type { TalkTotals } from '../../shared/talk/totals.ts';
import { keptSince } from '../../shared/series/retention.ts';
import { outcome, pair, topic } from '../agenda/agenda-builders.ts';
import { seriesIn, smallWorld, type HeldSeries, type SmallWorld } from '../outcomes/small-world.ts';
import { everyRow } from '../record/every-row.ts';

// Years go by in each of them, on a machine that has other work.
vi.setConfig({ testTimeout: 240_000 });

let world: SmallWorld;
beforeAll(async () => {
  world = await smallWorld();
});
afterAll(() => world.close());

const day = 24 * 3_600_000;
const look = () => keepNoLonger(world, world.db);
const record = ({ tenantId }: HeldSeries) => world.record(tenantId);
const person = (id: string, role: 'manager' | 'report') => ({
  id,
  role,
  talkMs: 1,
  share: 0.5,
  longestTurnMs: 1,
  turns: 1,
});
const totals: TalkTotals = {
  method: 'crossed',
  meetingMs: 2,
  measuredMs: 2,
  people: [person('ana', 'manager'), person('ben', 'report')],
  overlapMs: 0,
  silenceMs: 0,
  replyGapMs: null,
  margin: null,
  live: null,
};

/** Holds a meeting with all that can be kept of one, and lets `days` pass. */
async function hold(held: HeldSeries, name: string, days: number) {
  const id = await held.hold({
    topics: [topic(name)],
    outcomes: [outcome(name, { status: 'reached' })],
  });
  await record(held).keepTalk(id, { totals, parts: { topics: [], elements: [] } }, world.clock);
  await record(held).keepFelt(id, 'ben', { answer: 'yes', isShared: true });
  await record(held).keepRecap(id, {
    seriesTitle: name,
    meetingNumber: 1,
    startedAt: 0,
    endedAt: 1,
    discussed: [],
    outcomes: [],
    carried: [],
    talk: `${name} spoke half of the time`,
  });
  world.clock += days * day;
  return id;
}

const keptMeetings = async (held: HeldSeries) =>
  (await record(held).heldMeetings(held.series.id)).map(({ endedAt }) => endedAt!);
const keptTalk = async (held: HeldSeries) =>
  (await record(held).talkOfSeries(held.series.id, 'ben')).flatMap((each) =>
    each.totals === null ? [] : [each.startedAt],
  );
const rowsOf = async (held: HeldSeries) => {
  const rows = await everyRow(world.db, held.tenantId);
  return Object.fromEntries(
    Object.entries(rows).flatMap(([table, found]) => (found.length ? [[table, found.length]] : [])),
  );
};

test('[B5] all through three years, what is old enough goes and nothing else', async () => {
  const held = await seriesIn(world);
  const ends: number[] = [];
  for (let month = 0; month < 36; month += 3) {
    await hold(held, `m${month}`, 0);
    ends.unshift(world.clock);
    world.clock += 91 * day;
    await look();
    const since = keptSince(undefined, world.clock);
    expect(await keptMeetings(held)).toEqual(ends.filter((end) => end >= since.outcomes));
    expect((await keptTalk(held)).length).toBe(ends.filter((end) => end >= since.talk).length);
  }
  expect(ends.length - (await keptMeetings(held)).length).toBeGreaterThan(2);
  const text = JSON.stringify(await everyRow(world.db, held.tenantId));
  // Neither the agenda nor the recap nor the ledger holds anything of the first month.
  expect(text).not.toMatch(/\bm0\b/);
  expect(text.match(/spoke half/g)?.length).toBe((await keptTalk(held)).length);
});

test('[B5] an open outcome and its history go on for as long as the two meet', async () => {
  const held = await seriesIn(world);
  const open = outcome('long', { result: 'Long haul' });
  const anew = outcome('anew', { status: 'changed' });
  await held.hold({ outcomes: [open, anew, outcome('done', { status: 'reached' })] });
  for (let quarter = 0; quarter < 10; quarter += 1) {
    world.clock += 91 * day;
    await held.hold({});
  }
  await look();
  const known = await record(held).outcomes(held.series.id, [{ id: 'done' }]);
  expect([...known.keys()].toSorted()).toEqual(['anew', 'long']);
  expect((await record(held).historyOf(held.series.id, 'long')).length).toBe(1);
  expect(await record(held).historyOf(held.series.id, 'done')).toEqual([]);
});

test('[B6] less is kept only when thirty days have passed, and not where it was changed back', async () => {
  const [short, back] = [await seriesIn(world), await seriesIn(world)];
  for (const held of [short, back]) {
    const began = world.clock;
    await hold(held, 'old', 100);
    await hold(held, 'new', 0);
    const chosen = { outcomeMonths: 3, talkMonths: 1 } as const;
    await record(held).chooseRetention(held.series.id, chosen, { by: 'ben', at: world.clock });
    world.clock += 29 * day;
    await look();
    expect((await keptMeetings(held)).length).toBe(2);
    if (held === back) {
      const usual = { outcomeMonths: 24, talkMonths: 12 } as const;
      await record(held).chooseRetention(held.series.id, usual, { by: 'ana', at: world.clock });
    }
    world.clock += 4 * day;
    await look();
    expect((await keptMeetings(held)).length).toBe(held === back ? 2 : 1);
    expect((await keptTalk(held)).length).toBe(held === back ? 2 : 0);
    world.clock = began;
  }
});

test('[B4] private notes are let go by nobody but their author', async () => {
  const held = await seriesIn(world);
  const { id } = held.series;
  const meetingId = await hold(held, 'm', 0);
  for (const author of ['ana', 'ben'])
    await record(held).keepPrivateNote(
      { seriesId: id, meetingId, author },
      { about: { kind: 'meeting' }, text: `mine, ${author}` },
      world.clock,
    );
  world.clock += 10 * 365 * day;
  await look();
  expect((await record(held).ownNotes(id, 'ana')).map(({ note }) => note)).toEqual(['mine, ana']);
  expect(await rowsOf(held)).toEqual({ member: 2, private_note: 2, series: 1 });
  await record(held).deleteOwnNotes(id, 'ana');
  expect((await record(held).ownNotes(id, 'ben')).map(({ note }) => note)).toEqual(['mine, ben']);
});

test('[B7] of two who meet no more nothing is left in the end, also where one has left', async () => {
  const held = await seriesIn(world);
  const other = await seriesIn(world);
  await hold(held, 'm', 0);
  await record(held).keepPerson({ userId: 'ana', timeZone: 'Europe/Lisbon' });
  await record(held).keepTemplate(held.series.id, { id: 't', name: 'Ours', topics: [] }, 0);
  // Open for good, and an agenda that nobody came to.
  await held.hold({ outcomes: [outcome('open')] });
  await record(held).together((inside) => inside.planMeeting(held.series.id, world.clock));
  world.clock += 735 * day;
  await hold(other, 'still', 0);
  await look();
  expect(await rowsOf(held)).toEqual({});
  expect((await keptMeetings(other)).length).toBe(1);
});

test('[B2] thirty days after one asked it is deleted, once, and the 1:1 begins anew', async () => {
  const held = await seriesIn(world);
  const { id } = held.series;
  await hold(held, 'm', 0);
  await record(held).askDeletion(id, 'ben', world.clock);
  world.clock += 30 * day - 1;
  await look();
  expect((await keptMeetings(held)).length).toBe(1);
  world.clock += 1;
  await look();
  await look();
  const anew = (await record(held).seriesOfChat('c'))!;
  expect([anew.id === id, anew.pair]).toEqual([false, pair]);
  expect(await rowsOf(held)).toEqual({ member: 2, series: 1 });
});

test('[B2] who has withdrawn does not ask any more', async () => {
  const held = await seriesIn(world);
  await hold(held, 'm', 0);
  await record(held).askDeletion(held.series.id, 'ben', world.clock);
  await record(held).withdrawDeletion(held.series.id, 'ben');
  world.clock += 31 * day;
  await look();
  expect((await keptMeetings(held)).length).toBe(1);
});

test('[B5] a series that cannot be let go of does not keep the others from it', async () => {
  const held = await seriesIn(world);
  await hold(held, 'm', 900);
  const broken = await seriesIn(world);
  const failing: SmallWorld = {
    ...world,
    now: () => world.clock,
    record: (tenantId) => {
      if (tenantId === broken.tenantId) throw new Error('The database is away.');
      return world.record(tenantId);
    },
  };
  await keepNoLonger(failing, world.db);
  expect(await rowsOf(held)).toEqual({});
});
