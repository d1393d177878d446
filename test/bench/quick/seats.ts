/** One person's side panel alone in a browser of its own, in the running product. */
import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser } from '../../journeys/browser.ts';

export type Who = 'Ana' | 'Ben';

export interface Seat extends AsyncDisposable {
  readonly browser: Browser;
  readonly page: Page;
  /** The panel's own page. */
  frame(): Promise<Frame>;
  close(): Promise<void>;
  open(): Promise<void>;
}

/** `script` runs in every page and frame before its own code. */
export async function takeSeat(origin: string, who: Who, script: string): Promise<Seat> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.addInitScript(script);
  await page.goto(`${origin}/simulator`);
  const toggle = (name: Who) =>
    page.getByRole('button', { name: `${name}'s panel open`, exact: true });
  const panel = page.locator(`iframe[title="${who}'s side panel"]`);

  async function setOpen(name: Who, isOpen: boolean): Promise<void> {
    const button = toggle(name);
    if (((await button.getAttribute('aria-pressed')) === 'true') !== isOpen) await button.click();
    await page
      .locator(`iframe[title="${name}'s side panel"]`)
      .waitFor({ state: isOpen ? 'attached' : 'detached' });
  }

  await setOpen(who === 'Ana' ? 'Ben' : 'Ana', false);
  return {
    browser,
    page,
    async frame() {
      const frame = await (await panel.elementHandle())?.contentFrame();
      if (frame == null) throw new Error(`${who}'s panel is not open.`);
      return frame;
    },
    close: () => setOpen(who, false),
    open: () => setOpen(who, true),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
