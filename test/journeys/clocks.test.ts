/** Two people whose machines do not know the time, and have it set in the middle of their 1:1. */
import { expect, test } from 'vitest';
import { sessionOf } from '../session-of.ts';
import { openMeetingPage } from './meeting-page.ts';
import type { SidePanel } from './side-panel.ts';
import { story } from './story.ts';

const { product, browser } = story();

const hourMs = 3_600_000;
/** On a machine that has other work. */
const waits = { timeout: 120_000 };

/** Runs in every frame before its page: its clock is off by as much as the frame's title says, until it is set. */
const wrongClocks = `
  const off = { "Ana's side panel": ${2 * hourMs}, "Ben's side panel": ${-2 * hourMs} };
  const RightDate = Date;
  window.clockIsOff = off[window.frameElement?.title] ?? 0;
  window.Date = class extends RightDate {
    constructor(...given) {
      if (given.length === 0) super(window.Date.now());
      else super(...given);
    }
    static now() {
      return RightDate.now() + window.clockIsOff;
    }
  };
`;

interface Clocked {
  ownerDocument: { defaultView: { clockIsOff: number; Date: { now(): number } } };
}

const setClock = ({ frame }: SidePanel, off: number) =>
  frame.locator('html').evaluate((root: Clocked, ms) => {
    root.ownerDocument.defaultView.clockIsOff = ms;
  }, off);

const clockOf = ({ frame }: SidePanel) =>
  frame.locator('html').evaluate((root: Clocked) => root.ownerDocument.defaultView.Date.now());

const balance = ({ frame }: SidePanel) =>
  frame.getByRole('region', { name: 'Talk balance' }).innerText();

test(
  '[F16] with panels hours before and behind, and set meanwhile, all that is timed is right and nothing is lost',
  { timeout: 400_000 },
  async () => {
    const context = await browser().newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.addInitScript(wrongClocks);
    const meeting = await openMeetingPage(browser(), product().origin, page);
    const { ana, ben } = meeting;
    for (const { connection } of [ana, ben]) await expect.poll(connection, waits).toBe('Saved');
    const [ofAna, ofBen] = await Promise.all([clockOf(ana), clockOf(ben)]);
    expect(ofAna - ofBen).toBeGreaterThan(3 * hourMs);

    const startedAt = Date.now();
    await meeting.press('Start meeting');
    for (const panel of [ana, ben]) {
      const talk = panel.frame.getByRole('region', { name: 'Talk balance' });
      await talk.getByRole('button', { name: 'What it means, and switch on', exact: true }).click();
      await talk.getByRole('button', { name: 'Agree for this meeting', exact: true }).click();
    }
    for (const panel of [ana, ben])
      await expect.poll(() => balance(panel), waits).toContain('Measuring.');
    await ana.addTopic('Ahead');
    await ben.addTopic('Behind');
    const titles = ['Ahead', 'Behind'];
    for (const panel of [ana, ben])
      await expect.poll(async () => (await panel.titles()).toSorted(), waits).toEqual(titles);
    await ana.topic('Ahead').getByRole('button', { name: 'Discuss now' }).click();
    await meeting.press('Ana speaks');
    await expect.poll(() => balance(ben), waits).toMatch(/Ana 100 %/);

    // Both are set, past each other, while Ana speaks.
    await setClock(ana, -3 * hourMs);
    await setClock(ben, 5 * hourMs);
    await ben.topic('Behind').getByRole('button', { name: 'Discuss now' }).click();
    await meeting.press('Ana speaks');
    await meeting.press('Ben speaks');
    for (const panel of [ana, ben])
      await expect.poll(() => balance(panel), waits).toMatch(/Ben [1-9]\d? %/);
    await meeting.press('Ben speaks');
    await ana.agree({ result: 'Set the clock' });
    for (const panel of [ana, ben]) {
      await expect.poll(panel.results, waits).toEqual(['Set the clock']);
      await expect.poll(panel.connection, waits).toBe('Saved');
      // What was measured, and the meeting, are no longer than they were.
      const [, of = '', unit = ''] =
        /measured [\d.]+ of ([\d.]+) (s|min)/.exec(await balance(panel)) ?? [];
      const shownMs = Number(of) * (unit === 's' ? 1_000 : 60_000);
      expect([unit === '', shownMs <= Date.now() - startedAt + 60_000]).toEqual([false, true]);
    }
    const { record, meeting: held } = await sessionOf(product(), 'ana');
    expect(held.startedAt).toBeGreaterThanOrEqual(startedAt - 1_000);
    const calls = record.calls ?? [];
    expect(calls.length).toBe(2);
    for (const { at } of calls)
      expect([at >= startedAt - 1_000, at <= Date.now() + 1_000]).toEqual([true, true]);
    expect(record.outcomes.map(({ result }) => result)).toEqual(['Set the clock']);

    await meeting.press('End meeting');
    for (const { frame } of [ana, ben])
      await expect.poll(() => frame.getByText('This 1:1 has ended.').isVisible(), waits).toBe(true);
    await expect.poll(() => meeting.cards.last().innerText(), waits).toContain('Set the clock');
    expect(meeting.troubles()).toEqual([]);
    await context.close();
  },
);
