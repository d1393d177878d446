/** The agenda from the record, before the live room is even loaded, and how the room takes its place. */
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { holdBack } from './hold-back.ts';
import { openMeetingPage } from './meeting-page.ts';
import { story } from './story.ts';

const { product, browser, window } = story();

const Shift = z.object({ value: z.number(), what: z.array(z.string()) });

/** Holds back the live room's code, and with it the room; answers how to let it come. */
const withoutRoom = (page: Page) => holdBack(page, /\/assets\/fluid-room-/);

async function frameOf(page: Page, title: string): Promise<Frame> {
  const frame = await (
    await page.locator(`iframe[title="${title}"]`).elementHandle()
  )?.contentFrame();
  if (frame == null) throw new Error(`There is no ${title}.`);
  return frame;
}

/** From now on, everything in the frame that moves without being moved. */
const watchShifts = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      shifts.push({ value, what: sources.map(({ node }) => node?.outerHTML?.slice(0, 200) ?? String(node?.nodeName)) });
  }).observe({ type: 'layout-shift' });
  globalThis.marked = [...document.querySelectorAll('h1, h2, li, input, textarea, button')];
`;

const shiftsIn = async (frame: Frame) =>
  z.array(Shift).parse(await frame.evaluate('globalThis.shifts'));

/** From now on, what the frame says of its connection, and nothing twice in a row. */
const watchSaid = `
  globalThis.said = [];
  const status = document.querySelector('output[aria-label="Connection"]');
  new MutationObserver(() => {
    if (said.at(-1) !== status.innerText) said.push(status.innerText);
  }).observe(status, { subtree: true, childList: true, characterData: true });
`;

test('[Q3] the agenda is read before the live room is loaded, which takes its place without a jump', async () => {
  const { page, ana, press } = window();
  await press('Start meeting');
  await ana.addTopic('Launch plan');
  await ana.addTopic('Hiring', 'Obstacles & risks');
  await ana.agree({ result: 'The pilot has ten users', by: '2027-01-15' });
  await ana.topic('Hiring').getByRole('button', { name: 'Discuss now' }).click();
  await expect.poll(ana.connection).toBe('Saved');

  const letRoomCome = await withoutRoom(page);
  await press("Reload Ana's panel");
  await ana.topic('Hiring').waitFor();
  expect(await ana.titles()).toEqual(['Launch plan', 'Hiring']);
  // What was agreed comes beside the agenda, not before it.
  await expect.poll(ana.results).toEqual(['The pilot has ten users']);
  expect(await ana.topic('Hiring').innerText()).toContain('Discussing');
  // The question on the topic loads after it.
  await ana.topic('Hiring').getByRole('button', { name: 'Another question' }).waitFor();
  expect(await ana.connection()).not.toBe('Saved');

  const field = ana.frame.getByRole('textbox', { name: 'Add a topic' });
  await field.pressSequentially('The of');
  const frame = await frameOf(page, "Ana's side panel");
  await frame.evaluate(watchShifts);

  await letRoomCome();
  await expect.poll(ana.connection).toBe('Saved');
  await ana.button('Undo').waitFor();
  expect(await frame.evaluate('marked.filter((node) => !node.isConnected).length')).toBe(0);
  expect(await shiftsIn(frame)).toEqual([]);
  expect(await field.evaluate((input) => input.matches(':focus'))).toBe(true);
  await page.keyboard.type('fer');
  await page.keyboard.press('Enter');
  await expect.poll(ana.titles).toEqual(['Launch plan', 'Hiring', 'The offer']);
  await expect.poll(window().ben.titles).toEqual(['Launch plan', 'Hiring', 'The offer']);
});

test('[Q3] a pair that measures its talk in every meeting sees the balance in its place from the start', async () => {
  const { page, ana, ben } = window();
  for (const panel of [ana, ben]) {
    await panel.button('What it means, and switch on').click();
    await panel.button('Agree for all our 1:1s').click();
  }
  await ana.frame.getByText('Nobody has been heard yet').waitFor();

  const letRoomCome = await withoutRoom(page);
  await window().press("Reload Ana's panel");
  await ana.frame.getByText('Nobody has been heard yet').waitFor();
  expect(await ana.connection()).not.toBe('Saved');
  const frame = await frameOf(page, "Ana's side panel");
  await ana.topic('Hiring').getByRole('button', { name: 'Another question' }).waitFor();
  await frame.evaluate(watchShifts);
  await letRoomCome();
  await ana.frame.getByText('Measuring.').waitFor();
  const moved = (await shiftsIn(frame)).flatMap(({ what }) => what);
  // These words themselves come in place of others.
  expect(moved.filter((what) => what !== '<span>Measuring.</span>')).toEqual([]);
});

test('[Q4] a menu opens by mouse and by keys, gives the focus back, and is closed by its button', async () => {
  const { page, ana } = window();
  const more = ana.topic('Launch plan').getByRole('button', { name: 'More' });
  const down = ana.frame.getByRole('menuitem', { name: 'Move down' });
  const hasFocus = () => more.evaluate((button) => button.matches(':focus'));
  await more.click();
  await down.waitFor();
  expect(await more.getAttribute('aria-expanded')).toBe('true');
  await more.click();
  await down.waitFor({ state: 'detached' });
  await more.focus();
  await page.keyboard.press('ArrowDown');
  await down.waitFor();
  expect(await hasFocus()).toBe(false);
  await page.keyboard.press('Escape');
  await down.waitFor({ state: 'detached' });
  expect(await hasFocus()).toBe(true);
});

/** From now on, how the agenda's first row is called at each moment in which letters leave for the relay. */
const watchSending = `
  globalThis.shownWhenSent = [];
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (message) {
    if (String(message).includes('insert'))
      shownWhenSent.push(document.querySelector('[aria-label=Agenda] > li').getAttribute('aria-label'));
    send.call(this, message);
  };
`;

test('[Q7] a letter is on its way to the other before the panel draws it', async () => {
  const { page, ana, ben } = window();
  const frame = await frameOf(page, "Ana's side panel");
  await frame.evaluate(watchSending);
  await ana.topic('Launch plan').getByRole('textbox', { name: 'Title' }).press('End');
  await page.keyboard.press('s');
  await ana.topic('Launch plans').waitFor();
  await ben.topic('Launch plans').waitFor();
  expect(await frame.evaluate('shownWhenSent')).toEqual(['Launch plan']);
  await page.keyboard.press('Backspace');
  await ben.topic('Launch plan').waitFor();
});

test('[R11] while somebody types, nothing but "Saving" is said to either', async () => {
  const { page, ana, ben } = window();
  await expect.poll(ana.connection).toBe('Saved');
  await expect.poll(ben.connection).toBe('Saved');
  const frames = [await frameOf(page, "Ana's side panel"), await frameOf(page, "Ben's side panel")];
  for (const frame of frames) await frame.evaluate(watchSaid);
  await ana.topic('Launch plan').getByRole('textbox', { name: 'Title' }).press('End');
  const typed = ' for all three of the regions';
  await page.keyboard.type(typed, { delay: 100 });
  await expect.poll(ana.connection).toBe('Saved');
  await expect.poll(ben.connection).toBe('Saved');
  for (const frame of frames) expect(await frame.evaluate('said')).toEqual(['Saving', 'Saved']);
  for (const _ of typed) await page.keyboard.press('Backspace');
  await ben.topic('Launch plan').waitFor();
});

test('[Q7] what is out of sight is not drawn, until it is dragged over or reached by keys', async () => {
  const { page, ana } = window();
  for (let each = 1; each <= 20; each += 1) await ana.addTopic(`Item ${each}`);
  const handle = (title: string) => ana.topic(title).getByRole('button', { name: 'Reorder' });
  const isDrawn = (title: string) => () =>
    handle(title).evaluate((button) => button.checkVisibility({ contentVisibilityAuto: true }));
  await handle('Launch plan').focus();
  await expect.poll(isDrawn('Launch plan')).toBe(true);
  await expect.poll(isDrawn('Item 20')).toBe(false);
  await page.keyboard.press('Space');
  await expect.poll(isDrawn('Item 20')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(isDrawn('Item 20')).toBe(false);
  await handle('Item 20').focus();
  await expect.poll(isDrawn('Item 20')).toBe(true);
});

test('[F19] the panel works where the browser lets a page in a frame keep nothing', async () => {
  const context = await browser().newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(`
    if (location.pathname.startsWith('/tab'))
      for (const name of ['sessionStorage', 'localStorage'])
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
  `);
  const other = await openMeetingPage(browser(), product().origin, page);
  const title = 'Kept on record, not in the browser';
  await other.ana.addTopic(title);
  await expect.poll(other.ana.connection).toBe('Saved');
  await expect.poll(other.ben.titles).toContain(title);
  await other.press("Reload Ana's panel");
  await expect.poll(other.ana.titles).toContain(title);
  await expect.poll(other.ana.connection).toBe('Saved');
  expect(other.troubles()).toEqual([]);
  await context.close();
});
