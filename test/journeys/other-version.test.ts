/** A panel of one version of the product at a room of another: loaded before an update, or too early. */
import { expect, test } from 'vitest';
import { openMeetingPage } from './meeting-page.ts';
import { story } from './story.ts';

const { product, browser, window, openWindow } = story();

/** On a machine that has other work. */
const waits = { timeout: 60_000 };
/** What rooms of this version are made of is named so in the panel's code. */
const ours = 'evenhand.room.1';
const notice =
  'Evenhand is being updated, and this panel does not fit the room yet. Everything that was saved is safe. Close the panel and open it again in a few minutes.';

test(
  '[F15] a panel that does not fit the room loads itself again once, shows the record, and says what to do',
  { timeout: 300_000 },
  async () => {
    await window().ana.addTopic('Kept');
    await expect.poll(window().ben.titles, waits).toEqual(['Kept']);
    await expect.poll(window().ana.connection, waits).toBe('Saved');

    const context = await browser().newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    const page = await context.newPage();
    let loads = 0;
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/tab/') loads += 1;
    });
    await page.route('**/assets/*.js', async (route) => {
      const answer = await route.fetch();
      const code = await answer.text();
      const body = code.replaceAll(ours, 'evenhand.room.of-another-version');
      await route.fulfill({ response: answer, body });
    });
    const other = await openMeetingPage(browser(), product().origin, page);
    for (const { frame, titles, connection } of [other.ana, other.ben]) {
      await expect.poll(() => frame.getByText(notice).isVisible(), waits).toBe(true);
      await expect.poll(titles, waits).toEqual(['Kept']);
      await expect.poll(connection, waits).toBe('Reconnecting');
      expect(await frame.getByRole('textbox', { name: 'Notes', exact: true }).count()).toBe(0);
    }
    // Each of the two panels twice.
    expect(loads).toBe(4);
    expect(await other.barriers('at a room of another version')).toEqual([]);
    // Those whose panel fits notice nothing.
    expect(await window().ana.connection()).toBe('Saved');

    expect(other.troubles()).toEqual([]);
    await context.close();

    const { ana } = await openWindow();
    expect([await ana.titles(), await ana.frame.getByText(notice).count()]).toEqual([['Kept'], 0]);
    await ana.addTopic('After the update');
    await expect.poll(window().ben.titles, waits).toEqual(['Kept', 'After the update']);
  },
);

test(
  '[F18] what a newer server answers and a panel cannot read is told as what it is, with what to do',
  { timeout: 300_000 },
  async () => {
    const { ana, page } = await openWindow();
    const answers = '**/api/session';
    await page.route(answers, (route) => route.fulfill({ json: { all: 'different' } }));
    // A panel that is in the room asks again now and then, and goes on.
    await ana.frame.locator('html').evaluate(comesOnline);
    await expect.poll(() => ana.frame.getByText(notice).isVisible(), waits).toBe(true);
    expect(await ana.connection()).toBe('Saved');
    await ana.addTopic('All the same');
    await expect.poll(window().ben.titles, waits).toContain('All the same');
    await expect.poll(ana.connection, waits).toBe('Saved');

    // One that is opened now has nothing to show.
    await page.getByRole('button', { name: "Reload Ana's panel", exact: true }).click();
    const alert = ana.frame.getByRole('alert');
    await expect
      .poll(() => alert.innerText(), waits)
      .toMatch(
        /^Evenhand has been updated\s+Everything that was saved is safe\. Try again to load the new panel\.$/,
      );
    await page.unroute(answers);
    await ana.button('Try again').click();
    await expect.poll(ana.titles, waits).toContain('All the same');
    await expect.poll(ana.connection, waits).toBe('Saved');
    await page.context().close();
  },
);

/** As much of a page as is asked for: this program knows no DOM. */
interface PageRoot {
  readonly ownerDocument: {
    readonly defaultView: { dispatchEvent(event: unknown): boolean; Event: typeof Event };
  };
}

/** As after a short break of the network: the panel asks the server at once. */
const comesOnline = ({ ownerDocument: { defaultView: view } }: PageRoot) =>
  view.dispatchEvent(new view.Event('online'));
