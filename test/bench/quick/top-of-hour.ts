/** Very many meetings end within ten seconds: how long their recaps take, on one process and on two. */
import { setTimeout as pause } from 'node:timers/promises';
import { startConnector } from './connector.ts';
import { startMeetings, tell } from './meetings.ts';
import { newDatabase } from './postgresql.ts';
import { peakMegabytes, serverOf, startServer } from './servers.ts';
import { held, median, p95, printTable, type Row } from './table.ts';

const meetings = Number(process.env['BENCH_MEETINGS'] ?? 1_000);
const withinMs = 10_000;
const waitAtMostMs = 120_000;
const goals = { p95Seconds: 45, megabytes: 700 };

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
