import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { oweNotices } from '../../bot/notices/owe-notices.ts';
import { beginSeries, copySeries, holdMeeting } from './held-series.ts';
import { pair } from '../agenda/agenda-builders.ts';
import { smallWorld, type SmallWorld } from '../outcomes/small-world.ts';

// The world's own limit is for a machine with less to do than a hundred requests ask of it.
vi.setConfig({ testTimeout: 120_000 });

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const tenantId = 'tenant';
const monday = Date.UTC(2026, 10, 16, 8);

let world: SmallWorld;
/** Whose plan Teams was asked for, in order. */
const asked: string[] = [];
let trouble: Error | undefined;

beforeAll(async () => {
  world = await smallWorld();
  world.chat.aboutMeeting = async (reference) => {
    asked.push(String(reference['chat']));
    if (trouble !== undefined) throw trouble;
    return { organizer: 'ana', title: 'Ana and Ben', plannedStart: world.scheduledAt };
  };
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.deleteFrom('series').execute();
  world.owed.length = 0;
  asked.length = 0;
  trouble = undefined;
  world.scheduledAt = undefined;
  world.clock = monday;
});

const look = async (hours: number) => {
  world.clock = monday + hours * hourMs;
  await oweNotices(world, world.db);
  return asked.splice(0);
};
const begin = (chat: string) =>
  beginSeries(world.record(tenantId), { chat, pair, now: world.clock });
const meet = async (chat: string, ...weeksAgo: number[]) => {
  const seriesId = await begin(chat);
  for (const weeks of weeksAgo)
    await holdMeeting(world.record(tenantId), seriesId, { at: monday - weeks * 7 * dayMs });
  return seriesId;
};
const nextOf = async () =>
  (await world.record(tenantId).mySeries('ana')).series.map(({ plannedStart }) => plannedStart);

test('[Y6] each plan is asked for every few hours; where nobody ever met, there is none to ask for', async () => {
  await meet('one', 1);
  await begin('never met');
  world.scheduledAt = monday + 7 * dayMs;
  expect([await look(0), await look(1), await look(5), await look(6), await look(7)]).toEqual([
    ['one'],
    [],
    [],
    ['one'],
    [],
  ]);
  expect((await nextOf()).toSorted()).toEqual([monday + 7 * dayMs, undefined]);
});

test('[Y6] a plan that has come true is asked for anew', async () => {
  await meet('one', 1);
  world.scheduledAt = monday + 2 * hourMs;
  expect([await look(0), await look(1), await look(2), await look(3)]).toEqual([
    ['one'],
    [],
    ['one'],
    [],
  ]);
});

test('[Y6] at most a hundred are asked for at once, and those that wait longest come first', async () => {
  await copySeries(world.db, await meet('chat', 1), 102);
  const chats = ['chat', ...Array.from({ length: 102 }, (_, index) => `chat${index + 1}`)];
  const first = await look(0);
  const second = await look(1);
  expect([first.length, second.length]).toEqual([100, 3]);
  expect([...first, ...second].toSorted()).toEqual(chats.toSorted());
  expect((await look(6)).toSorted()).toEqual(first.toSorted());
});

test('[Y6] before a digest tells of a plan Teams is asked once more, and what was moved is believed', async () => {
  await meet('one', 3, 2, 1);
  world.scheduledAt = monday + 3 * dayMs;
  await look(0);
  // It is the afternoon before; what was said in the morning has been moved by two days.
  expect(await look(54)).toEqual(['one']);
  world.scheduledAt = monday + 5 * dayMs;
  expect(await look(56)).toEqual(['one']);
  expect(world.owed).toEqual([]);
  await look(56 + 48);
  expect(world.owed.map(({ data }) => data)).toEqual([
    { tenantId, seriesId: expect.any(String), id: 'digest/2026-11-21' },
  ]);
});

test('[Y6] a chat that does not answer leaves the plan that was known', async () => {
  await meet('one', 1);
  world.scheduledAt = monday + 7 * dayMs;
  await look(0);
  trouble = new Error('The chat is away.');
  expect(await look(6)).toEqual(['one']);
  expect(await nextOf()).toEqual([monday + 7 * dayMs]);
  trouble = undefined;
  world.scheduledAt = undefined;
  await look(12);
  expect(await nextOf()).toEqual([undefined]);
});
