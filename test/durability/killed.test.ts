import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { startJobs } from '../../bot/jobs.ts';
import { openDatabase, type DatabaseSetting } from '../../bot/record/database.ts';
import { recordOf } from '../../bot/record/record.ts';
import { pair } from '../agenda/agenda-builders.ts';
import { randomOf } from '../talk/random.ts';
import { privatePostgresql } from './private-postgresql.ts';
import { stateAt } from './written-state.ts';

const tenantId = randomUUID();
const log = pino({ level: 'silent' });
const script = new URL('writing-process.ts', import.meta.url).pathname;
const kills = 3;
const slowly = { timeout: 600_000 };

async function prepare(setting: DatabaseSetting): Promise<string> {
  const database = await openDatabase(setting);
  const record = recordOf({ db: database.db, tenantId });
  await record.keepSeries({ conversationId: 'c', title: '1:1', reference: {}, now: 0 });
  const series = (await record.seriesOfChat('c'))!;
  await record.namePair(series.id, pair);
  const { id } = await record.together((inside) => inside.planMeeting(series.id, 0));
  await record.moveToRoom(id, null, { roomId: 'r', relayLife: 'life' });
  await database.close();
  return id;
}

/** Lets a process write until `strike`, which ends it; answers the last state it said was kept. */
async function written(
  place: string,
  meetingId: string,
  from: number,
  strike: { readonly afterWrites: number; readonly afterMs: number; act(): Promise<unknown> },
): Promise<number> {
  const child = spawn(process.execPath, [script, place, tenantId, meetingId, String(from)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  let said = '';
  let isStruck = false;
  for await (const text of child.stdout.setEncoding('utf8')) {
    said += text;
    if (isStruck || said.split('\n').length <= strike.afterWrites) continue;
    isStruck = true;
    setTimeout(() => {
      void strike.act().then(() => child.kill('SIGKILL'));
    }, strike.afterMs);
  }
  await closed;
  return Number(said.trimEnd().split('\n').at(-1));
}

/** Everything tells of the same step, which is the last that was said to be kept, or the one in hand. */
async function whole(setting: DatabaseSetting, meetingId: string, kept: number): Promise<number> {
  const database = await openDatabase(setting);
  const jobs = await startJobs(database, log);
  const record = recordOf({ db: database.db, tenantId });
  const found = (await record.room(meetingId))!;
  const series = (await record.seriesOfChat('c'))!;
  const outcomes = await record.outcomes(series.id);
  const owed = await jobs.list('recap');
  const now = found.sequence;
  await jobs.stop();
  await database.close();
  expect([kept, kept + 1]).toContain(now);
  expect({
    state: found.state,
    results: [...outcomes.values()].map(({ outcome: each }) => each.result),
  }).toEqual({
    state: stateAt(now),
    results: [`Result ${now}`],
  });
  expect(owed).toHaveLength(now);
  return now;
}

test(
  '[F3] PGlite killed in mid-write starts again whole, with all that was said to be kept',
  slowly,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'killed-'));
    const random = randomOf(20_265);
    const setting = { kind: 'embedded', folder: join(folder, 'record') } as const;
    const meetingId = await prepare(setting);
    let now = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const kept = await written(setting.folder, meetingId, now + 1, {
        afterWrites: Math.floor(random.between(1, 20)),
        afterMs: random.between(0, 8),
        act: async () => {},
      });
      now = await whole(setting, meetingId, kept);
    }
    await rm(folder, { recursive: true });
  },
);

test(
  '[F3] PostgreSQL killed in mid-write starts again whole, with all that was said to be kept',
  slowly,
  async ({ skip }) => {
    await using server = await privatePostgresql();
    if (server === undefined) {
      process.stdout.write('No PostgreSQL programs on this machine: its test is skipped.\n');
      return skip('no PostgreSQL programs on this machine');
    }
    const random = randomOf(20_266);
    const setting = { kind: 'server', url: server.url } as const;
    const meetingId = await prepare(setting);
    let now = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const kept = await written(server.url, meetingId, now + 1, {
        afterWrites: Math.floor(random.between(1, 20)),
        afterMs: random.between(0, 8),
        act: () => server.kill(),
      });
      await server.start();
      now = await whole(setting, meetingId, kept);
    }
  },
);
