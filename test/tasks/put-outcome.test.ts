import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startJobs, type Jobs } from '../../bot/jobs.ts';
import { putOutcome } from '../../bot/tasks/put-outcome.ts';
import { chooseTasks, ownTasks } from '../../bot/tasks/tasks-answers.ts';
import type { LedgerEntry } from '../../shared/outcomes/ledger.ts';
import { bothOwn, type Outcome } from '../../shared/outcomes/outcome.ts';
import { databases, type OpenDatabase } from '../record/databases.ts';
import { begin, talkingPair } from '../record/talking-pair.ts';
import { worldOn } from '../world.ts';
import { memoryToDo } from './memory-to-do.ts';

const outcome = (over: Partial<Outcome> = {}): Outcome => ({
  id: randomUUID(),
  result: 'Pricing page live',
  owner: 'ben',
  by: '2026-12-04',
  success: 'Fewer questions',
  support: '',
  status: 'open',
  agreedIn: 1,
  ...over,
});
const link = (id: string) => `https://to-do.office.com/tasks/id/${encodeURIComponent(id)}/details`;

describe.each(databases)('To Do on $name', ({ open }) => {
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

  async function pairWith(...agreed: readonly Outcome[]) {
    const world = worldOn(opened.database, jobs);
    const lists = { ana: memoryToDo(), ben: memoryToDo() };
    const logged: string[] = [];
    Object.assign(world, {
      toDo: (signIn: string) => (signIn === 'token of ana' ? lists.ana : lists.ben),
      log: pino({ level: 'info', base: null }, { write: (line: string) => logged.push(line) }),
    });
    const told = talkingPair(world);
    await told.start();
    const { id: seriesId } = await told.series();
    await told.record.enter(
      seriesId,
      agreed.map((to): LedgerEntry => ({
        id: `${to.id}/agreed`,
        outcomeId: to.id,
        at: begin,
        by: 'ben',
        via: 'panel',
        change: { what: 'agreed', to },
      })),
    );
    const asked = (user: 'ana' | 'ben', parameters = {}, body: unknown = {}) => ({
      ...told.asked(user, { seriesId, ...parameters }, body),
      signIn: `token of ${user}`,
    });
    return {
      ...told,
      world,
      seriesId,
      lists,
      logged,
      choose: (user: 'ana' | 'ben', isWanted: boolean) =>
        chooseTasks(world, asked(user, {}, { isWanted })),
      own: (user: 'ana' | 'ben') => ownTasks(world, asked(user)),
      put: (user: 'ana' | 'ben', { id }: Outcome) =>
        putOutcome(world, asked(user, { outcomeId: id })),
    };
  }

  test('[K1] nothing goes anywhere until the person has switched it on for themselves', async () => {
    const agreed = outcome();
    const { choose, put, own, lists, seriesId } = await pairWith(agreed);
    expect(await own('ben')).toEqual({ isOffered: true, isWanted: false, tasks: [] });
    await expect(put('ben', agreed)).rejects.toThrow('Say first');
    await choose('ana', true);
    await expect(put('ben', agreed)).rejects.toThrow('Say first');
    await choose('ben', true);
    expect(await put('ben', agreed)).toEqual({ outcomeId: agreed.id, link: link('task 0') });
    expect([lists.ana.tasks, lists.ben.tasks]).toEqual([
      [],
      [
        {
          mark: `${seriesId}/${agreed.id}`,
          title: 'Pricing page live',
          notes: 'What success looks like: Fewer questions',
          by: '2026-12-04',
          link: { url: 'https://teams.example/tab', name: '1:1' },
        },
      ],
    ]);
    await choose('ben', false);
    await expect(put('ben', outcome())).rejects.toThrow('Say first');
  });

  test('[K1] only one’s own outcome, or one of both; only those on record', async () => {
    const [bens, both] = [outcome(), outcome({ owner: bothOwn })];
    const { choose, put, lists } = await pairWith(bens, both);
    await choose('ana', true);
    await expect(put('ana', bens)).rejects.toThrow('Only who owns an outcome');
    await expect(put('ana', outcome())).rejects.toThrow('not on record yet');
    await put('ana', both);
    expect([lists.ana.tasks.length, lists.ben.tasks.length]).toEqual([1, 0]);
  });

  test('[K2] [K3] added often and at once it is there once, and seen by its owner alone', async () => {
    const both = outcome({ owner: bothOwn });
    const { choose, put, own, lists } = await pairWith(both);
    await choose('ana', true);
    await choose('ben', true);
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => put('ben', both)));
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await put('ben', both);
    expect([lists.ana.tasks.length, lists.ben.tasks.length]).toEqual([0, 1]);
    expect(await own('ben')).toMatchObject({
      tasks: [{ outcomeId: both.id, link: link('task 0') }],
    });
    expect(await own('ana')).toMatchObject({ tasks: [] });
  });

  test('[K2] after a crash, or an answer that never came, it is looked for before it is added', async () => {
    const agreed = outcome();
    const { world, choose, put, lists } = await pairWith(agreed);
    await choose('ben', true);
    lists.ben.troubles.push({ kind: 'unavailable', code: 'timed-out', after: true });
    await expect(put('ben', agreed)).rejects.toThrow('will not be there twice');
    await expect(put('ben', agreed)).rejects.toThrow('being added just now');
    world.time += 121_000;
    expect(await put('ben', agreed)).toEqual({ outcomeId: agreed.id, link: link('task 0') });
    expect(lists.ben.tasks).toHaveLength(1);
  });

  test.for([
    ['no-consent', 'no-consent', /Tasks\.ReadWrite/],
    ['not-allowed', 'no-consent', /administrator/],
    ['sign-in', 'sign-in', /Open the panel again/],
    ['gone', 'unavailable', /Open To Do once/],
    ['refused', 'unavailable', /Open To Do once/],
    ['busy', 'unavailable', /in 90 seconds/],
  ] as const)(
    '[K4] %s: it says what to do, logs no name, and can be tried again',
    async ([kind, refused, words]) => {
      const agreed = outcome();
      const { choose, put, lists, logged, seriesId } = await pairWith(agreed);
      await choose('ben', true);
      lists.ben.troubles.push({ kind, code: 'Code', retryAfterMs: 90_000 });
      await expect(put('ben', agreed)).rejects.toMatchObject({
        kind: refused,
        message: expect.stringMatching(words),
      });
      expect(logged.map((line) => JSON.parse(line)).filter(({ level }) => level === 40)).toEqual([
        expect.objectContaining({ series: seriesId, trouble: kind, code: 'Code' }),
      ]);
      expect(logged.join('')).not.toMatch(/Pricing|token of/);
      await put('ben', agreed);
      expect(lists.ben.tasks).toHaveLength(1);
    },
  );

  test('[K1] where Graph is not set up, it is not offered', async () => {
    const agreed = outcome();
    const { world, choose, put, own } = await pairWith(agreed);
    await choose('ben', true);
    Object.assign(world, { toDo: undefined });
    expect(await own('ben')).toMatchObject({ isOffered: false });
    await expect(put('ben', agreed)).rejects.toThrow('not set up');
  });
});
