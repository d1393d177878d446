/** What the browser asks of somebody who closes the panel: nothing, unless an edit has not arrived. */
import type { Dialog } from 'playwright-core';
import { expect, test } from 'vitest';
import { story } from './story.ts';

const { openWindow } = story();

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
