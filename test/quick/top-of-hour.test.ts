import { randomUUID } from 'node:crypto';
import { array, assert, asyncProperty, boolean, integer, record } from 'fast-check';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { startJobs } from '../../bot/jobs.ts';
import { takeTurns } from '../../bot/turns.ts';
import { databases } from '../record/databases.ts';

test('[Q5] at most so many turns are taken at once, each once and in its order, whichever fail', async () => {
  const work = array(record({ steps: integer({ min: 1, max: 4 }), fails: boolean() }), {
    maxLength: 20,
  });
  await assert(
    asyncProperty(integer({ min: 1, max: 5 }), work, async (atOnce, all) => {
      const inTurn = takeTurns(atOnce);
      const begun: number[] = [];
      let now = 0;
      let most = 0;
      const done = await Promise.allSettled(
        all.map(({ steps, fails }, index) =>
          inTurn(async () => {
            begun.push(index);
            now += 1;
            most = Math.max(most, now);
            for (let step = 0; step < steps; step += 1) await Promise.resolve();
            now -= 1;
            if (fails) throw new Error('It failed.');
            return index;
          }),
        ),
      );
      expect(most).toBe(Math.min(atOnce, all.length));
      expect(begun).toEqual(all.map((_, index) => index));
      expect(done.map(({ status }) => status)).toEqual(
        all.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
      );
    }),
  );
});

test('[Q5] [C8] what may wait has its turn behind all that may not', async () => {
  const inTurn = takeTurns(1);
  const begun: string[] = [];
  const work = (name: string) => async () => void begun.push(name);
  await Promise.all([
    inTurn(work('first')),
    inTurn(work('may wait'), 'behind'),
    inTurn(work('second')),
    inTurn(work('may wait too'), 'behind'),
    inTurn(work('third')),
  ]);
  expect(begun).toEqual(['first', 'second', 'third', 'may wait', 'may wait too']);
});

test.each(databases)('[Q5] a job that fails keeps no other waiting, on $name', async ({ open }) => {
  const opened = await open();
  const jobs = await startJobs(opened.database, pino({ level: 'silent' }));
  const tenantId = randomUUID();
  const meetings = Array.from({ length: 45 }, () => randomUUID());
  const tried: string[] = [];
  for (const meetingId of meetings)
    await jobs.owe(
      'recap',
      { tenantId, meetingId },
      { within: opened.database.db, afterSeconds: 0 },
    );
  await jobs.take({
    recap: async ({ meetingId }) => {
      tried.push(meetingId);
      if (meetingId === meetings[3]) throw new Error('It failed.');
    },
    'close-room': async () => {},
    'tell-room': async () => {},
    'follow-recap': async () => {},
    notice: async () => {},
    'look-ahead': async () => {},
    transcript: async () => {},
    retention: async () => {},
  });
  await expect.poll(() => new Set(tried).size, { timeout: 40_000 }).toBe(meetings.length);
  // All but the one are done with; that one is tried again later.
  await expect
    .poll(() => jobs.list('recap'), { timeout: 40_000 })
    .toEqual([{ tenantId, meetingId: meetings[3] }]);
  await jobs.stop();
  await opened.close();
});
