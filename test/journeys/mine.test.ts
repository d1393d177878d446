/** My 1:1s as three people see them: the manager of several, a report, and somebody who has none. */
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { looks } from './meeting-page.ts';
import { labels } from './side-panel.ts';
import { story } from './story.ts';

/** Seven more than Ben report to Ana. */
const { window } = story({ MORE_REPORTS: '7' });

const pilot = 'The pilot runs in two teams';
const reports = [
  'Ben Okafor',
  'Chidi Anagonye',
  'Dana Lindqvist',
  'Emre Yıldız',
  'Fatima Al-Zahra bint Muhammad',
  'Grzegorz Brzęczyszczykiewicz',
  'Hana Sato',
  'Ivo Marek',
];

const mine = (who: 'Ana' | 'Ben' | 'Cleo') =>
  window().page.frameLocator(`iframe[title="${who}'s My 1:1s"]`);
const toggle = (who: 'Ana' | 'Ben' | 'Cleo') => window().press(`${who}'s My 1:1s`);
const series = (frame: FrameLocator) =>
  frame.getByRole('list', { name: '1:1s', exact: true }).locator(':scope > li');
const of = (frame: FrameLocator, name: string) =>
  frame.getByRole('listitem', { name, exact: true });

/** As much of a page as is asked for: this program knows no DOM. */
interface PageRoot {
  readonly ownerDocument: {
    readonly defaultView: {
      readonly performance: {
        getEntriesByType(type: string): readonly { readonly name: string }[];
      };
    };
  };
}

const loaded = (frame: FrameLocator) =>
  frame
    .locator('html')
    .evaluate((root: PageRoot) =>
      root.ownerDocument.defaultView.performance
        .getEntriesByType('resource')
        .map(({ name }) => name.split('/').at(-1) ?? ''),
    );

interface Sized {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

test('[Y1] after a meeting the manager finds it among all of hers, the report finds his own', async () => {
  const { ana, ben, press, cards } = window();
  await press('Start meeting');
  await ana.agree({ result: pilot, owner: 'Ben Okafor', by: '2099-01-01' });
  await expect.poll(ben.results).toEqual([pilot]);
  await expect.poll(ana.connection).toBe('Saved');
  await press('End meeting');
  await expect.poll(() => cards.count()).toBe(1);

  await toggle('Ana');
  await expect.poll(() => series(mine('Ana')).evaluateAll(labels)).toEqual(reports);
  const hers = mine('Ana').getByRole('list', { name: 'Open outcomes with Ben Okafor' });
  await expect.poll(() => hers.innerText()).toContain(pilot);
  expect(await hers.innerText()).toMatch(/Ben\s+by 1 Jan 2099/);
  expect(await of(mine('Ana'), 'Ben Okafor').innerText()).toContain('Last met today');

  await toggle('Ben');
  await expect.poll(() => series(mine('Ben')).evaluateAll(labels)).toEqual(['Ana Ferreira']);
  expect(await of(mine('Ben'), 'Ana Ferreira').innerText()).toMatch(
    new RegExp(`Your manager[^]*Last met today[^]*${pilot}[^]*You\\s+by 1 Jan 2099`),
  );
});

test('[Y2] what is late, missed and waiting is said of each', async () => {
  const dana = of(mine('Ana'), 'Dana Lindqvist');
  expect(await dana.innerText()).toMatch(
    /Last met 5 weeks ago, usually every week\s+\d missed\s+Not talked about for long:\s+Feedback/,
  );
  expect(await dana.innerText()).toMatch(/A first customer pays by invoice[^]*\d+ days late/);
  const chidi = of(mine('Ana'), 'Chidi Anagonye');
  expect(await chidi.innerText()).toMatch(
    /Chidi’s share of the talking: 41\s%, 48\s%, 52\s%, 61\s%/,
  );
  const outcomes = chidi.getByRole('list').getByRole('listitem');
  expect(await outcomes.count()).toBe(3);
  await chidi.getByRole('button', { name: 'Show 1 more outcome' }).press('Enter');
  await expect.poll(() => outcomes.count()).toBe(4);
});

test('[Y7] it bars nobody in any look, and nothing in it is wider than a narrow pane', async () => {
  for (const who of ['Ana', 'Ben'] as const) {
    const { scrollWidth, clientWidth } = await mine(who)
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }: Sized) => ({ scrollWidth, clientWidth }));
    expect(clientWidth).toBeLessThan(300);
    expect(scrollWidth).toBe(clientWidth);
  }
  expect(looks).toHaveLength(3);
  expect(await window().barriers('my 1:1s')).toEqual([]);
});

test('[Y7] it loads without the live room’s code, which the panel has', async () => {
  const isLive = (name: string) => name.startsWith('fluid-room');
  expect((await loaded(window().ana.frame)).filter(isLive)).not.toEqual([]);
  expect((await loaded(mine('Ana'))).filter(isLive)).toEqual([]);
});

test('[Y4] a 1:1 opens from there', async () => {
  const { ana, press } = window();
  await press("Ana's panel open");
  await expect
    .poll(() => window().page.locator('iframe[title="Ana\'s side panel"]').count())
    .toBe(0);
  await mine('Ana').getByRole('button', { name: 'Open 1:1 with Ben Okafor' }).press('Enter');
  await expect.poll(ana.connection).toBe('Saved');
});

test('[Y7] who has no 1:1 is told how to begin one, and nothing of those of others', async () => {
  await toggle('Ana');
  await toggle('Ben');
  await toggle('Cleo');
  const words = mine('Cleo').getByRole('main');
  await expect.poll(() => words.innerText()).toContain('Your 1:1s will stand here');
  expect(await words.innerText()).not.toMatch(/Ana|Ben|pilot/);
  expect(await window().barriers('no 1:1s')).toEqual([]);
});
