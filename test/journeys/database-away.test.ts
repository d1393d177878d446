/** The database goes away in the middle of a 1:1, and comes back. */
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { Session } from '../../shared/room/contract.ts';
import { lineTo } from '../chaos/cuttable-line.ts';
import { servePglite } from '../record/pglite-server.ts';
import { runProduct } from '../running-product.ts';
import { people, series } from '../simulator/people.ts';
import { openBrowser } from './browser.ts';
import { openMeetingPage } from './meeting-page.ts';

const away =
  'The record can’t be reached. What you both see in the panel goes on; it is kept as soon as the record is back.';

test(
  '[F10] without the database the two go on in their room, are told so, and the record catches up',
  { timeout: 300_000 },
  async () => {
    await using things = new AsyncDisposableStack();
    const pglite = things.adopt(await PGlite.create(), (it) => it.close());
    const server = things.adopt(await servePglite(pglite), (it) => it.close());
    const line = things.use(await lineTo(Number(new URL(server.url).port)));
    const url = new URL(server.url);
    url.port = String(line.port);
    const product = things.use(await runProduct({ DATABASE_URL: url.href }));
    const browser = things.adopt(await openBrowser(), (it) => it.close());
    const meeting = await openMeetingPage(browser, product.origin);
    const { ana, ben } = meeting;
    await meeting.press('Start meeting');
    await ana.addTopic('Before');
    await expect.poll(ben.titles).toEqual(['Before']);
    await expect.poll(ben.connection).toBe('Saved');

    const ask = async () =>
      fetch(`${product.origin}/api/session`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${await product.signIn('ana')}`,
        },
        body: JSON.stringify({ chatId: series.chatId, meetingId: series.meetingId }),
      });
    await meeting.throughOutage(async () => {
      await line.cut();
      await ana.addTopic('Meanwhile');
      await expect.poll(ben.titles).toEqual(['Before', 'Meanwhile']);
      await ben.addTopic('Of Ben');
      await expect.poll(ana.titles).toEqual(['Before', 'Meanwhile', 'Of Ben']);
      for (const panel of [ana, ben]) {
        await expect.poll(() => panel.frame.getByText(away).count()).toBeGreaterThan(0);
        expect(await panel.connection()).toBe('Saving');
      }
      const answer = await ask();
      expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
        503,
        '5',
        { refused: 'unavailable', message: away },
      ]);
      expect((await fetch(`${product.origin}/ready`)).status).toBe(503);
      expect(await meeting.barriers('without a database')).toEqual([]);
      await line.mend();
      for (const panel of [ana, ben]) await expect.poll(panel.connection).toBe('Saved');
    });
    await expect.poll(() => ana.frame.getByText(`${away} Keep this panel open.`).count()).toBe(0);
    const { record, me } = Session.parse(await (await ask()).json());
    expect([me, record.topics.map(({ title }) => title)]).toEqual([
      people.ana.oid,
      ['Before', 'Meanwhile', 'Of Ben'],
    ]);
    expect(meeting.troubles()).toEqual([]);
  },
);
