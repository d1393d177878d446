/** Microsoft Graph as two people live it: the transcript's figures, and an outcome in one's own To Do. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { SidePanel } from './side-panel.ts';
import { story } from './story.ts';

const { window } = story();
/** The first look for a transcript is 20 seconds after the end, on a machine that has other work. */
const minutes = { timeout: 300_000 };
const soon = { timeout: 120_000 };

const region = ({ frame }: SidePanel): Locator =>
  frame.getByRole('region', { name: 'Talk balance' });
const words = (panel: SidePanel) => region(panel).innerText();

/** Waits until a screen reader was told this. */
const told = (panel: SidePanel, text: string): Promise<void> =>
  expect.poll(async () => (await panel.told()).join('\n'), soon).toContain(text);

async function speak(who: 'Ana' | 'Ben', ms: number): Promise<void> {
  const { press, page } = window();
  await press(`${who} speaks`);
  await page.waitForTimeout(ms);
  await press(`${who} speaks`);
}

test(
  '[T64] [T69] after the end the transcript’s figures come into both reviews and the recap',
  minutes,
  async () => {
    const { ana, ben, press, page, cards, barriers } = window();
    for (const panel of [ana, ben]) {
      await region(panel).getByRole('button', { name: 'What it means, and switch on' }).click();
      expect(await words(panel)).toContain('If you have Teams transcribe the meeting');
      await region(panel).getByRole('button', { name: 'Agree for this meeting' }).click();
    }
    await press('Transcribe the meeting');
    await press('Start meeting');
    await expect.poll(() => words(ana), soon).toContain('Measuring.');
    await expect.poll(() => words(ben), soon).toContain('Measuring.');
    await page.waitForTimeout(1_500);
    await speak('Ana', 2_000);
    await speak('Ben', 6_000);
    await ben.agree({ result: 'Pricing page live' });
    await press('End meeting');
    const waiting = 'If Teams has transcribed this meeting';
    for (const panel of [ana, ben]) {
      await expect.poll(() => words(panel), soon).toContain('from what each panel heard');
      expect(await words(panel)).toContain(waiting);
    }
    await region(ana).getByRole('button', { name: 'Settings' }).click();
    await region(ana).getByLabel('A line on the balance in the recap').check();
    for (const panel of [ana, ben]) {
      await expect.poll(() => words(panel), soon).toContain('from the transcript');
      expect(await words(panel)).toContain('That is the meter’s own error in this meeting.');
      expect(await words(panel)).not.toContain(waiting);
      const [, share] = /Ben (\d+) %/.exec(await words(panel)) ?? [];
      expect(Number(share)).toBeGreaterThan(65);
      expect(Number(share)).toBeLessThan(85);
    }
    for (const panel of [ana, ben])
      await told(panel, 'The figures now come from the meeting’s transcript.');
    await expect.poll(() => cards.last().innerText(), soon).toContain('from the transcript');
    expect(await barriers('figures of a transcript')).toEqual([]);
  },
);

test(
  '[K1] [K2] [K3] Ben puts his outcome into his To Do, once, and only he sees it',
  minutes,
  async () => {
    const { ana, ben, press, page, barriers } = window();
    const mine = ben.outcome('Pricing page live');
    await mine.getByRole('button', { name: 'Add to my To Do' }).click();
    expect(await mine.innerText()).toContain('only you see them');
    expect(await barriers('asked for To Do')).toEqual([]);
    await mine.getByRole('button', { name: 'Switch on and add' }).click();
    const link = mine.getByRole('link', { name: 'In your To Do' });
    await link.waitFor(soon);
    expect(await link.getAttribute('href')).toMatch(
      /^https:\/\/to-do\.office\.com\/tasks\/id\/.+\/details$/,
    );
    await told(ben, 'It is in your To Do.');
    await page.getByText("“Pricing page live” is on Ben's list.").first().waitFor(soon);
    expect(await barriers('in To Do')).toEqual([]);
    expect(await ana.outcome('Pricing page live').innerText()).not.toContain('To Do');

    await press('Next meeting');
    await ben
      .outcome('Pricing page live')
      .getByRole('link', { name: 'In your To Do' })
      .waitFor(soon);
    await ben.frame.getByRole('button', { name: 'Switch off', exact: true }).click();
    await told(ben, 'No more outcomes go into your To Do. Those that are there stay.');
  },
);
