import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meetingEnded } from '../../bot/meeting-ended.ts';
import { cardAction } from '../../bot/recap/card-action.ts';
import { postRecap } from '../../bot/recap/post-recap.ts';
import { outcome, pair, room } from '../agenda/agenda-builders.ts';
import { crashWorld } from './crash-world.ts';

const tenantId = randomUUID();
const startedAt = Date.UTC(2026, 10, 23, 9);
const endedAt = startedAt + 1_800_000;

let folder: string;
let chat: Server;
let chatUrl: string;
/** What the chat of each try received. */
const posted = new Map<string, string[]>();
let meetingId = '';

/** Each try mostly waits for a database to start: so many go on side by side. */
const atOnce = 3;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crash-'));
  chat = createServer((request, response) => {
    const [, name = '', what] = (request.url ?? '').split('/');
    const messages = postedIn(name);
    if (what === 'post') messages.push(`message-${messages.length + 1}`);
    request.resume().on('end', () => response.end(messages.at(-1)));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => chat.once('listening', resolve));
  chatUrl = `http://127.0.0.1:${(chat.address() as AddressInfo).port}`;
  const world = await worldIn('before');
  const record = world.record(tenantId);
  await record.keepSeries({ conversationId: 'c', title: '1:1', reference: {}, now: startedAt });
  const series = (await record.seriesOfChat('c'))!;
  await record.namePair(series.id, pair);
  ({ id: meetingId } = await record.together((inside) => inside.planMeeting(series.id, startedAt)));
  await record.startMeeting(meetingId, 't', startedAt);
  await record.moveToRoom(meetingId, null, { roomId: 'r', relayLife: 'dead' });
  const state = room(1, { outcomes: [outcome('a')] });
  await record.keepCheckpoint(meetingId, { roomId: 'r', sequence: 1, state }, startedAt);
  await world.close();
}, 120_000);
afterAll(async () => {
  chat.close();
  await rm(folder, { recursive: true });
});

function postedIn(name: string): string[] {
  const messages = posted.get(name) ?? [];
  posted.set(name, messages);
  return messages;
}

const worldIn = (name: string, now = startedAt) =>
  crashWorld({ folder: join(folder, name), chatUrl: `${chatUrl}/${name}`, now, onStep: () => {} });

/** Runs the end of the meeting in a process that kills itself at `step`; answers its output. */
async function endInProcess(name: string, step: number): Promise<string> {
  await cp(join(folder, 'before'), join(folder, name), { recursive: true });
  const script = new URL('ending-process.ts', import.meta.url).pathname;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, join(folder, name), `${chatUrl}/${name}`, tenantId, String(endedAt), String(step)],
      { env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') } },
      (_error, out) => resolve(out),
    );
  });
}

/** The server is back: Teams sends the end again, people look at the chat, the jobs are done. */
async function afterRestart(name: string): Promise<void> {
  const world = await worldIn(name, endedAt + 10 * 60_000);
  await meetingEnded(world)(
    {
      kind: 'meeting-ended',
      chat: { tenantId, conversationId: 'c' },
      teamsMeetingId: 't',
      endedAt,
    },
    {},
  );
  for (const messageId of postedIn(name)) {
    await cardAction(world)({
      kind: 'card-action',
      chat: { tenantId, conversationId: 'c' },
      id: messageId,
      verb: 'recap/refresh',
      data: { meetingId },
      locale: undefined,
      userId: 'ben',
      messageId,
    });
  }
  for (const job of await world.owedRecaps()) await postRecap(world, job.tenantId, job.meetingId);
  const recap = await world.record(tenantId).recap(meetingId);
  await world.close();
  expect([postedIn(name), recap?.activityId]).toEqual([['message-1'], 'message-1']);
}

test(
  '[O9] killed at any step of the end of a 1:1 and started again: exactly one recap',
  { timeout: 600_000 },
  async () => {
    const all = Number(await endInProcess('whole', 0));
    expect(postedIn('whole')).toEqual(['message-1']);
    expect(all).toBeGreaterThan(12);
    const steps = Array.from({ length: all }, (_, index) => index + 1).values();
    const tryEach = async () => {
      for (const step of steps) {
        const name = `step-${step}`;
        expect(await endInProcess(name, step)).toBe('');
        await afterRestart(name);
        await rm(join(folder, name), { recursive: true });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, tryEach));
  },
);
