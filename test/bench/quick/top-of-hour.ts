/** Very many meetings end within ten seconds: how long their recaps take, on one process and on two. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../bot/record/database.ts';
import { recordOf } from '../../../bot/record/record.ts';
import { takeTurns } from '../../../bot/turns.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { startConnector, tenantId, type Connector } from './connector.ts';
import { newDatabase } from './postgresql.ts';
import { held, median, p95, printTable, type Row } from './table.ts';

const meetings = Number(process.env['BENCH_MEETINGS'] ?? 1_000);
const withinMs = 10_000;
const waitAtMostMs = 120_000;
const goals = { p95Seconds: 45, megabytes: 700 };
const setUpAtOnce = 12;

export async function measureTopOfHour(): Promise<void> {
  const rows: Row[] = [];
  for (const processes of [1, 2]) rows.push(await endAll(processes));
  printTable(
    `${meetings} meetings end within ${withinMs / 1_000} s, each with its room open`,
    rows,
  );
}

async function endAll(processes: number): Promise<Row> {
  await using database = await newDatabase();
  await using connector = await startConnector();
  const servers = await Promise.all(
    Array.from({ length: processes }, () => startServer(database.url)),
  );
  try {
    const chats = Array.from({ length: meetings }, (_, index) => `19:meeting_${index}@thread.v2`);
    await startMeetings(database.url, connector, servers, chats);
    const posted = new Map([...connector.posts].map(([chat, { length }]) => [chat, length]));
    const recaps = (chat: string) => (connector.posts.get(chat) ?? []).slice(posted.get(chat) ?? 0);

    const ended = new Map<string, number>();
    const told = chats.map(async (chat, index) => {
      await pause((index / chats.length) * withinMs);
      ended.set(chat, Date.now());
      await tell(serverOf(servers, index), connector, chat, 'meetingEnd', {
        EndTime: new Date().toISOString(),
      });
    });
    const until = Date.now() + withinMs + waitAtMostMs;
    while (chats.some((chat) => recaps(chat).length === 0) && Date.now() < until) await pause(200);
    await Promise.allSettled(told);
    // Whoever would post a second time gets the time to.
    await pause(5_000);
    const waits = chats.flatMap((chat) =>
      recaps(chat).map((at) => (at - (ended.get(chat) ?? at)) / 1_000),
    );
    const peaks = await Promise.all(servers.map(({ process }) => peakMegabytes(process)));
    return {
      processes,
      'posted once': chats.filter((chat) => recaps(chat).length === 1).length,
      'more than once': chats.filter((chat) => recaps(chat).length > 1).length,
      'median s': median(waits),
      'p95 s': p95(waits),
      goal: goals.p95Seconds,
      '': held(p95(waits), goals.p95Seconds),
      'MB a process': Math.max(...peaks),
      'goal ': goals.megabytes,
      ' ': held(Math.max(...peaks), goals.megabytes),
    };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** Every series is known, prepared and started, so that each meeting has its room on the relay. */
async function startMeetings(
  url: string,
  connector: Connector,
  servers: readonly Server[],
  chats: readonly string[],
): Promise<void> {
  const { db, close } = await openDatabase({ kind: 'server', url, auth: 'password' });
  const record = recordOf({ db, tenantId });
  const inTurn = takeTurns(setUpAtOnce);
  await Promise.all(
    chats.map((chat, index) =>
      inTurn(async () => {
        const server = serverOf(servers, index);
        await tell(server, connector, chat, 'installed', undefined);
        const series = await record.seriesOfChat(chat);
        if (series === undefined) throw new Error(`The server does not know ${chat}.`);
        const meeting = await record.together((inside) =>
          inside.planMeeting(series.id, Date.now()),
        );
        const room = await record.room(meeting.id);
        if (room === undefined) throw new Error('A meeting without a room on record.');
        await db
          .updateTable('room')
          .set({ state: JSON.stringify(prepared(room.state)) })
          .where('meeting_id', '=', meeting.id)
          .execute();
        await tell(server, connector, chat, 'meetingStart', {
          StartTime: new Date(Date.now() - 30 * 60_000).toISOString(),
        });
      }),
    ),
  );
  await close();
}

function prepared(state: RoomState): RoomState {
  return {
    ...state,
    topics: Array.from({ length: 8 }, (_, index) => ({
      id: `topic ${index}`,
      title: `What stands in the way of the release, ${index}`,
      element: 'progress',
      raisedBy: 'ana',
      raisedIn: 1,
      plannedMinutes: 10,
      notes: 'What both said about it, in a line or two of shared notes.',
      state: index < 5 ? 'done' : 'open',
    })),
    outcomes: Array.from({ length: 3 }, (_, index) => ({
      id: `outcome ${index}`,
      result: `The release passes its checks three days in a row, ${index}`,
      owner: 'both',
      by: '2027-01-15',
      success: 'Three green days.',
      support: '',
      status: 'open',
      agreedIn: 1,
    })),
  };
}

interface Server {
  readonly origin: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

async function startServer(url: string): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-server-'));
  const child = spawn(process.execPath, [new URL('server-process.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: url, DATA_FOLDER: folder },
  });
  const [port] = await once(createInterface(child.stdout), 'line');
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    process: child,
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
      // Its relay goes by itself, a moment later, and may still be writing.
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}

function serverOf(servers: readonly Server[], index: number): Server {
  const server = servers[index % servers.length];
  if (server === undefined) throw new Error('There is no server.');
  return server;
}

async function tell(
  { origin }: Server,
  connector: Connector,
  chat: string,
  what: 'installed' | 'meetingStart' | 'meetingEnd',
  value: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  const answer = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...(what === 'installed'
        ? { type: 'installationUpdate', action: 'add' }
        : { type: 'event', name: `application/vnd.microsoft.${what}` }),
      id: `${what} ${chat}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: `29:ana ${chat}`, name: 'Ana Ferreira', aadObjectId: `ana ${chat}` },
      conversation: { isGroup: true, conversationType: 'groupChat', tenantId, id: chat },
      recipient: { id: '28:bot', name: 'Evenhand' },
      channelData: { tenant: { id: tenantId }, meeting: { id: chat } },
      ...(value === undefined
        ? {}
        : { value: { MeetingType: 'Recurring', Title: 'Ana and Ben 1:1', Id: chat, ...value } }),
    }),
  });
  if (!answer.ok) throw new Error(`${what} was answered with ${answer.status}.`);
}

/** The most that the process ever held in memory. */
async function peakMegabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]) / 1_024;
}
