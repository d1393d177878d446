import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Scene } from './contract.ts';
import { bot, people, series, tenantId } from './people.ts';
import { runSimulator } from './running-simulator.ts';
import type { RunningSimulator } from './running-simulator.ts';

test('the start of a meeting in the wire shape of Teams', async () => {
  await using running = await runSimulator();
  await running.ask('api/start', {});
  expect(running.heard[0]).toEqual({
    id: expect.stringMatching(/^f:/),
    type: 'event',
    name: 'application/vnd.microsoft.meetingStart',
    timestamp: expect.any(String),
    localTimestamp: expect.any(String),
    localTimezone: expect.any(String),
    channelId: 'msteams',
    serviceUrl: running.simulator.settings.serviceUrl,
    from: { id: people.ana.id, name: 'Ana Ferreira', aadObjectId: people.ana.oid },
    conversation: {
      isGroup: true,
      conversationType: 'groupChat',
      tenantId,
      id: series.chatId,
    },
    recipient: bot,
    entities: [expect.objectContaining({ type: 'clientInfo' })],
    channelData: {
      tenant: { id: tenantId },
      source: { name: 'message' },
      meeting: { id: series.meetingId },
    },
    locale: 'en-GB',
    value: {
      MeetingType: 'Recurring',
      Title: 'Ana and Ben 1:1',
      Id: series.graphId,
      JoinUrl: series.joinUrl,
      StartTime: expect.stringMatching(/^2026-11-23T10:00:00\.\d{7}Z$/),
    },
  });
});

test('start, start again, end, end again: one start and one end', async () => {
  await using running = await runSimulator();
  for (const press of ['start', 'start', 'end', 'end']) await running.ask(`api/${press}`, {});
  const names = namesOf(running);
  expect(names.slice(0, 2)).toEqual(['meetingStart', 'meetingParticipantJoin']);
  // Teams tells of the end and of who left at once: either may be heard first.
  expect(names.slice(2).toSorted()).toEqual(['meetingEnd', 'meetingParticipantLeave']);
});

test('the next meeting ends the running one, goes on by a week, and starts', async () => {
  await using running = await runSimulator();
  await running.ask('api/start', {});
  const before = await sceneOf(running);
  await running.ask('api/next', {});
  const after = await sceneOf(running);
  expect(namesOf(running).filter((name) => !name?.includes('Participant'))).toEqual([
    'meetingStart',
    'meetingEnd',
    'meetingStart',
  ]);
  expect(after).toMatchObject({ stage: 'running', occurrence: 2 });
  expect(after.scheduledAt - before.scheduledAt).toBe(7 * 24 * 3_600_000);
});

test('two presses at once are taken one after the other', async () => {
  await using running = await runSimulator();
  await Promise.all(
    ['start', 'start', 'next', 'end'].map((press) => running.ask(`api/${press}`, {})),
  );
  expect(await sceneOf(running)).toMatchObject({ occurrence: 2 });
  const starts = namesOf(running).filter((name) => name === 'meetingStart').length;
  const ends = namesOf(running).filter((name) => name === 'meetingEnd').length;
  expect(starts - ends).toBe((await sceneOf(running)).stage === 'running' ? 1 : 0);
});

test('the third person joins a running meeting, and is there when it starts', async () => {
  await using running = await runSimulator();
  await running.ask('api/third-person', { present: true });
  await running.ask('api/start', {});
  await running.ask('api/third-person', { present: false });
  expect(running.heard.slice(1).map(({ name, value }) => [name, oidsIn(value)])).toEqual([
    [
      'application/vnd.microsoft.meetingParticipantJoin',
      [people.ana.oid, people.ben.oid, people.cleo.oid],
    ],
    ['application/vnd.microsoft.meetingParticipantLeave', [people.cleo.oid]],
  ]);
});

test('the bot is installed once, and again only when it did not take it', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'simulator-'));
  const kinds = async (status: number) => {
    await using running = await runSimulator({
      dataFolder,
      answer: () => ({ status, body: undefined }),
    });
    await running.simulator.start();
    return running.heard.map(({ type }) => type);
  };
  const both = ['installationUpdate', 'conversationUpdate'];
  expect([await kinds(500), await kinds(200), await kinds(200)]).toEqual([both, both, []]);
});

test('chat and meeting are as they were after a restart', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'simulator-'));
  const first = await runSimulator({ dataFolder });
  await first.ask('api/start', {});
  await first.ask('api/messages', { as: 'ana', chatId: series.chatId, text: 'See you' });
  const before = await sceneOf(first);
  await first[Symbol.asyncDispose]();
  await using second = await runSimulator({ dataFolder });
  expect(await sceneOf(second)).toEqual(before);
});

test('an activity is sent again byte for byte, at once or one by one, also after a restart', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'simulator-'));
  const first = await runSimulator({ dataFolder });
  await first.ask('api/start', {});
  await first.ask('api/end', {});
  const ended = first.heard.find(({ name }) => name?.endsWith('meetingEnd'));
  await first[Symbol.asyncDispose]();
  await using second = await runSimulator({ dataFolder });
  const again = { name: 'meetingEnd', times: 2 };
  expect(await second.ask('api/redeliver', { ...again, atOnce: true })).toEqual({
    statuses: [200, 200],
  });
  await second.ask('api/redeliver', again);
  expect(second.heard).toEqual([ended, ended, ended, ended]);
  expect(await second.ask('api/redeliver', { name: 'invoke' })).toEqual({ statuses: [] });
});

test('a bot that cannot be reached stops nothing', async () => {
  await using running = await runSimulator({ answer: () => Promise.reject(new Error('away')) });
  expect(await running.ask('api/start', {})).toEqual({ statuses: [502, 502] });
  expect(await sceneOf(running)).toMatchObject({ stage: 'running' });
});

test('a form of another site presses no button here', async () => {
  await using running = await runSimulator();
  const answer = await fetch(`${running.origin}/simulator/api/start`, { method: 'POST' });
  expect(answer.status).toBe(415);
  expect(running.heard).toEqual([]);
});

const sceneOf = async (running: RunningSimulator): Promise<Scene> =>
  Scene.parse(await running.ask('api/scene'));

const namesOf = (running: RunningSimulator) =>
  running.heard.map(({ name }) => name?.replace('application/vnd.microsoft.', ''));

const Moved = z.object({
  members: z.array(z.object({ user: z.object({ aadObjectId: z.string() }) })),
});

const oidsIn = (value: unknown) => Moved.parse(value).members.map(({ user }) => user.aadObjectId);
