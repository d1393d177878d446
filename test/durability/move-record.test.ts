import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJobs } from '../../bot/jobs.ts';
import { meetingEnded } from '../../bot/meeting-ended.ts';
import { meetingStarted } from '../../bot/meeting-started.ts';
import { openDatabase, type Database } from '../../bot/record/database.ts';
import { openRoom } from '../../bot/room/open-room.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';
import { servePglite, type PgliteServer } from '../record/pglite-server.ts';
import { worldOn } from '../world.ts';

const root = new URL('../..', import.meta.url).pathname;
const log = pino({ level: 'silent' });
const tenantId = randomUUID();
/** Whatever is hard to bring over: quotes, emoji, an escape, microseconds. */
const hard = '“a\\b” \\u0041 {}\t😀';

let folder: string;
let pglite: PGlite;
let server: PgliteServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'move-'));
  pglite = await PGlite.create();
  server = await servePglite(pglite);
  const database = await openDatabase(embedded('first'));
  const jobs = await startJobs(database, log);
  const world = worldOn(database, jobs);
  const chat = { tenantId, conversationId: 'chat' };
  world.chat.failing = 99;
  const start = (startedAt: number) =>
    meetingStarted(world)(
      { kind: 'meeting-started', chat, teamsMeetingId: 'teams', title: hard, startedAt },
      { chatId: 'chat' },
    );
  await start(world.time);
  const record = world.record(tenantId);
  const series = (await record.seriesOfChat('chat'))!;
  const meeting = (await record.openMeeting(series.id))!;
  const roomId = await openRoom(world, tenantId, meeting);
  const state = room(1, {
    topics: Array.from({ length: 30 }, (_, index) => topic(`t${index}`, { notes: hard })),
    outcomes: [outcome('o', { result: hard })],
  });
  await record.keepCheckpoint(meeting.id, { roomId, sequence: 9, state }, world.time, 'ana');
  const book = { seriesId: series.id, meetingId: meeting.id, author: 'ana' };
  await record.keepPrivateNote(book, { about: { kind: 'meeting' }, text: hard }, world.time);
  // Its recap can't be posted, so that a job is owed.
  await meetingEnded(world)(
    { kind: 'meeting-ended', chat, teamsMeetingId: 'teams', endedAt: world.time + 60_000 },
    { chatId: 'chat' },
  );
  await start(world.time + 120_000);
  await jobs.stop();
  await database.close();
});
afterAll(async () => {
  await server.close();
  await pglite.close();
  await rm(folder, { recursive: true });
});

const embedded = (name: string) => ({
  kind: 'embedded' as const,
  folder: join(folder, name, 'record'),
});

/** Every row of every table that is the product's own, and the jobs. */
async function everything({ db }: Database): Promise<Record<string, readonly unknown[]>> {
  const { rows: names } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not like 'kysely%' order by 1`.execute(db);
  const tables = [...names.map(({ name }) => name), 'pgboss.job', 'pgboss.job_dependency'];
  const all: Record<string, readonly unknown[]> = {};
  for (const table of tables) {
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(db);
    all[table] = rows.map(({ row }) => row);
  }
  return all;
}

async function look(setting: Parameters<typeof openDatabase>[0]) {
  const database = await openDatabase(setting);
  const all = await everything(database);
  await database.close();
  return all;
}

async function move(name: string) {
  const child = spawn(process.execPath, ['bot/move-record.ts', '--to', server.url], {
    cwd: root,
    env: { PATH: process.env['PATH'], DATA_FOLDER: join(folder, name) },
  });
  const said = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.error += text));
  const [code] = await once(child, 'close');
  return { code, ...said };
}

test('[F7] a copy of the folder, made while nothing runs, is a backup: put back, it is all there', async () => {
  await cp(join(folder, 'first'), join(folder, 'backup'), { recursive: true });
  const before = await look(embedded('first'));
  expect(before['series']).toHaveLength(1);
  await cp(join(folder, 'backup'), join(folder, 'restored'), { recursive: true });
  expect(await look(embedded('restored'))).toEqual(before);
});

test('[F8] the record moves to a PostgreSQL server with every row and every job, and only into an empty one', async () => {
  const before = await look(embedded('first'));
  expect([before['meeting']?.length, before['private_note']?.length]).toEqual([2, 1]);
  expect(before['pgboss.job']).not.toEqual([]);
  const moved = await move('first');
  expect([moved.code, moved.error]).toEqual([
    0,
    'All is moved. Start Evenhand with DATABASE_URL set to that address from now on.\n',
  ]);
  expect(JSON.parse(moved.out)).toEqual(
    Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, rows.length])),
  );
  expect(await look({ kind: 'server', url: server.url })).toEqual(before);
  expect(await look(embedded('first'))).toEqual(before);

  const again = await move('first');
  expect(again).toEqual({
    code: 1,
    out: '',
    error: 'The table series of the other database is not empty.\n',
  });
  // A server that opens it finds the job that is owed.
  const database = await openDatabase({ kind: 'server', url: server.url });
  const jobs = await startJobs(database, log);
  expect(await jobs.list('recap')).toHaveLength(1);
  await jobs.stop();
  await database.close();
});

test('[F8] where there is no record, or no address, nothing is made of it', async () => {
  expect(await move('nowhere')).toEqual({
    code: 2,
    out: '',
    error: `There is no record in ${join(folder, 'nowhere')}/record.\n`,
  });
});
