/** Whose 1:1 it is: a chat of three names its two; what they keep is theirs to take along and to delete. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runProduct, type RunningProduct } from '../running-product.ts';
import { openBrowser } from './browser.ts';
import { openMeetingPage, type MeetingPage } from './meeting-page.ts';

// Axe looks at three screens in three looks, on a machine that may have other work.
vi.setConfig({ testTimeout: 300_000 });

const things = new AsyncDisposableStack();
let product: RunningProduct;
let browser: Browser;
let window: MeetingPage;

beforeAll(async () => {
  product = things.use(await runProduct({ CHAT_MEMBERS: 'three' }));
  browser = await openBrowser();
  things.defer(() => browser.close());
  window = await openMeetingPage(browser, product.origin);
  for (const panel of [window.ana, window.ben])
    await heading(panel, 'Whose 1:1 is this?').waitFor({ timeout: 120_000 });
});
afterAll(() => things.disposeAsync());

/** What the browser says of answers that are meant to refuse is no trouble. */
const troubles = () =>
  window.troubles().filter((said) => !/the server responded with a status of 40[39]/.test(said));

const heading = (of: MeetingPage['ana'], name: string) => of.frame.getByRole('heading', { name });

/** Ben's place is taken by somebody else: the page signs them in, or has nobody to name. */
async function asAnother(change: (page: Page) => Promise<unknown>): Promise<MeetingPage> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  await change(page);
  return openMeetingPage(browser, product.origin, page);
}

test('[S8] a chat of three names its two: each for themselves, and then it is their 1:1', async () => {
  const { ana, ben } = window;
  await product.tell('start', {});
  expect(await window.barriers('naming')).toEqual([]);

  const form = ben.frame.getByRole('form', { name: 'Name the two' });
  await form.getByRole('button', { name: 'Name the two of us' }).click();
  await expect.poll(() => form.getByText('Choose the other person.').count()).toBe(1);
  await form.getByLabel('My 1:1 is with').selectOption({ label: 'Ana Ferreira' });
  await form.getByRole('radio', { name: 'the report' }).check();
  await form.getByRole('button', { name: 'Name the two of us' }).click();
  await ben.frame
    .getByText(
      'You said: Ana Ferreira is the manager and you are the report. It counts once Ana Ferreira has said the same.',
    )
    .waitFor();
  expect(await heading(ben, 'Whose 1:1 is this?').evaluate(isFocused)).toBe(true);

  const said = ana.frame.getByText(
    'Ben Okafor says that this is your 1:1: you are the manager and Ben Okafor is the report.',
  );
  await said.waitFor();
  expect(await window.barriers('named by one')).toEqual([]);
  await ana.frame.getByRole('button', { name: 'Agree' }).click();
  for (const panel of [ana, ben]) await expect.poll(panel.connection).toBe('Saved');
  await ana.addTopic('Pay and other secrets');
  await expect.poll(ben.titles).toEqual(['Pay and other secrets']);
  // The call in which they named each other is their meeting.
  await expect.poll(() => ana.frame.getByText('Prepare together').count()).toBe(0);
  expect(troubles()).toEqual([]);
});

test('[S9] a third member of the chat and somebody without an account are told kindly', async () => {
  const third = await asAnother((page) =>
    page.route('**/simulator/login/token', (route) =>
      route.continue({ postData: JSON.stringify({ person: 'cleo' }) }),
    ),
  );
  await heading(third.ben, 'This 1:1 belongs to two people').waitFor();
  expect(await third.ben.frame.locator('body').innerText()).not.toContain('secrets');
  await third.page.context().close();

  const anonymous = await asAnother((page) =>
    page.route('**/simulator/api/cast', async (route) => {
      const answer = await route.fetch();
      const cast = await answer.json();
      cast.people.ben.oid = '';
      await route.fulfill({ response: answer, json: cast });
    }),
  );
  await heading(anonymous.ben, 'This 1:1 belongs to two people').waitFor();
  await anonymous.ben.frame.getByText('You joined this meeting without an account').waitFor();
  await anonymous.page.context().close();
});

test('[S9] the recap of a chat of three says only that there is one', async () => {
  const { ana, cards } = window;
  await ana.agree({ result: 'A rise from May on' });
  await expect.poll(ana.connection).toBe('Saved');
  await product.tell('end', {});
  await cards.getByText('There is something here for the two of this 1:1').waitFor();
  const chat = window.page.getByRole('region', { name: 'Meeting chat' });
  expect(await chat.innerText()).not.toMatch(/secrets|rise/);
  await ana.button('Prepare the next 1:1').click();
  await window.ben.button('Prepare the next 1:1').click();
  for (const panel of [ana, window.ben]) await expect.poll(panel.connection).toBe('Saved');
});

test('[B1] either takes a copy of everything, as Markdown and as JSON', async () => {
  const { ben, page } = window;
  const dialog = await openData(ben);
  expect(await window.barriers('your data')).toEqual([]);
  const copies: Record<string, string> = {};
  for (const format of ['Markdown', 'JSON']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: format, exact: true }).click(),
    ]);
    copies[download.suggestedFilename()] = await readFile(await download.path(), 'utf8');
  }
  expect(Object.keys(copies)).toEqual(['Ana and Ben 1-1.md', 'Ana and Ben 1-1.json']);
  const [markdown = '', json = '{}'] = Object.values(copies);
  for (const secret of ['Pay and other secrets', 'A rise from May on']) {
    expect(markdown).toContain(secret);
    expect(json).toContain(secret);
  }
  expect(JSON.parse(json)).toMatchObject({ app: 'Evenhand', title: 'Ana and Ben 1:1' });
});

test('[B6] less is kept from a day on that both are told', async () => {
  const dialog = dataOf(window.ben);
  await dialog.getByLabel('Talk totals').selectOption({ label: '3 months' });
  await dialog.getByText(/^Less is kept from .* on\. Until then either/).waitFor();
  await dialog.getByLabel('Talk totals').selectOption({ label: '12 months (usual)' });
  await dialog.getByText('It holds for both of you.').waitFor();
});

test('[B3] [B2] one asks, withdraws, asks again; the other sees it and agrees; nothing is left', async () => {
  const { ana, ben } = window;
  const bens = dataOf(ben);
  await bens.getByRole('button', { name: 'Delete this 1:1' }).click();
  await bens.getByRole('button', { name: 'Keep it' }).click();
  await bens.getByRole('button', { name: 'Delete this 1:1' }).click();
  await bens.getByRole('button', { name: 'Yes, ask Ana Ferreira' }).click();
  await bens.getByText('You asked for it. It happens as soon as Ana Ferreira agrees').waitFor();
  await bens.getByRole('button', { name: 'Withdraw my request' }).click();
  await bens.getByText('Withdrawn: nothing is deleted.').waitFor();
  await bens.getByRole('button', { name: 'Delete this 1:1' }).click();
  await bens.getByRole('button', { name: 'Yes, ask Ana Ferreira' }).click();
  await bens.getByRole('button', { name: 'Withdraw my request' }).waitFor();

  await window.press("Reload Ana's panel");
  await ana.frame.getByText('Ben Okafor asks for this 1:1 to be deleted.').waitFor();
  const anas = await openData(ana);
  expect(await window.barriers('deletion asked')).toEqual([]);
  await anas.getByRole('button', { name: 'Agree to delete it' }).click();
  await anas.getByRole('button', { name: 'Yes, delete it all now' }).click();
  await anas.getByText('Deleted. Nothing is kept of this 1:1 any more').waitFor();
  await anas.getByRole('button', { name: 'Begin anew' }).click();
  await expect.poll(ana.connection).toBe('Saved');
  expect(await ana.titles()).toEqual([]);
  // Ben's panel, open all the while, lets go of it by itself.
  await expect.poll(ben.titles).toEqual([]);
  expect(troubles()).toEqual([]);
});

const dataOf = (panel: MeetingPage['ana']) =>
  panel.frame.getByRole('dialog', { name: 'Your data' });

async function openData(panel: MeetingPage['ana']) {
  await panel.button('Your data').click();
  await dataOf(panel).getByRole('heading', { name: 'How long it is kept' }).waitFor();
  return dataOf(panel);
}

const isFocused = (element: { readonly ownerDocument: { readonly activeElement: unknown } }) =>
  element.ownerDocument.activeElement === element;
