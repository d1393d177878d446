/** How long a weak laptop takes from the panel's opening to a readable and to an editable agenda. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { runProduct } from '../../running-product.ts';
import { sidePanel } from '../../journeys/side-panel.ts';
import { takeSeat } from './seats.ts';
import { held, median, printTable } from './table.ts';

const runs = 5;
const slowdown = 4;
const bytesPerSecond = 10_000_000 / 8;
/** To the server and back, as in an office. */
const latencyMs = 20;
const goals = { readableMs: 1_500, editableMs: 3_000 };
const topics = 8;
const openingsUntilKnown = 2;

/**
 * Notes when the first topic is on the screen, and when it can be typed in. It looks right before each
 * frame is drawn: what it finds is on the screen when that frame is.
 */
const watch = `
  const times = (globalThis.times = {});
  const note = (what) => {
    if (times[what] !== undefined) return;
    times[what] = 0;
    setTimeout(() => { times[what] = performance.now(); });
  };
  const look = () => {
    const title = document.querySelector('ul[aria-label="Agenda"] li textarea');
    if (title !== null) note('readable');
    if (title !== null && !title.readOnly) note('editable');
    if (times.editable === undefined) requestAnimationFrame(look);
  };
  if (location.pathname.startsWith('/tab')) requestAnimationFrame(look);
`;

const Times = z.object({ readable: z.number().positive(), editable: z.number().positive() });
const Bytes = z.object({ js: z.number() });

export async function measureFirstSight(): Promise<void> {
  await using product = await runProduct();
  await using seat = await takeSeat(product.origin, 'Ana', watch);
  const { page } = seat;
  await page.getByRole('button', { name: 'Start meeting' }).click();
  const panel = sidePanel(page, 'Ana');
  for (let each = 1; each <= topics; each += 1) await panel.addTopic(`What matters now, ${each}`);
  await panel.frame
    .getByRole('status', { name: 'Connection' })
    .filter({ hasText: 'Saved' })
    .waitFor();
  await seat.close();

  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const opened = async ({ isFirst }: { readonly isFirst: boolean }): Promise<Measured> => {
    if (isFirst) await devtools.send('Network.clearBrowserCache');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: latencyMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await seat.open();
    const frame = await seat.frame();
    // Seldom enough to be no work for the panel; its policy lets nothing in that would tell of itself.
    while ((await frame.evaluate('globalThis.times?.editable > 0')) !== true) await pause(250);
    const times = Times.parse(await frame.evaluate('globalThis.times'));
    const { js } = Bytes.parse(
      await frame.evaluate(
        `({ js: performance.getEntriesByType('resource')
          .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= globalThis.times.readable)
          .reduce((sum, { transferSize }) => sum + transferSize, 0) })`,
      ),
    );
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await seat.close();
    return { ...times, js };
  };
  const found = { first: new Array<Measured>(), again: new Array<Measured>() };
  for (let run = 0; run < runs; run += 1) found.first.push(await opened({ isFirst: true }));
  // After these the browser has kept what it made of the code, as it has for whoever meets every week.
  for (let run = 0; run < openingsUntilKnown; run += 1) await opened({ isFirst: false });
  for (let run = 0; run < runs; run += 1) found.again.push(await opened({ isFirst: false }));
  printTable(
    `First sight, CPU ${slowdown} times slower, 10 Mbit/s and ${latencyMs} ms, ${topics} topics, medians of ${runs} (ms)`,
    (['first', 'again'] as const).map((kind) => {
      const readable = median(found[kind].map((each) => each.readable));
      const editable = median(found[kind].map((each) => each.editable));
      return {
        opened: kind === 'first' ? 'for the first time' : 'as one opens it every week',
        readable,
        goal: goals.readableMs,
        '': held(readable, goals.readableMs),
        editable,
        'goal ': goals.editableMs,
        ' ': held(editable, goals.editableMs),
        'kB of JavaScript come when readable': median(found[kind].map(({ js }) => js)) / 1_000,
      };
    }),
  );
}

interface Measured {
  readonly readable: number;
  readonly editable: number;
  readonly js: number;
}
