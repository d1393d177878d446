/** The simulated meeting in a browser window: two side panels, the chat, the controls, and what went wrong. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { keepWhatIsTold, sidePanel, type SidePanel } from './side-panel.ts';

export const looks = ['Light', 'Dark', 'Contrast'] as const;
export type Look = (typeof looks)[number];

/**
 * What a browser says on its own account while nobody answers, or only the relay's proxy does; and what
 * it says when a panel comes with a key that has run out meanwhile, or asks for a room that was replaced
 * or closed: Fluid then says, too, that its summary has no token.
 */
const outageWords =
  /net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|INTERNET_DISCONNECTED|NETWORK_CHANGED|SOCKET_NOT_CONNECTED|CONNECTION_CLOSED|ABORTED)|WebSocket connection to \S+ failed|status of (401|503) .*\/(socket\.io|api|deltas|repos|documents)\/|WebSocket is already in CLOSING or CLOSED state|SummarizeFailed .*(genericNetworkError|client disconnect)|status of 409 .*\/room-token|ContainerClose .*fetchTokenError|(ContainerClose|SummarizerException) .*No token for this room/;

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface MeetingPage {
  readonly page: Page;
  readonly ana: SidePanel;
  readonly ben: SidePanel;
  readonly cards: Locator;
  press(name: string): Promise<void>;
  wear(look: Look): Promise<void>;
  /** Errors in the console and in the page's code, so far. */
  troubles(): readonly string[];
  /** Lets the browser complain that it reaches nobody, for as long as `outage` lasts. */
  throughOutage(outage: () => Promise<void>): Promise<void>;
  /** What axe finds against WCAG 2.2 A and AA, on the page and in both panels, in every look. */
  barriers(state: string): Promise<readonly string[]>;
}

/** In a page of its own, unless one is given that was prepared for something. */
export async function openMeetingPage(
  browser: Browser,
  origin: string,
  prepared?: Page,
): Promise<MeetingPage> {
  const page = prepared ?? (await newPage(browser));
  const troubles: string[] = [];
  let isOut = false;
  page.on('console', (message) => {
    const said = `${message.text()} (${message.location().url})`;
    if (message.type() === 'error' && !(isOut && outageWords.test(said))) troubles.push(said);
  });
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  await page.addInitScript(keepWhatIsTold);
  await page.goto(`${origin}/simulator`);

  async function wear(look: Look): Promise<void> {
    await page.getByLabel('Theme').selectOption({ label: look });
    const worn = await page.locator('html').evaluate(ground);
    for (const frame of page.frames().slice(1)) {
      const html = frame.locator('html');
      while ((await html.evaluate(ground)) !== worn) await html.evaluate(aMoment);
    }
  }

  return {
    page,
    ana: sidePanel(page, 'Ana'),
    ben: sidePanel(page, 'Ben'),
    cards: page.getByRole('region', { name: 'Meeting chat' }).locator('.ac-adaptiveCard'),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    wear,
    troubles: () => troubles,
    async throughOutage(outage) {
      isOut = true;
      try {
        await outage();
      } finally {
        isOut = false;
      }
    },
    async barriers(state) {
      const found: string[] = [];
      for (const look of looks) {
        await wear(look);
        // What has been scrolled half under the bar of the panel is covered by it, and no fault.
        for (const frame of page.frames()) await frame.evaluate('scrollTo(0, 0)');
        // What keeps the focus inside of Fluent's toasts only ever hands it on, and axe cannot know.
        const { violations } = await new AxeBuilder({ page })
          .withTags(wcag)
          .exclude('[data-tabster-dummy]')
          .analyze();
        for (const { id, nodes } of violations)
          for (const node of nodes)
            found.push(
              `${state}, ${look}: ${id} at ${JSON.stringify(node.target)} ${node.failureSummary ?? ''} ${node.html}`,
            );
      }
      await wear('Light');
      return found;
    },
  };
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  return context.newPage();
}

/** As much of a page's element as is asked for: this program knows no DOM. */
interface PageElement {
  querySelector(selector: string): unknown;
  ownerDocument: {
    defaultView: {
      getComputedStyle(element: unknown): { getPropertyValue(name: string): string };
      requestAnimationFrame(then: () => void): void;
    };
  };
}

/** The colour behind everything, which no two looks share. */
const ground = (root: PageElement) =>
  root.ownerDocument.defaultView
    .getComputedStyle(root.querySelector('.fui-FluentProvider'))
    .getPropertyValue('--colorNeutralBackground2');

const aMoment = (root: PageElement) =>
  new Promise<void>((resolve) => {
    root.ownerDocument.defaultView.requestAnimationFrame(() => resolve());
  });
