/** A server whose clock is set, forwards and back, while two people are in their 1:1. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sessionOf } from '../session-of.ts';
import type { SidePanel } from './side-panel.ts';
import { story } from './story.ts';

const hourMs = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'clock-'));
const clock = join(folder, 'clock');
const setClock = (off: number) => writeFileSync(clock, String(off));
setClock(0);
afterAll(() => rm(folder, { recursive: true }));

const { product, window } = story({
  NODE_OPTIONS: `--import=${new URL('../durability/settable-clock.ts', import.meta.url).href}`,
  CLOCK_FILE: clock,
});

const session = () => sessionOf(product(), 'ana');

/** Hours by which the server is off. */
const hoursOff = async () => Math.round(((await session()).now - Date.now()) / hourMs) + 0;

test('[F16] the server’s clock is set hours ahead and back in a 1:1: all that is written is there, and the recap comes', async () => {
  const { ana, ben, cards, press, throughOutage } = window();
  const both = [ana, ben] as const;
  const see = async (titles: readonly string[]) => {
    for (const panel of both) {
      await expect.poll(panel.titles).toEqual(titles);
      await expect.poll(panel.connection).toBe('Saved');
    }
  };
  const loadAgain = (panel: SidePanel) =>
    press(panel === ana ? "Reload Ana's panel" : "Reload Ben's panel");

  // What was signed by one clock is refused by the other, and asked for anew.
  await throughOutage(async () => {
    await press('Start meeting');
    await ana.addTopic('On time');
    await see(['On time']);

    // Longer than any key to the room lives.
    setClock(2 * hourMs);
    await expect.poll(hoursOff).toBe(2);
    await ben.addTopic('Two hours later');
    await see(['On time', 'Two hours later']);
    await loadAgain(ana);
    await see(['On time', 'Two hours later']);

    setClock(-2 * hourMs);
    await expect.poll(hoursOff).toBe(-2);
    await ana.addTopic('Before it all began');
    const titles = ['On time', 'Two hours later', 'Before it all began'];
    await see(titles);
    await loadAgain(ben);
    await see(titles);
    expect((await session()).record.topics.map(({ title }) => title)).toEqual(titles);

    // In the stand-in the times that Teams tells are its own: an end before the start would be that of
    // an earlier meeting.
    setClock(3 * hourMs);
    await expect.poll(hoursOff).toBe(3);
    await ben.agree({ result: 'The clock is right' });
    await expect.poll(ana.results).toEqual(['The clock is right']);
    await press('End meeting');
    await expect.poll(() => cards.last().innerText()).toContain('The clock is right');
    for (const panel of both) await panel.frame.getByText('This 1:1 has ended.').waitFor();
    expect(await cards.count()).toBe(1);

    setClock(0);
    await expect.poll(hoursOff).toBe(0);
    await press('Next meeting');
    await see(titles);
    await press('Start meeting');
    await ben.addTopic('On time again');
    await see([...titles, 'On time again']);
    await press('End meeting');
    await expect.poll(() => cards.count()).toBe(2);
  });
});
