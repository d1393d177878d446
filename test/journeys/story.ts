/** One product and one window for all the tests of a file, which fails on anything that went wrong in either. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Browser } from 'playwright-core';
import { runProduct, type RunningProduct } from '../running-product.ts';
import { openBrowser } from './browser.ts';
import { openMeetingPage, type MeetingPage } from './meeting-page.ts';

/** A panel that is opened for the first time, on a machine that has other work. */
const firstSightMs = 120_000;

export interface Story {
  product(): RunningProduct;
  browser(): Browser;
  /** The first window, open from the start. */
  window(): MeetingPage;
  /** One more window, watched like the first. */
  openWindow(): Promise<MeetingPage>;
}

/** To be called once at the top of a test file. */
export function story(settings: Readonly<Record<string, string>> = {}): Story {
  const things = new AsyncDisposableStack();
  const windows: MeetingPage[] = [];
  let product: RunningProduct | undefined;
  let browser: Browser | undefined;

  async function openWindow(): Promise<MeetingPage> {
    const opened = await openMeetingPage(there(browser), there(product).origin);
    windows.push(opened);
    for (const panel of [opened.ana, opened.ben])
      await panel.frame
        .getByRole('status', { name: 'Connection' })
        .filter({ hasText: 'Saved' })
        .waitFor({ timeout: firstSightMs });
    return opened;
  }

  beforeAll(async () => {
    product = things.use(await runProduct(settings));
    browser = await openBrowser();
    things.defer(() => there(browser).close());
    await openWindow();
  });

  afterEach(({ task }) => {
    if (task.result?.state === 'fail') process.stdout.write(there(product).output());
    expect(windows.flatMap((window) => window.troubles())).toEqual([]);
    expect(complaintsIn(there(product).output())).toEqual([]);
  });

  afterAll(() => things.disposeAsync());

  return {
    product: () => there(product),
    browser: () => there(browser),
    window: () => there(windows[0]),
    openWindow,
  };
}

function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('Only there while tests run.');
  return thing;
}

/** Lines of the server that tell of a fault: its own log's errors, and what Node says of crashes. */
function complaintsIn(output: string): string[] {
  return output
    .split('\n')
    .filter((line) =>
      /unhandled|uncaught|"level":(?:50|60)|^\s+at .*:\d+:\d+\)?$|Warning:/i.test(line),
    );
}
