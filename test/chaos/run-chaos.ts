/** A run of faults against the really running product, and what became of everything that was written. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { RunningProduct } from '../running-product.ts';
import { Scene } from '../simulator/contract.ts';
import { sessionOf } from '../session-of.ts';
import { randomOf } from '../talk/random.ts';
import { lineTo } from './cuttable-line.ts';
import { EditBook, type Audit } from './edit-book.ts';
import { faults, type FaultName, type Stage } from './faults.ts';
import { takeSeat, type Seat } from './seat.ts';

export interface ChaosReport extends Audit {
  readonly seed: number;
  readonly faults: Readonly<Partial<Record<FaultName | 'killed as the meeting ends', number>>>;
  readonly recapsOwed: number;
  readonly recapsPosted: number;
  /** What went wrong in the browser's code. */
  readonly panelErrors: readonly string[];
}

export interface ChaosRun {
  readonly seed: number;
  readonly offlineMs: number;
  /** Between two edits of one person, on average. */
  readonly pauseMs: number;
  /** What breaks next; undefined ends the run. `end` ends the meeting, `end and kill` in the midst of a kill. */
  next(round: number): FaultName | 'end' | 'end and kill' | undefined;
  /** Told of each round. */
  say(line: string): void;
}

/** What the browser and Fluid say of a network that is gone. */
const networkWords = /^(%cfluid:telemetry|Failed to load resource|WebSocket connection)/;
/** What is written at least before anything breaks. */
const editsBefore = 4;
const writtenWithinMs = 60_000;
/** The recap of a killed server is in its hands for three minutes. */
const recapWithinMs = 240_000;

export async function runChaos(
  product: RunningProduct,
  browser: Browser,
  { seed, offlineMs, pauseMs, next, say }: ChaosRun,
): Promise<ChaosReport> {
  await using things = new AsyncDisposableStack();
  const random = randomOf(seed);
  const book = new EditBook();
  const counted: Partial<Record<FaultName | 'killed as the meeting ends', number>> = {};
  let recapsOwed = 0;

  async function sitDown(name: string, who: 'Ana' | 'Ben'): Promise<Seat> {
    const line = things.use(await lineTo(Number(new URL(product.origin).port)));
    return takeSeat(browser, line, { name, who, book, random });
  }

  await product.tell('start', {});
  const seats = [await sitDown('a', 'Ana'), await sitDown('b', 'Ben')] as const;
  const everybody: Seat[] = [...seats];
  const allSaved = async () => {
    try {
      await Promise.all(seats.map((seat) => seat.untilSaved()));
    } catch (cause) {
      const said = await Promise.all(seats.map((seat) => seat.look()));
      throw new Error(`Not saved in the end: the panels say ${said.join(' and ')}.`, { cause });
    }
  };

  let writers: { isStopped: boolean; readonly done: Promise<unknown> } | undefined;
  const startWriting = () => {
    const turn = { isStopped: false, done: Promise.resolve<unknown>(undefined) };
    const write = async (seat: Seat) => {
      while (!turn.isStopped) {
        await seat.edit();
        await seat.look();
        await pause(random.between(pauseMs / 5, pauseMs * 1.8));
      }
    };
    turn.done = Promise.all(seats.map(write));
    writers = turn;
  };
  const stopWriting = async () => {
    if (writers === undefined) return;
    writers.isStopped = true;
    await writers.done;
    writers = undefined;
  };
  /** A few edits more, on however busy a machine. */
  const untilWritten = async () => {
    const enough = book.count() + editsBefore;
    const deadline = Date.now() + writtenWithinMs;
    while (book.count() < enough && Date.now() < deadline) await pause(50);
  };
  const stage: Stage = {
    product,
    seats: [seats[0], seats[1]],
    book,
    random,
    offlineMs,
    stopWriting,
    startWriting,
    async openSecondPanel() {
      const second = await sitDown('c', 'Ana');
      everybody.push(second);
      return second;
    },
  };

  async function recapsPosted(): Promise<number> {
    const scene = Scene.parse(await (await fetch(`${product.origin}/simulator/api/scene`)).json());
    return scene.chats
      .flatMap(({ messages }) => messages)
      .filter(({ attachments }) => JSON.stringify(attachments).includes('recap/')).length;
  }

  async function endMeeting(kill: boolean): Promise<void> {
    recapsOwed += 1;
    const ending = product.tell('end', {}).catch((error: unknown) => {
      // The stand-in for Teams is killed with the server; afterwards it tells of the end again.
      if (!kill) throw error;
    });
    if (kill) {
      await pause(random.between(0, 400));
      await product.kill();
      await ending;
      counted['killed as the meeting ends'] = (counted['killed as the meeting ends'] ?? 0) + 1;
      await product.startAgain();
      const { stage: stands } = Scene.parse(
        await (await fetch(`${product.origin}/simulator/api/scene`)).json(),
      );
      if (stands === 'running') await product.tell('end', {});
      else await product.tell('redeliver', { name: 'meetingEnd', times: 2 });
    }
    await ending;
    const deadline = Date.now() + recapWithinMs;
    while ((await recapsPosted()) < recapsOwed && Date.now() < deadline) await pause(250);
    await product.tell('next', {});
    await Promise.all(
      seats.map(async (seat) => {
        await seat.panel.topics.first().waitFor({ timeout: recapWithinMs });
        await seat.panel.frame.getByText('This 1:1 has ended.').waitFor({ state: 'detached' });
        await seat.untilSaved();
      }),
    );
  }

  const through = async (act: () => Promise<void>): Promise<void> =>
    everybody
      .slice(0, 2)
      .reduceRight<() => Promise<void>>(
        (inner, seat) => () => seat.meeting.throughOutage(inner),
        act,
      )();

  await allSaved();
  await through(async () => {
    for (let round = 0; ; round += 1) {
      const what = next(round);
      if (what === undefined) break;
      startWriting();
      await untilWritten();
      await pause(random.between(0, 1_500));
      if (what === 'end' || what === 'end and kill') {
        await stopWriting();
        await allSaved();
        await endMeeting(what === 'end and kill');
      } else {
        counted[what] = (counted[what] ?? 0) + 1;
        await faults[what](stage);
        await pause(random.between(500, 1_500));
        await stopWriting();
        await allSaved();
      }
      const { made, saved, lost, doubled } = book.audit(await onRecord(product));
      say(`${what}: ${made} edits, ${saved} saved, ${lost.length} lost, ${doubled.length} doubled`);
      for (const each of lost) say(`  lost: ${each}`);
      if (lost.length + doubled.length > 0) say(`  on record: ${await textOnRecord(product)}`);
      for (const each of doubled) say(`  doubled: ${each}`);
    }
  });
  return {
    seed,
    ...book.audit(await onRecord(product)),
    faults: counted,
    recapsOwed,
    recapsPosted: await recapsPosted(),
    panelErrors: everybody
      .flatMap(({ meeting }) => meeting.troubles())
      .filter((trouble) => !networkWords.test(trouble)),
  };
}

/** The texts, to see what became of a word: what is written in a run are made-up words. */
async function textOnRecord(product: RunningProduct): Promise<string> {
  const { topics, outcomes } = await onRecord(product);
  return JSON.stringify([
    topics.map(({ title, notes }) => [title, notes]),
    outcomes.map(({ result }) => result),
  ]);
}

/** What the record holds of the meeting, as Ana's panel is answered. */
async function onRecord(product: RunningProduct): Promise<RoomState> {
  return (await sessionOf(product, 'ana')).record;
}
