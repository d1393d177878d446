/** Lives three 1:1s of a pair and takes the pictures of README: `npm run pictures`. */
import { writeFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { z } from 'zod';
import { openBrowser } from '../journeys/browser.ts';
import { openMeetingPage, type MeetingPage } from '../journeys/meeting-page.ts';
import type { SidePanel } from '../journeys/side-panel.ts';
import { runProduct } from '../running-product.ts';

const folder = new URL('pictures/', import.meta.url);
/** When the third of the weekly 1:1s begins: whenever they are taken, the days in them are the same. */
const third = Date.UTC(2026, 10, 24, 10, 0);
const minuteMs = 60_000;
const weekMs = 7 * 24 * 60 * minuteMs;
/** Lossy, and nobody sees it. */
const quality = 0.82;
const waitMs = 120_000;
const size = { width: 1360, height: 1130 };
/** Pixels of the panel beside its parts. */
const panelPadding = 12;

const onboarding = 'What customers say about onboarding';
const support = 'Who answers when support is full';
const review = 'How the design review went';
const planning = 'Leading the planning meeting';
const december = 'Capacity in December';
const alone = 'New customers set up their first project without a call';
const plans = 'Ben has led the January planning meeting';

const settings = {
  MORE_REPORTS: '0',
  TZ: 'UTC',
  NODE_OPTIONS: `--import=${new URL('told-clock.ts', import.meta.url).href}`,
  CLOCK_OFF_MS: '',
};
await using things = new AsyncDisposableStack();
// Added to the meeting shortly before ten: that is when it is planned, every week.
tellTime(third - 2 * weekMs - 5 * minuteMs);
const product = things.use(await runProduct(settings));
const browser = await openBrowser();
things.defer(() => browser.close());
const developer = await browser.newPage();

const first = await openWindow();
await first.press('Start meeting');
await first.ben.addTopic(onboarding, 'Progress & priorities');
await first.ana.topic(onboarding).waitFor();
await first.ana.addTopic(support, 'Obstacles & risks');
await first.ben.topic(support).waitFor();
await first.ben.agree({ result: alone, by: '2026-12-11' });
await first.ana.outcome(alone).waitFor();
await press(first.ana.topic(onboarding), 'Done');
await press(first.ben.topic(support), 'Done');
await end(first);

const second = await inAnotherWeek(first, third - weekMs);
await second.press('Next meeting');
await second.ana.addTopic(review, 'Feedback');
await second.ben.topic(review).waitFor();
await second.ben.addTopic(planning, 'Development');
await second.ana.topic(planning).waitFor();
await press(second.ana.topic(review), 'Done');
await end(second);

// Ana leads more people than Ben.
settings.MORE_REPORTS = '4';
const window = await inAnotherWeek(second, third);
const { ana, ben, page } = window;
const anas = page.getByRole('region', { name: "Ana's Teams", exact: true });
await ana.addTopic(december, 'Wellbeing & workload');
await ben.topic(december).waitFor();
await leaveFields(ana);
await take('prepare', anas);

await window.press('Next meeting');
await ana.button('What it means, and switch on').click();
await leaveFields(ana);
await take('consent', ana.frame.getByRole('region', { name: 'Talk balance' }), panelPadding);
await ana.button('Agree for all our 1:1s').click();
await ben.button('What it means, and switch on').click();
await ben.button('Agree for all our 1:1s').click();
await press(ana.topic(planning), 'Discuss now');
for (const panel of [ana, ben]) await panel.topic(planning).getByText('Discussing').waitFor();
await (
  await ben.notes(ben.topic(planning))
).fill('Ben leads it in January. Ana comes for the first ten minutes only.');
const privateNote = ana.topic(planning).getByRole('textbox', { name: 'Private note' });
const show = ana.topic(planning).getByRole('button', { name: 'Show private note' });
// What is called up opens by itself, which can move the button away from under the mouse.
while (!(await privateNote.isVisible()))
  await show.click({ timeout: 1_000 }).catch(() => undefined);
await privateNote.fill('Ask in February whether ten minutes were too many.');
await leaveFields(ana, ben);
// Three rounds of forty seconds, and the picture is taken in the fourth, while somebody speaks.
for (const ms of [41_000, 41_000, 41_000, 13_000]) {
  await window.press('Play sample conversation');
  await page.waitForTimeout(ms);
}
await take('meeting', page.locator('main'));

await ana.agree({ result: plans, owner: 'Ben Okafor', by: '2027-01-15' });
await ben.outcome(plans).waitFor();
await press(ben.outcome(alone), 'Show details');
for (const [field, text] of [
  ['What does success look like?', 'All five pilots did, and say that it was easy'],
  ['What support is needed?', 'Support passes on what they hear'],
] as const)
  await ben.outcome(alone).getByRole('textbox', { name: field }).fill(text);
const progress = ben.outcome(alone).getByRole('textbox', { name: 'How is it going?' });
await progress.fill('Three of the five pilots did');
await progress.press('Enter');
await leaveFields(ben);
await take('outcomes', ben.frame.getByRole('region', { name: 'Outcomes' }), panelPadding);

await press(ana.topic(planning), 'Done');
await end(window);
await press(window.cards.last(), 'Looks right');
await window.cards.last().getByText('Ana Ferreira says it looks right').waitFor();
// The whole card is in the picture where the chat is high enough for it.
await page.setViewportSize({ width: size.width, height: 1_500 });
await take('recap', window.cards.last());
await page.setViewportSize(size);

await window.press("Ana's My 1:1s");
const mine = page.frameLocator(`iframe[title="Ana's My 1:1s"]`);
await mine.getByRole('listitem', { name: 'Ben Okafor' }).waitFor();
await take('my-one-on-ones', page.locator('main > :first-child'));

/** The product's clock, and that of windows that are opened from now on. */
function tellTime(at: number): void {
  settings.CLOCK_OFF_MS = String(at - Date.now());
}

async function openWindow(): Promise<MeetingPage> {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(waitMs);
  await page.addInitScript(clockOff(settings.CLOCK_OFF_MS));
  const window = await openMeetingPage(browser, product.origin, page);
  await saved(window);
  return window;
}

/** Runs in every frame before its page. */
function clockOff(ms: string): string {
  return `
    const rightNow = Date.now;
    Date.now = () => rightNow() + ${ms};
    window.Date = new Proxy(Date, {
      construct: (target, given, as) =>
        Reflect.construct(target, given.length === 0 ? [target.now()] : given, as),
    });
  `;
}

/** The server of another week, and a window of that week. */
async function inAnotherWeek(old: MeetingPage, at: number): Promise<MeetingPage> {
  await old.page.context().close();
  await product.interrupt();
  tellTime(at);
  await product.startAgain();
  return openWindow();
}

async function end(meeting: MeetingPage): Promise<void> {
  await saved(meeting);
  const before = await meeting.cards.count();
  await meeting.press('End meeting');
  await meeting.cards.nth(before).waitFor();
}

async function saved({ ana, ben }: MeetingPage): Promise<void> {
  for (const { frame } of [ana, ben])
    await frame.getByRole('status', { name: 'Connection' }).filter({ hasText: 'Saved' }).waitFor();
}

async function press(within: Locator, name: string): Promise<void> {
  await within.getByRole('button', { name, exact: true }).click();
}

/** No caret in the picture, and the panel from its top. */
async function leaveFields(...panels: readonly SidePanel[]): Promise<void> {
  await saved(window);
  for (const { frame } of panels)
    await frame.locator('body').evaluate('document.activeElement.blur(); scrollTo(0, 0)');
}

/** As WebP, which the browser itself writes: a fifth of the PNG. With so many pixels of what is around it. */
async function take(name: string, of: Locator, around = 0): Promise<void> {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (box === null) throw new Error(`There is nothing to take for ${name}.`);
  const png = await of.page().screenshot({
    clip: {
      x: box.x - around,
      y: box.y - around,
      width: box.width + 2 * around,
      height: box.height + 2 * around,
    },
    // Corners would show the dark of the room behind them.
    style: 'main section { border-radius: 0 !important }',
  });
  const source = JSON.stringify(`data:image/png;base64,${png.toString('base64')}`);
  const url = z.string().parse(
    await developer.evaluate(`(async () => {
      const image = new Image();
      image.src = ${source};
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d').drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: ${quality} });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    })()`),
  );
  await writeFile(new URL(`${name}.webp`, folder), Buffer.from(url, 'base64'));
}
