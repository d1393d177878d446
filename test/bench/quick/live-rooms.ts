/** What a live meeting costs the server: each checkpoints every two seconds, and its panels ask how it stands. */
import { setTimeout as pause } from 'node:timers/promises';
import { Session } from '../../../shared/room/contract.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { startConnector } from './connector.ts';
import { startMeetings } from './meetings.ts';
import { newDatabase } from './postgresql.ts';
import { costOf, startServer, type Server } from './servers.ts';
import { startSignIn } from './sign-in.ts';
import { p95, printTable, type Row } from './table.ts';

const levels = (process.env['BENCH_LIVE_MEETINGS'] ?? '0,50,100,200').split(',').map(Number);
const checkpointEveryMs = 2_000;
/** As the panel's keeper asks while its room is live. */
const sessionEveryMs = 20_000;
const measuredMs = 20_000;
/** So that each level begins with everybody having been asked about once. */
const settleMs = 4_000;
const topics = 10;
const halfCorePercent = 50;

export async function measureLiveRooms(): Promise<void> {
  await using database = await newDatabase();
  await using connector = await startConnector();
  await using signIn = await startSignIn();
  const server = await startServer(database.url, signIn.settings);
  const leaving = new AbortController();
  try {
    const chats: string[] = [];
    const held: Promise<void>[] = [];
    const taken: number[] = [];
    const refused: string[] = [];
    const rows: Figures[] = [];
    for (const level of levels) {
      const begun = Array.from(
        { length: level - chats.length },
        (_, index) => `19:meeting_${chats.length + index}@thread.v2`,
      );
      await startMeetings(database.url, connector, [server], begun);
      chats.push(...begun);
      for (const [index, chat] of begun.entries()) {
        const waitMs = (index / begun.length) * checkpointEveryMs;
        held.push(
          hold(server, {
            chat,
            waitMs,
            signal: leaving.signal,
            tokenFor: signIn.tokenFor,
            taken,
          }).catch((error: unknown) => void refused.push(String(error))),
        );
      }
      await pause(settleMs);
      taken.length = 0;
      const before = await costOf(server.process);
      const from = performance.now();
      await pause(measuredMs);
      const after = await costOf(server.process);
      rows.push({
        meetings: level,
        cpuPercent: (100 * (after.cpuMs - before.cpuMs)) / (performance.now() - from),
        megabytes: after.megabytes,
        checkpoints: taken.length,
        p95Ms: taken.length === 0 ? 0 : p95(taken),
      });
    }
    leaving.abort();
    await Promise.all(held);
    if (refused.length > 0) throw new Error(`Panels were refused: ${refused[0]}`);
    printTable(
      `Live meetings on one server process, a checkpoint every ${checkpointEveryMs / 1_000} s each`,
      rows.map((row) => shown(row, rows[0])),
    );
  } finally {
    leaving.abort();
    await server.stop();
  }
}

interface Figures {
  readonly meetings: number;
  readonly cpuPercent: number;
  readonly megabytes: number;
  readonly checkpoints: number;
  readonly p95Ms: number;
}

function shown(row: Figures, idle: Figures | undefined): Row {
  const each = idle === undefined ? Number.NaN : (row.cpuPercent - idle.cpuPercent) / row.meetings;
  const due = (row.meetings * measuredMs) / checkpointEveryMs;
  // Of a machine that falls behind, what each would take is not known.
  const isUnknown = row.meetings === 0 || idle === undefined || row.checkpoints < 0.9 * due;
  return {
    'live meetings': row.meetings,
    'of a core %': row.cpuPercent,
    'MB in all': row.megabytes,
    'checkpoints kept': row.checkpoints,
    due,
    'p95 ms': row.p95Ms,
    ...(isUnknown
      ? {}
      : {
          '% a meeting': each,
          'KB a meeting': ((row.megabytes - idle.megabytes) * 1_024) / row.meetings,
          [`meetings at ${halfCorePercent} %`]: Math.floor(
            (halfCorePercent - idle.cpuPercent) / each,
          ),
        }),
  };
}

/** Both panels of a meeting, as far as the server sees them, until `signal`. */
async function hold(
  { origin }: Server,
  meeting: {
    readonly chat: string;
    readonly waitMs: number;
    readonly signal: AbortSignal;
    readonly tokenFor: (userId: string) => Promise<string>;
    readonly taken: number[];
  },
): Promise<void> {
  const { chat, waitMs, signal, tokenFor, taken } = meeting;
  const tokens = await Promise.all(['ana', 'ben'].map((who) => tokenFor(`${who} ${chat}`)));
  const asks = async (token: string) =>
    Session.parse(
      await ask(`${origin}/api/session`, 'POST', token, { chatId: chat, meetingId: chat }),
    );
  const pauseUntil = (ms: number) =>
    pause(ms, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  await pauseUntil(waitMs);
  let session: Session | undefined;
  for (let round = 0; !signal.aborted; round += 1) {
    const began = performance.now();
    const [ana, ben] = tokens;
    if (ana === undefined || ben === undefined) throw new Error('A meeting of nobody.');
    const perSession = sessionEveryMs / checkpointEveryMs;
    if (round % perSession === 0) session = await asks(ana);
    if (round % perSession === perSession / 2) session = await asks(ben);
    if (session?.roomId == null) throw new Error('A meeting without a room.');
    const sent = performance.now();
    await ask(
      `${origin}/api/meetings/${session.meeting.id}/checkpoint`,
      'PUT',
      round % 2 === 0 ? ana : ben,
      { roomId: session.roomId, sequence: 100 + round, state: written(session.record, round) },
    );
    taken.push(performance.now() - sent);
    await pauseUntil(Math.max(0, checkpointEveryMs - (performance.now() - began)));
  }
}

/** Ten topics with notes, of which one grows by a few words each time; now and then an outcome does too. */
function written(state: RoomState, round: number): RoomState {
  const words = 'What both said about it, in a line or two of shared notes. ';
  return {
    ...state,
    topics: Array.from({ length: topics }, (_, index) => ({
      id: `topic ${index}`,
      title: `What stands in the way of the release, ${index}`,
      element: 'progress',
      raisedBy: 'ana',
      raisedIn: 1,
      plannedMinutes: 10,
      notes: words.repeat(index === round % topics ? 4 : 3) + String(round),
      state: index < round % topics ? 'done' : 'open',
    })),
    outcomes: state.outcomes.map((outcome, index) => ({
      ...outcome,
      success: index === 0 ? `Green days: ${Math.floor(round / 5)}.` : outcome.success,
    })),
  };
}

async function ask(url: string, method: string, token: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${new URL(url).pathname} was answered with ${answer.status}.`);
  return answer.json();
}
