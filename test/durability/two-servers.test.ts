import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJobs, type Jobs } from '../../bot/jobs.ts';
import { cardAction } from '../../bot/recap/card-action.ts';
import { openDatabase, type Database } from '../../bot/record/database.ts';
import { recordOf } from '../../bot/record/record.ts';
import { pair } from '../agenda/agenda-builders.ts';
import { servePglite, type PgliteServer } from '../record/pglite-server.ts';
import { randomOf } from '../talk/random.ts';
import { worldOn } from '../world.ts';

const meetings = 16;
const kills = 3;
const tenantId = randomUUID();
const ids = Array.from({ length: meetings }, (_, index) => `1:1 number ${100 + index}`);
const script = new URL('job-server.ts', import.meta.url).pathname;

let pglite: PGlite;
let server: PgliteServer;
let database: Database;
let jobs: Jobs;
let chat: Server;
let chatUrl: string;
/** Every card that the chat took, in order: its message is named by its place. */
const posted: string[] = [];
const running = new Set<ChildProcess>();

beforeAll(async () => {
  pglite = await PGlite.create();
  server = await servePglite(pglite);
  database = await openDatabase({ kind: 'server', url: server.url });
  jobs = await startJobs(database, pino({ level: 'silent' }));
  chat = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const place = posted.push(body);
      // Teams takes a while, in which a server may be killed.
      setTimeout(() => response.end(`message ${place - 1}`), 40);
    });
  }).listen(0, '127.0.0.1');
  await once(chat, 'listening');
  chatUrl = `http://127.0.0.1:${(chat.address() as AddressInfo).port}`;
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  chat.close();
  await jobs.stop();
  await database.close();
  await server.close();
  await pglite.close();
});

async function oweRecaps(): Promise<void> {
  const record = recordOf({ db: database.db, tenantId });
  const now = Date.now() - 60_000;
  for (const title of ids) {
    await record.keepSeries({ conversationId: title, title, reference: {}, now });
    const series = (await record.seriesOfChat(title))!;
    await record.namePair(series.id, pair);
    const { id } = await record.together((inside) => inside.planMeeting(series.id, now));
    await record.startMeeting(id, 'teams', now);
    await record.together(async (inside, within) => {
      await inside.endMeeting(id, now + 1_000, now + 1_000);
      await jobs.owe('recap', { tenantId, meetingId: id }, { within, afterSeconds: 0 });
    });
  }
}

async function startServer(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, server.url, chatUrl], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running.add(child);
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

const unposted = async () => {
  const { rows } = await sql<{ left: string }>`
    select count(*) as left from recap where posted_at is null`.execute(database.db);
  return Number(rows[0]!.left);
};

/** Both of a pair look at their chat: each card that was posted asks for its newest self. */
async function peopleLook(): Promise<void> {
  const world = worldOn(database, jobs);
  for (const [place, card] of posted.entries()) {
    const conversationId = ids.find((title) => card.includes(title))!;
    const series = (await world.record(tenantId).seriesOfChat(conversationId))!;
    const { rows } = await sql<{ id: string }>`
      select id from meeting where series_id = ${series.id} and stage = 'ended'`.execute(
      database.db,
    );
    await cardAction(world)({
      kind: 'card-action',
      chat: { tenantId, conversationId },
      id: `look ${place}`,
      verb: 'recap/refresh',
      data: { meetingId: rows[0]!.id },
      locale: undefined,
      userId: 'ana',
      messageId: `message ${place}`,
    });
  }
}

/** As long as a job is left in the hands of a process that may be dead. */
async function minutesPass(): Promise<void> {
  await sql`update pgboss.job set started_on = started_on - interval '10 minutes'
             where state = 'active'`.execute(database.db);
  await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(database.db);
  await sql`update recap set claimed_until = claimed_until - interval '10 minutes'
             where posted_at is null`.execute(database.db);
}

test('[F4] of two servers on one database, killed at random, every recap is posted, once', async () => {
  await oweRecaps();
  const random = randomOf(20_267);
  let [one, other] = [await startServer(), await startServer()];
  for (let round = 0; round < kills; round += 1) {
    await pause(random.between(0, 600));
    if (random.chance(0.5)) {
      await kill(one);
      one = await startServer();
    } else {
      await kill(other);
      other = await startServer();
    }
  }
  // Both die in the end; what they had in hand comes back when it is clear that they are gone.
  await Promise.all([kill(one), kill(other)]);
  await peopleLook();
  await minutesPass();
  await Promise.all([startServer(), startServer()]);
  await expect.poll(unposted, { timeout: 240_000, interval: 250 }).toBe(0);
  const times = ids.map((title) => posted.filter((card) => card.includes(title)).length);
  expect(times).toEqual(ids.map(() => 1));
  const { rows } = await sql<{ state: string }>`
    select distinct state::text as state from pgboss.job
     where name = 'recap' and state not in ('completed', 'active', 'retry', 'created')`.execute(
    database.db,
  );
  expect(rows).toEqual([]);
}, 400_000);
