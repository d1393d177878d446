/** How long an edit takes to the other person's screen, against a bare AzureClient on the same relay. */
import { Tree } from 'fluid-framework';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import type { Frame } from 'playwright-core';
import { z } from 'zod';
import { carryOver } from '../../../shared/agenda/carry-over.ts';
import { RoomToken } from '../../../shared/room/contract.ts';
import { rewrite } from '../../../shared/room/room-schema.ts';
import { startEmbeddedRelay } from '../../../bot/room/embedded-relay.ts';
import { roomsOn } from '../../../bot/room/rooms.ts';
import { sidePanel } from '../../journeys/side-panel.ts';
import { takeSeat as takeSeatInRoom, takeSeatAt } from '../../room/seat.ts';
import { runProduct, type RunningProduct } from '../../running-product.ts';
import { sessionOf } from '../../session-of.ts';
import { takeSeat, type Seat } from './seats.ts';
import { tasksSince, watchTasks } from './tasks.ts';
import { at, held, median, p95, printTable, type Row } from './table.ts';

const presses = 150;
const topics = 50;
const goals = { medianMs: 17, p95Ms: 35, frameMs: 50 };
const typingSeconds = 15;
const betweenLettersMs = 100;
const settlingMs = 1_000;
/** After so long without a letter, one panel has summed the room up, which it does in pauses. */
const pauseMs = 12_000;

/** Times on the wall clock, which both browsers share: of each key, and of each painted title. */
const watch = `
  const clock = () => performance.timeOrigin + performance.now();
  globalThis.pressed = new Map();
  globalThis.painted = new Map();
  if (location.pathname.startsWith('/tab')) {
    addEventListener('input', ({ target }) => {
      const at = globalThis.lastKey;
      if (target instanceof HTMLTextAreaElement) pressed.set(target.value, at);
    }, true);
    addEventListener('keydown', (event) => {
      globalThis.lastKey = performance.timeOrigin + event.timeStamp;
    }, true);
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const text = target.dataset.text;
        if (text === undefined) continue;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => painted.has(text) || painted.set(text, clock());
          port2.postMessage(null);
        });
      }
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-text'] });
  }
`;

const watchFrames = `
  const seen = (globalThis.frames = []);
  let last = performance.now();
  // In whole milliseconds: the browser tells tenths, by which three frames of 60 Hz can be 50.1.
  const next = (now) => { seen.push(Math.round(now - last)); last = now; requestAnimationFrame(next); };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(next); });
`;

const Times = z.array(z.tuple([z.string(), z.number()]));
const timesIn = async (frame: Frame, which: 'pressed' | 'painted') =>
  new Map(Times.parse(await frame.evaluate(`[...${which}]`)));

export async function measureOtherScreen(): Promise<void> {
  await using product = await runProduct();
  await using ana = await takeSeat(product.origin, 'Ana', watch);
  await using ben = await takeSeat(product.origin, 'Ben', watch);
  await ana.page.getByRole('button', { name: 'Start meeting' }).click();
  const panel = sidePanel(ana.page, 'Ana');
  for (let each = 1; each <= topics; each += 1) await panel.addTopic(`Topic ${each}`);
  const field = (seat: Seat, who: 'Ana' | 'Ben', title: string) =>
    sidePanel(seat.page, who).topic(title).getByRole('textbox', { name: 'Title' });
  await field(ben, 'Ben', `Topic ${topics}`).waitFor();
  await using bare = await bareClients();

  await field(ana, 'Ana', 'Topic 1').click();
  await ana.page.keyboard.press('End');
  const trips: number[] = [];
  for (let each = 0; each < presses; each += 1) {
    await ana.page.keyboard.press(String.fromCodePoint(97 + (each % 26)));
    await pause(betweenLettersMs);
    trips.push(await bare.roundTrip());
    await pause(betweenLettersMs);
  }
  const pressed = await timesIn(await ana.frame(), 'pressed');
  const painted = await timesIn(await ben.frame(), 'painted');
  const edits = [...pressed].flatMap(([text, from]) => {
    const to = painted.get(text);
    return to === undefined ? [] : [to - from];
  });
  const over = { median: median(edits) - median(trips), p95: p95(edits) - p95(trips) };
  printTable(`An edit to the other screen, ${edits.length} keys, ${topics} topics (ms)`, [
    { what: 'key to paint', median: median(edits), p95: p95(edits) },
    { what: 'bare AzureClient', median: median(trips), p95: p95(trips) },
    { what: 'over it', ...over },
    { what: 'goal', median: goals.medianMs, p95: goals.p95Ms },
    {
      what: '',
      median: held(over.median, goals.medianMs),
      p95: held(over.p95, goals.p95Ms),
    },
  ]);

  const begin = async (seat: Seat, who: 'Ana' | 'Ben', title: string) => {
    await field(seat, who, title).click();
    await seat.page.keyboard.press('End');
    return (letter: string) => seat.page.keyboard.press(letter);
  };
  const bothHere = await framesWhile(
    [ana, ben],
    [await begin(ana, 'Ana', 'Topic 20'), await begin(ben, 'Ben', 'Topic 30')],
  );
  await ben.browser.close();
  await using elsewhere = await takePartFromElsewhere(product, 'ben');
  const oneHere = await framesWhile(
    [ana],
    [await begin(ana, 'Ana', 'Topic 21'), elsewhere.typeInto('Topic 31')],
  );
  printTable(
    `Frames while both type 10 characters a second for ${typingSeconds} s, ${topics} topics (ms)`,
    [
      ...bothHere.map((row, index) => ({ panel: index === 0 ? 'Ana' : 'Ben', ...row })),
      ...oneHere.map((row) => ({ panel: 'Ana, with Ben on another machine', ...row })),
    ],
  );
}

/** The frames of `seats` while each of the typists writes a letter at the same moments. */
async function framesWhile(
  seats: readonly Seat[],
  typists: readonly ((letter: string) => Promise<void>)[],
): Promise<readonly Row[]> {
  await pause(pauseMs);
  // Beginning to watch tasks holds a browser up for a moment, which is none of the typing.
  for (const seat of seats) await watchTasks(seat);
  await pause(settlingMs);
  for (const seat of seats) await (await seat.frame()).evaluate(watchFrames);
  const letters = (typingSeconds * 1_000) / betweenLettersMs;
  await Promise.all(
    typists.map(async (type) => {
      const start = performance.now();
      for (let each = 0; each < letters; each += 1) {
        await pause(Math.max(0, start + each * betweenLettersMs - performance.now()));
        await type(String.fromCodePoint(97 + (each % 26)));
      }
    }),
  );
  const framesOf = await Promise.all(
    seats.map(async (seat) =>
      z.array(z.number()).parse(await (await seat.frame()).evaluate('frames')),
    ),
  );
  return Promise.all(
    seats.map(async (seat, index) => {
      const frames = framesOf[index] ?? [];
      const longest = Math.max(...frames);
      return {
        frames: frames.length,
        median: median(frames),
        '99 %': at(frames, 0.99),
        longest,
        goal: goals.frameMs,
        '': held(longest, goals.frameMs),
        'longest task, ms of a processor': Math.max(...(await tasksSince(seat))),
      };
    }),
  );
}

/** Two clients of a room, without anything else, on a relay of their own. */
async function bareClients() {
  const folder = await mkdtemp(join(tmpdir(), 'bare-relay-'));
  const log = pino({ level: 'silent' });
  const relay = await startEmbeddedRelay(folder, log);
  const roomId = await roomsOn(relay, log, () => Date.now()).open(
    carryOver({ record: undefined, nextNumber: 1 }),
    {},
  );
  const there = { endpoint: relay.endpoint(), key: relay.key };
  const one = await takeSeatInRoom(there, roomId, 'one');
  const other = await takeSeatInRoom(there, roomId, 'other');
  one.room.addTopic({
    id: 'topic',
    title: 'Topic',
    element: 'progress',
    raisedBy: 'one',
    raisedIn: 1,
    plannedMinutes: null,
    notes: '',
    state: 'open',
  });
  while (other.room.topics.length === 0) await pause(20);
  let heard = (): void => undefined;
  Tree.on(other.room, 'treeChanged', () => heard());
  let text = 'Topic';
  return {
    /** Milliseconds from an edit to the other's knowing of it. */
    async roundTrip(): Promise<number> {
      const isHeard = new Promise<void>((resolve) => {
        heard = resolve;
      });
      text += 'a';
      const from = performance.now();
      const [topic] = one.room.topics;
      if (topic !== undefined) rewrite(topic.title, text, text.length);
      await isHeard;
      return performance.now() - from;
    },
    async [Symbol.asyncDispose]() {
      one.leave();
      other.leave();
      await relay.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One of the pair whose browser would be on another machine: in the room, but without a browser on this one. */
async function takePartFromElsewhere(product: RunningProduct, person: 'ana' | 'ben') {
  const { meeting, roomId } = await sessionOf(product, person);
  const bearer = await product.signIn(person);
  const seat = await takeSeatAt(product.origin, roomId, async () => {
    const answer = await fetch(`${product.origin}/api/meetings/${meeting.id}/room-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify({ roomId }),
    });
    return RoomToken.parse(await answer.json()).token;
  });
  return {
    typeInto(title: string) {
      const topic = seat.room.topics.find((each) => each.title.fullString().startsWith(title));
      if (topic === undefined) throw new Error(`There is no ${title}.`);
      return async (letter: string) => {
        const text = topic.title.fullString() + letter;
        rewrite(topic.title, text, text.length);
      };
    },
    [Symbol.asyncDispose]: async () => seat.leave(),
  };
}
