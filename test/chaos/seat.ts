/** One person at one panel, on a line of their own, who writes as fast as people do. */
import type { Browser, BrowserContext } from 'playwright-core';
import { openMeetingPage, type MeetingPage } from '../journeys/meeting-page.ts';
import type { SidePanel, Who } from '../journeys/side-panel.ts';
import type { Random } from '../talk/random.ts';
import type { CuttableLine } from './cuttable-line.ts';
import type { EditBook } from './edit-book.ts';

/** More would not fit into a meeting that goes on for long. */
const topicsAtMost = 24;
const outcomesAtMost = 24;
/** On a machine that has other work, and through whatever breaks meanwhile. */
const backWithinMs = 120_000;
const editWithinMs = 5_000;

export interface Seat {
  /** Such as `a` or `b`: the letter of its edits. */
  readonly name: string;
  readonly who: Who;
  readonly panel: SidePanel;
  readonly meeting: MeetingPage;
  readonly line: CuttableLine;
  /** One edit, if the panel takes any now. */
  edit(): Promise<void>;
  /** Notes what the panel says of its edits. */
  look(): Promise<string>;
  untilSaved(): Promise<void>;
  /** The panel is taken out of its window, as Teams does it. */
  close(): Promise<void>;
  open(): Promise<void>;
  reload(): Promise<void>;
  cutOff(): Promise<void>;
  /** Nothing gets through any more, and the browser does not know. */
  cutLine(): Promise<void>;
  reconnect(): Promise<void>;
}

export async function takeSeat(
  browser: Browser,
  line: CuttableLine,
  {
    name,
    who,
    book,
    random,
  }: {
    readonly name: string;
    readonly who: Who;
    readonly book: EditBook;
    readonly random: Random;
  },
): Promise<Seat> {
  const meeting = await openMeetingPage(browser, `http://localhost:${line.port}`);
  const context: BrowserContext = meeting.page.context();
  await meeting.press(who === 'Ana' ? "Ben's panel open" : "Ana's panel open");
  const panel = who === 'Ana' ? meeting.ana : meeting.ben;
  const status = panel.frame.getByRole('status', { name: 'Connection' });
  const isThere = () => status.isVisible().catch(() => false);

  async function write(token: string): Promise<void> {
    const [topics, outcomes] = [await panel.topics.count(), await panel.outcomes.count()];
    const roll = random.unit();
    if (topics === 0 || (roll < 0.15 && topics < topicsAtMost)) {
      await panel.addTopic(token);
    } else if (roll < 0.25 && outcomes < outcomesAtMost) {
      await panel.agree({ result: token });
    } else {
      const topic = panel.topics.nth(Math.floor(random.unit() * topics));
      const field = topic.getByRole('textbox', { name: 'Notes', exact: true });
      const show = topic.getByRole('button', { name: 'Show notes' });
      if (!(await field.isVisible())) await show.click({ timeout: editWithinMs });
      // Each at an end of their own: side by side, two who type at once may write into each other.
      await field.press(who === 'Ana' ? 'Control+Home' : 'Control+End', { timeout: editWithinMs });
      await field.pressSequentially(token, { timeout: editWithinMs });
    }
  }

  /** Whether the panel shows it; what is not taken, it clears or never shows. */
  const shows = (token: string) =>
    panel.frame
      .locator('body')
      .evaluate(
        (body: Shown, text) =>
          [...body.querySelectorAll('textarea, input')].some(({ value }) => value.includes(text)) ||
          body.innerText.includes(text),
        token,
      )
      .catch(passOver);

  const untilSaved = () => status.filter({ hasText: 'Saved' }).waitFor({ timeout: backWithinMs });

  return {
    name,
    who,
    panel,
    meeting,
    line,
    async edit() {
      if (!(await isThere())) return;
      const token = book.nextToken(name);
      // Where the panel was busy with coming back, what it took of the edit is seen here.
      await write(token).catch(passOver);
      if ((await isThere()) && (await shows(token))) book.made(token, name, Date.now());
    },
    async look() {
      // One look, without waiting: the panel may be on its way out.
      const made = book.count();
      const [said = 'gone'] = await status.allInnerTexts().catch(() => []);
      if (said === 'Saved') book.saved(name, made);
      return said;
    },
    async untilSaved() {
      const made = book.count();
      await untilSaved();
      book.saved(name, made);
    },
    close: () => meeting.press(`${who}'s panel open`),
    open: () => meeting.press(`${who}'s panel open`),
    async reload() {
      await meeting.page.reload();
      await meeting.press(who === 'Ana' ? "Ben's panel open" : "Ana's panel open");
    },
    async cutOff() {
      await line.cut();
      await context.setOffline(true);
    },
    cutLine: () => line.cut(),
    async reconnect() {
      await line.mend();
      await context.setOffline(false);
    },
  };
}

/** As much of a page's element as is asked for: this program knows no DOM. */
interface Shown {
  readonly innerText: string;
  querySelectorAll(selector: string): Iterable<{ readonly value: string }>;
}

/** What a panel that is loaded again, or is away, does to whoever is at it just then. */
const interrupted = /Timeout|context was destroyed|frame was detached|Frame has been detached/i;

function passOver(error: unknown): false {
  if (error instanceof Error && interrupted.test(`${error.name} ${error.message}`)) return false;
  throw error;
}
