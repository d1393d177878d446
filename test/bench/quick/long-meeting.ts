/** Two hours of talk in a panel, at speed: what its memory grows by, and what it costs while nothing changes. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import { z } from 'zod';
import { sidePanel } from '../../journeys/side-panel.ts';
import { runProduct } from '../../running-product.ts';
import { takeSeat, type Seat } from './seats.ts';
import { held, median, printTable } from './table.ts';

const goals = { grownMegabytes: 20, cpuPercent: 3 };
const meetingMs = Number(process.env['BENCH_MEETING_MINUTES'] ?? 120) * 60_000;
/** One second in the browser is so many of the meeting. */
const speed = 30;
/** The first minutes of the meeting load what a panel needs and settle. */
const warmUpMs = 5 * 60_000;
/** A machine that others use is busy with them now and then: the median of so many stretches counts. */
const quietStretches = 5;
const quietMs = 10_000;
/** The relay asks for a sign of life this often by its own clock, which is not hastened. */
const heartbeatMs = 45_000;
/** What is on its way when the talking stops arrives, and what two hours in minutes left to do is done. */
const settleMs = 60_000;
const waitAtMostMs = 120_000;

/**
 * Runs in every frame before its page. From `setSpeed` on, all its clocks and timers run faster, the
 * server's time among them as far as the page learns of it. One clock for all frames of a page.
 */
const fastClocks = `
  const top = window.top;
  const epoch = () => performance.timeOrigin + rightNow.call(performance);
  const rightNow = Performance.prototype.now;
  top.pace ??= { since: epoch(), shown: epoch(), factor: 1 };
  const shownAt = (at) => top.pace.shown + (at - top.pace.since) * top.pace.factor;
  Performance.prototype.now = function () { return shownAt(epoch()) - performance.timeOrigin; };
  const RightDate = Date;
  window.Date = class extends RightDate {
    constructor(...given) { if (given.length === 0) super(window.Date.now()); else super(...given); }
    static now() { return Math.round(shownAt(epoch())); }
  };
  const rightTimeout = window.setTimeout;
  window.setTimeout = (act, ms = 0, ...given) =>
    rightTimeout.call(window, act, ms === ${heartbeatMs} ? ms : ms / top.pace.factor, ...given);
  // One by one, so that what began at one speed goes on at another.
  const beats = new Map();
  let last = 1e9;
  window.setInterval = (act, ms = 0, ...given) => {
    const id = (last += 1);
    const beat = () => beats.set(id, setTimeout(() => { beat(); act(...given); }, ms));
    beat();
    return id;
  };
  window.clearInterval = (id) => {
    clearTimeout(beats.get(id));
    beats.delete(id);
  };
  const rightFetch = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await rightFetch.apply(window, asked);
    const path = new URL(answer.url || '/', location.href).pathname;
    if (!['/api/clock', '/api/session'].includes(path) || !answer.ok) return answer;
    const body = await answer.json();
    return new Response(JSON.stringify({ ...body, now: Math.round(shownAt(body.now)) }), answer);
  };
  window.setSpeed = (factor) => {
    const at = epoch();
    top.pace = { since: at, shown: shownAt(at), factor };
  };
`;

export async function measureLongMeeting(): Promise<void> {
  await using product = await runProduct();
  await using ana = await takeSeat(product.origin, 'Ana', fastClocks);
  await using ben = await takeSeat(product.origin, 'Ben', fastClocks);
  const seats = [ana, ben];
  await press(ana, 'Start meeting');
  await agreeToTalk(ana, 'Ana');
  await agreeToTalk(ben, 'Ben');
  await sidePanel(ana.page, 'Ana').addTopic('The first hour');
  const browser = await ana.page.context().newCDPSession(ana.page);
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' });

  for (const seat of seats) await setSpeed(seat, speed);
  await talkFor(seats, warmUpMs);
  const before = await heapOf(browser);
  await talkFor(seats, meetingMs - warmUpMs);
  const after = await heapOf(browser);
  const talk = await talkIn(ana, 'Ana').innerText();
  if (!talk.includes('%')) throw new Error(`The talk was not measured to the end: ${talk}`);

  for (const seat of seats) {
    await setSpeed(seat, 1);
    await fallSilent(seat);
  }
  await pause(settleMs);
  const quiet: Busy[] = [];
  while (quiet.length < quietStretches) quiet.push(await busyIn(browser, quietMs));
  const grown = after - before;
  printTable(
    `A meeting of ${meetingMs / 60_000} min with the talk balance on, ${speed} times as fast`,
    [
      {
        figure: 'heap of a panel and its page, MB',
        'at 5 min': before,
        'at the end': after,
        grown,
        goal: goals.grownMegabytes,
        '': held(grown, goals.grownMegabytes),
      },
      ...(['page', 'process'] as const).map((of) => {
        const taken = median(quiet.map((stretch) => stretch[of]));
        return {
          figure: `CPU of the ${of} while nothing changes, % of a core`,
          'at the end': taken,
          goal: goals.cpuPercent,
          '': held(taken, goals.cpuPercent),
        };
      }),
    ],
  );
}

const press = (seat: Seat, name: string) =>
  seat.page.getByRole('button', { name, exact: true }).click();

const talkIn = (seat: Seat, who: 'Ana' | 'Ben') =>
  sidePanel(seat.page, who).frame.getByRole('region', { name: 'Talk balance' });

async function agreeToTalk(seat: Seat, who: 'Ana' | 'Ben'): Promise<void> {
  const talk = talkIn(seat, who);
  // Until then, what is above may still move.
  await sidePanel(seat.page, who)
    .frame.getByRole('status', { name: 'Connection' })
    .filter({ hasText: 'Saved' })
    .waitFor({ timeout: waitAtMostMs });
  await talk
    .getByRole('button', { name: 'What it means, and switch on', exact: true })
    .click({ timeout: waitAtMostMs });
  const agree = talk.getByRole('button', { name: 'Agree for this meeting', exact: true });
  await agree.click();
  await agree.waitFor({ state: 'detached' });
}

const setSpeed = (seat: Seat, factor: number) => seat.page.evaluate(`window.setSpeed(${factor})`);

/**
 * The two talk, by the script of the stand-in, for so long by the meeting's clock. Each plays it: who
 * speaks is known to one page alone.
 */
async function talkFor(seats: readonly Seat[], ms: number): Promise<void> {
  const until = performance.now() + ms / speed;
  while (performance.now() < until) {
    for (const { page } of seats) {
      const play = page.getByRole('button', { name: 'Play sample conversation', exact: true });
      if (await play.isVisible()) await play.click();
    }
    await pause(100);
  }
}

/** The stand-in's conversation would go on for some of the time in which nothing is to change. */
async function fallSilent({ page }: Seat): Promise<void> {
  const control = page.getByRole('button', { name: /^(Play|Stop) sample conversation$/ });
  // It may come to its end by itself while the button is on its way to be pressed.
  await page.evaluate(`{
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Stop sample conversation');
    button?.click();
  }`);
  await control.filter({ hasText: 'Play' }).waitFor();
}

const Usage = z.object({ usedSize: z.number() });

/** In megabytes, of what is still reached. */
async function heapOf(browser: CDPSession): Promise<number> {
  await browser.send('HeapProfiler.collectGarbage');
  return Usage.parse(await browser.send('Runtime.getHeapUsage')).usedSize / 1_024 ** 2;
}

const Metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

interface Busy {
  /** In percent of a core: of the thread that runs the page. */
  readonly page: number;
  /** Of everything in its process: drawing, clearing up, the network. */
  readonly process: number;
}

/** Processors' time, over so long: what passes while the machine does something else is not counted. */
async function busyIn(browser: CDPSession, ms: number): Promise<Busy> {
  const seconds = async () => {
    const { metrics } = Metrics.parse(await browser.send('Performance.getMetrics'));
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return { page: of('TaskDuration'), process: of('ProcessTime') };
  };
  const [before, from] = [await seconds(), performance.now()];
  await pause(ms);
  const [after, passed] = [await seconds(), (performance.now() - from) / 1_000];
  return {
    page: (100 * (after.page - before.page)) / passed,
    process: (100 * (after.process - before.process)) / passed,
  };
}
