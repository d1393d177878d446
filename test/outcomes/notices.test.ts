import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { oweNotices, type Notice } from '../../bot/notices/owe-notices.ts';
import { sendNotice } from '../../bot/notices/send-notice.ts';
import { ChatTrouble } from '../../bot/series/chat-trouble.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import { outcome, topic } from '../agenda/agenda-builders.ts';
import { seriesIn, smallWorld, type HeldSeries, type SmallWorld } from './small-world.ts';

const hour = 3_600_000;
const day = 24 * hour;

let world: SmallWorld;
beforeAll(async () => {
  world = await smallWorld();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  // Each test has the world's only series.
  await world.db.deleteFrom('series').execute();
  world.posted.length = 0;
  world.owed.length = 0;
  world.scheduledAt = undefined;
  world.clock = Date.UTC(2026, 10, 2, 8);
});

/** Three weekly 1:1s on Mondays at nine in Vienna; it is Monday the 16th after the last. */
async function weekly(...outcomes: Outcome[]): Promise<HeldSeries> {
  const held = await seriesIn(world);
  for (const zoned of ['ana', 'ben']) {
    await world.record(held.tenantId).keepPerson({ userId: zoned, timeZone: 'Europe/Vienna' });
  }
  for (const week of [0, 1, 2]) {
    world.clock = Date.UTC(2026, 10, 2, 8) + week * 7 * day;
    await held.hold({ topics: [topic('t', { title: 'Plan it' })], outcomes });
  }
  world.owed.length = 0;
  return held;
}

/** Lets a process look every quarter of an hour until then, and sends what is owed. */
async function untilDay(until: number): Promise<string[]> {
  const sent: string[] = [];
  const end = Date.UTC(2026, 10, until);
  for (; world.clock < end; world.clock += 4 * hour) {
    await oweNotices(world, world.db);
    for (const job of world.owed.splice(0)) {
      const before = world.posted.length;
      await sendNotice(world, job.data as Notice);
      for (const { card, chat } of world.posted.slice(before)) {
        sent.push(`${new Date(world.clock).toISOString().slice(5, 13)} ${chat}: ${card.summary}`);
      }
    }
  }
  return sent;
}

test('[M6] a digest the day before each 1:1 of the rhythm, once, and none when the rhythm is over', async () => {
  await weekly();
  // Nobody meets any more: the first missed one is still awaited, the second ends it.
  expect(await untilDay(38)).toEqual([
    '11-22T16 meeting: Ana & Ben is on Mon, Nov 23, 2026',
    '11-29T16 meeting: Ana & Ben is on Mon, Nov 30, 2026',
  ]);
});

test('[M6] what Teams has planned counts, and a plan that moves by a day brings no second digest', async () => {
  await weekly();
  world.scheduledAt = Date.UTC(2026, 10, 19, 8);
  const first = await untilDay(19);
  world.scheduledAt = Date.UTC(2026, 10, 20, 8);
  expect([...first, ...(await untilDay(21))]).toEqual([
    '11-18T16 meeting: Ana & Ben is on Thu, Nov 19, 2026',
  ]);
});

test('the digest says what is carried, what is due, and where to add a topic', async () => {
  await weekly(outcome('a', { by: '2026-11-20', result: 'The pilot runs' }));
  await untilDay(23);
  const words = JSON.stringify(world.posted.at(-1)!.card.content);
  expect(words).toContain('On the agenda: Plan it');
  expect(words).toContain('Due Fri, Nov 20, 2026: The pilot runs');
  expect(words).toContain('Add a topic');
});

test('[M7] one reminder the day before, in the morning of the owner, in their own chat', async () => {
  const { tenantId } = await weekly(
    outcome('a', { by: '2026-11-19', result: 'One' }),
    outcome('b', { by: '2026-11-19', result: 'Two' }),
    outcome('c', { by: '2026-11-19', owner: 'ana' }),
    outcome('d', { by: '2026-11-21', owner: 'both' }),
  );
  const personalChat = { chat: 'of ben' };
  await world
    .record(tenantId)
    .keepPerson({ userId: 'ben', timeZone: 'America/New_York', personalChat });
  expect(await untilDay(22)).toEqual([
    '11-18T08 meeting: Due Thu, Nov 19, 2026, Ana',
    '11-18T16 of ben: Due Thu, Nov 19, 2026, Ben',
    '11-20T08 meeting: Due Sat, Nov 21, 2026, Ana and Ben',
  ]);
  expect(JSON.stringify(world.posted[1]!.card.content)).toMatch(/One.*Two/);
});

test('[M7] what was reached between owing and sending is not reminded of', async () => {
  const { tenantId, series } = await weekly(outcome('a', { by: '2026-11-19' }));
  world.clock = Date.UTC(2026, 10, 18, 9);
  await oweNotices(world, world.db);
  await world.record(tenantId).enter(series.id, [
    {
      id: 'x',
      outcomeId: 'a',
      at: world.clock,
      by: 'ben',
      via: 'card',
      change: { what: 'status', to: 'reached' },
    },
  ]);
  for (const job of world.owed) await sendNotice(world, job.data as Notice);
  expect([world.owed.length, world.posted.length]).toEqual([1, 0]);
});

test('[M8] who has switched it off gets none; the other alone gets it in their own chat', async () => {
  const { tenantId } = await weekly(outcome('a', { by: '2026-11-19' }));
  const record = world.record(tenantId);
  await record.prefer('ben', { digest: false, reminders: false });
  expect(await untilDay(23)).toEqual([]);
  await record.keepPerson({ userId: 'ana', personalChat: { chat: 'of ana' } });
  expect(await untilDay(30)).toEqual(['11-29T16 of ana: Ana & Ben is on Mon, Nov 30, 2026']);
});

test('[M9] two processes that look and send at once send one; a refusal is tried again', async () => {
  await weekly(outcome('a', { by: '2026-11-19' }));
  world.clock = Date.UTC(2026, 10, 18, 9);
  await Promise.all([oweNotices(world, world.db), oweNotices(world, world.db)]);
  expect(world.owed).toHaveLength(1);
  const notice = world.owed[0]!.data as Notice;
  world.troubles.push(new ChatTrouble('busy', 'Wait.', 1_000));
  await expect(sendNotice(world, notice)).rejects.toThrow('Wait.');
  await Promise.allSettled([1, 2, 3].map(() => sendNotice(world, notice)));
  await sendNotice(world, notice);
  expect(world.posted).toHaveLength(1);
});
