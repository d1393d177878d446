import { expect, test } from 'vitest';
import { z } from 'zod';
import { graphAt } from '../../bot/graph/graph-client.ts';
import { passedOnKeys } from '../../bot/graph/graph-keys.ts';
import { microsoftToDo } from '../../bot/tasks/microsoft-to-do.ts';
import type { NewTask, ToDo } from '../../bot/tasks/to-do.ts';
import {
  fixture,
  recordedGraph,
  type GraphRequest,
  type Recorded,
} from '../graph/recorded-graph.ts';
import { runSimulator } from '../simulator/running-simulator.ts';
import { memoryToDo } from './memory-to-do.ts';

const task: NewTask = {
  mark: 'series/outcome',
  title: 'Pricing page live',
  notes: 'What success looks like: fewer questions',
  by: '2026-12-04',
  link: { url: 'https://teams.example/tab', name: 'Ana & Ben' },
};
const now = () => Date.UTC(2026, 10, 23, 10);

/** What every To Do must keep to. */
const keepsTheContract = (
  name: string,
  run: (proof: (toDo: ToDo) => Promise<void>) => Promise<void>,
) =>
  test(`[K2] ${name}: what was added is found again by its mark, and nothing else is`, () =>
    run(async (toDo) => {
      expect(await toDo.find(task.mark)).toEqual({ kind: 'answered', value: undefined });
      const added = await toDo.add(task);
      await toDo.add({ ...task, mark: 'series/another', by: null, notes: '' });
      expect(added).toEqual({ kind: 'answered', value: expect.stringMatching(/./) });
      expect(await toDo.find(task.mark)).toEqual(added);
      expect(await toDo.find('series')).toEqual({ kind: 'answered', value: undefined });
    }));

keepsTheContract('in memory', (proof) => proof(memoryToDo()));

keepsTheContract('in Microsoft To Do, as the simulator answers for it', async (proof) => {
  await using running = await runSimulator();
  const { simulator } = running;
  const { token } = await simulator.login.tokenFor('ben');
  const graph = graphAt({ url: simulator.settings.graphUrl, keys: passedOnKeys, now });
  await proof(microsoftToDo(graph, token));
  const { token: other } = await simulator.login.tokenFor('ana');
  expect(await microsoftToDo(graph, other).find(task.mark)).toEqual({
    kind: 'answered',
    value: undefined,
  });
  expect(await microsoftToDo(graph, 'no token').find(task.mark)).toEqual({
    kind: 'sign-in',
    code: 'InvalidAuthenticationToken',
  });
});

const tasks = '/me/todo/lists/AQMkADAwATM0MDAAMS0yMDkyLWVjMzYtM/tasks';
const recordings: Readonly<Record<string, Recorded>> = {
  'GET /me/todo/lists': { body: fixture('to-do-lists.json') },
  [`GET ${tasks}?$expand=linkedResources`]: { body: fixture('tasks.json') },
  [`POST ${tasks}`]: { status: 201, body: fixture('task-created.json') },
};

async function recordedToDo(answer: (request: GraphRequest) => Recorded | undefined) {
  const recorded = await recordedGraph(answer);
  const graph = graphAt({ url: recorded.url, keys: passedOnKeys, now });
  return { recorded, toDo: microsoftToDo(graph, 'token of ben') };
}

test('[K1] a task goes into the person’s usual list, with its day and the link back', async () => {
  const { recorded, toDo } = await recordedToDo(({ what }) => recordings[what]);
  await using asked = recorded;
  expect(await toDo.add(task)).toEqual({ kind: 'answered', value: 'AlMKXwbQAAAJws6wcAAAA=' });
  expect(asked.asked.map(({ what }) => what)).toEqual(['GET /me/todo/lists', `POST ${tasks}`]);
  expect(z.json().parse(JSON.parse(asked.asked[1]!.body))).toEqual({
    title: 'Pricing page live',
    body: { content: 'What success looks like: fewer questions', contentType: 'text' },
    dueDateTime: { dateTime: '2026-12-04T00:00:00.0000000', timeZone: 'UTC' },
    linkedResources: [
      {
        webUrl: 'https://teams.example/tab',
        applicationName: 'Evenhand',
        displayName: 'Ana & Ben',
        externalId: 'series/outcome',
      },
    ],
  });
  expect(asked.asked[1]!.headers.authorization).toBe('Bearer token of ben');
});

test('[K2] among other apps’ tasks and tasks without links it finds its own alone', async () => {
  const { recorded, toDo } = await recordedToDo(({ what }) => recordings[what]);
  await using things = new AsyncDisposableStack();
  things.use(recorded);
  expect(await toDo.find(task.mark)).toEqual({ kind: 'answered', value: undefined });
  expect(await toDo.find('teset1243434')).toEqual({
    kind: 'answered',
    value: 'AQMkADAwATM0MDAAMS0yMDkyLWVjMzYtMDACLTAwCgBGAAAD',
  });
});

test('[K4] somebody without a list, or without a right to it, is a kind of its own', async () => {
  const none = await recordedToDo(() => ({ body: '{"value":[]}' }));
  const forbidden = await recordedToDo(() => ({ status: 403, body: fixture('forbidden.json') }));
  await using things = new AsyncDisposableStack();
  things.use(none.recorded);
  things.use(forbidden.recorded);
  expect(await none.toDo.add(task)).toEqual({ kind: 'gone', code: 'no-list' });
  expect(await forbidden.toDo.add(task)).toEqual({ kind: 'not-allowed', code: 'Forbidden' });
  expect(await forbidden.toDo.find('x')).toEqual({ kind: 'not-allowed', code: 'Forbidden' });
});
