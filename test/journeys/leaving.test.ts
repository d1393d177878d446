/** What the browser asks of somebody who closes the panel: nothing, unless an edit has not arrived. */
import type { Dialog } from 'playwright-core';
import { expect, test } from 'vitest';
import { story } from './story.ts';

const { openWindow, window } = story();

/** On a machine that has other work. */
const waits = { timeout: 60_000 };

test(
  '[F14] closing the panel with an edit that has not arrived warns, and with none it does not',
  { timeout: 300_000 },
  async () => {
    const meeting = await openWindow();
    const { page, ana, ben } = meeting;
    const asked: string[] = [];
    const stay = async (dialog: Dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    };
    page.on('dialog', stay);
    await ana.addTopic('Arrives');
    for (const panel of [ana, ben]) await expect.poll(panel.titles, waits).toEqual(['Arrives']);

    await meeting.throughOutage(async () => {
      await page.context().setOffline(true);
      await expect.poll(ana.connection, waits).toBe('Offline');
      await ana.addTopic('Written on the train');
      await page.close({ runBeforeUnload: true });
      await expect.poll(() => asked, waits).toEqual(['beforeunload']);
      // Whoever stays goes on where they were.
      expect(await ana.titles()).toEqual(['Arrives', 'Written on the train']);
      await page.context().setOffline(false);
      for (const panel of [ana, ben]) {
        await expect.poll(panel.titles, waits).toEqual(['Arrives', 'Written on the train']);
        await expect.poll(panel.connection, waits).toBe('Saved');
      }
    });

    const closed = page.waitForEvent('close', waits);
    await page.close({ runBeforeUnload: true });
    await closed;
    expect(asked).toEqual(['beforeunload']);
  },
);

test(
  '[F17] what was written while cut off, and after the end, is told not to be in the record',
  { timeout: 300_000 },
  async () => {
    const { page, ana, ben, press, throughOutage, barriers } = window();
    await press('Start meeting');
    await ana.addTopic('In time');
    const there = expect.arrayContaining(['In time']);
    for (const panel of [ana, ben]) await expect.poll(panel.titles, waits).toEqual(there);
    const elsewhere = await openWindow();
    await throughOutage(async () => {
      await page.context().setOffline(true);
      await expect.poll(ana.connection, waits).toBe('Offline');
      await ana.addTopic('In a tunnel');
      await elsewhere.press('End meeting');
      await expect.poll(elsewhere.ana.connection, waits).toBe('Saved');
      await elsewhere.ana.frame.getByText('This 1:1 has ended').waitFor(waits);
      await page.context().setOffline(false);
      await expect.poll(ana.connection, waits).toBe('Not saved');
    });
    const told = 'What you wrote since then is not in its record';
    await ana.frame.getByText(told).waitFor(waits);
    expect(await ana.titles()).toContain('In a tunnel');
    // Ben had written nothing.
    await expect.poll(ben.connection, waits).toBe('Saved');
    expect(await ben.frame.getByText(told).count()).toBe(0);
    expect(await barriers('too late')).toEqual([]);
  },
);
