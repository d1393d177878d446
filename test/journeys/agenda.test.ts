/** A pair without any training: from an empty first agenda to the fifth meeting's suggestions. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { series } from '../simulator/people.ts';
import type { SidePanel } from './side-panel.ts';
import { story } from './story.ts';

const { window, product } = story();

/** Several meetings, or several looks of the panel read by axe, on a machine that has other work. */
const slowly = { timeout: 300_000 };

const jira = 'Update on Jira tickets';
const lead = 'Leading the next project';
const kept = 'kept-to-herself-7341';
const shared = 'shared-by-choice-5522';

async function onBoth(look: (panel: SidePanel) => Promise<unknown>, seen: unknown): Promise<void> {
  await expect.poll(() => look(window().ana)).toEqual(seen);
  await expect.poll(() => look(window().ben)).toEqual(seen);
}

const invitation = (panel: SidePanel) =>
  panel.frame.getByRole('textbox', { name: 'Add a topic' }).getAttribute('placeholder');
const has = (place: SidePanel['frame'] | Locator, words: string | RegExp) =>
  place
    .getByText(words)
    .count()
    .then((count) => count > 0);
const offers = (panel: SidePanel) =>
  panel.frame.getByRole('list', { name: 'Suggestions' }).getByRole('listitem');
const strip = (panel: SidePanel) =>
  panel.frame.getByRole('list', { name: 'Elements over your meetings' }).getByRole('listitem');
const saysItEnded = (panel: SidePanel) => has(panel.frame, 'This 1:1 has ended.');
const focused = (panel: SidePanel) => panel.frame.locator(':focus').getAttribute('aria-label');

const isFocused = (button: Locator) =>
  button.evaluate((element) => element === element.ownerDocument.activeElement);

/** After a meeting's end, until both panels are in the next one's room: what stands in them moves until then. */
async function meetAgain(): Promise<void> {
  const { press } = window();
  await onBoth(saysItEnded, true);
  await press('Next meeting');
  await onBoth(saysItEnded, false);
  await onBoth((panel) => panel.connection(), 'Saved');
}

async function option(panel: SidePanel, name: string): Promise<void> {
  await expect.poll(panel.connection).toBe('Saved');
  await panel.frame.getByRole('button', { name: 'Agenda options' }).click();
  await panel.frame.getByRole('menuitem', { name, exact: true }).click();
}

/** What the API answers that person. */
async function asked(person: 'ana' | 'ben', method: string, path: string, body?: object) {
  const login = await fetch(`${product().origin}/simulator/login/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  const { token } = z.object({ token: z.string() }).parse(await login.json());
  const answer = await fetch(`${product().origin}/api${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.text();
}

const Place = z.object({ seriesId: z.string(), meeting: z.object({ id: z.string() }) });
const sessionOf = (person: 'ana' | 'ben') =>
  asked(person, 'POST', '/session', { chatId: series.chatId, meetingId: series.meetingId });

test('[A17] a first meeting is prepared with an invitation, not with demands', async () => {
  const { ana, ben } = window();
  await onBoth((panel) => panel.connection(), 'Saved');
  await onBoth(invitation, 'What would be good to talk about?');
  await onBoth((panel) => offers(panel).count(), 0);
  await onBoth((panel) => strip(panel).count(), 0);
  await ana.addTopic(jira);
  await expect.poll(() => invitation(ben)).toBe('What is on your mind? Add it here');
  await expect.poll(() => has(ben.frame, 'Raised: you 0, Ana Ferreira 1')).toBe(true);
  await ben.addTopic(lead, 'Development');
  await onBoth(invitation, 'Add a topic');
  await ana.frame.getByRole('button', { name: 'Lean: Open' }).click();
  await ana.frame.getByRole('menuitemradio', { name: /Development/ }).click();
  await onBoth((panel) => panel.button('Lean: Development').count(), 1);
});

test('[A6] wording is asked about quietly, until that person says no more', async () => {
  const { ana, ben, press } = window();
  await press('Start meeting');
  await onBoth((panel) => has(panel.topic(jira), 'What result is this moving towards?'), true);
  await onBoth((panel) => panel.topic(lead).getByRole('note').count(), 0);
  await ana.topic(jira).getByRole('button', { name: 'Ask no wording questions' }).click();
  await expect.poll(() => ana.topic(jira).getByRole('note').count()).toBe(0);
  expect(await ben.topic(jira).getByRole('note').count()).toBe(1);
});

test('[A9] the topic being discussed has a question, and one tap brings another', async () => {
  const { ben } = window();
  await ben.topic(lead).getByRole('button', { name: 'Discuss now' }).click();
  const ask = ben.topic(lead).locator('[aria-live=polite]').first();
  const first = await ask.innerText();
  expect(first).toMatch(/\?$/);
  await ben.topic(lead).getByRole('button', { name: 'Another question' }).click();
  await expect.poll(() => ask.innerText()).not.toBe(first);
});

test('[A23] the other sees at which topic somebody types, and nothing of a private note', async () => {
  const { ana, ben } = window();
  const notes = await ben.notes(ben.topic(lead));
  await notes.fill('**Agreed**');
  await expect.poll(() => has(ana.topic(lead), 'Ben Okafor is typing')).toBe(true);
  await expect.poll(() => has(ana.topic(lead), 'Ben Okafor is here')).toBe(true);
  await notes.blur();
  await expect.poll(() => has(ana.topic(lead), /Ben Okafor is/)).toBe(false);

  await ana.topic(jira).getByRole('button', { name: 'Show private note' }).click();
  const mine = ana.topic(jira).getByRole('textbox', { name: 'Private note' });
  await mine.fill(kept);
  await mine.focus();
  await ana.topic(lead).getByRole('textbox', { name: 'Title' }).focus();
  await expect.poll(() => has(ben.topic(lead), 'Ana Ferreira is here')).toBe(true);
  expect(await has(ben.topic(jira), /Ana Ferreira is/)).toBe(false);
});

test('[A22] notes are read with their bold, lists and links, and nothing in them runs', async () => {
  const { ana, ben } = window();
  await (
    await ana.notes(ana.topic(lead))
  ).fill(
    '**Agreed**\n- a mentor\n- [reading](https://example.com/read)\n\n<img src=x onerror=alert(1)> [no](javascript:alert(1))',
  );
  const read = ben.topic(lead);
  await expect.poll(() => read.locator('strong').allInnerTexts()).toEqual(['Agreed']);
  await expect.poll(() => read.locator('li').allInnerTexts()).toEqual(['a mentor', 'reading']);
  const links = read.getByRole('link');
  expect(await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual([
    'https://example.com/read',
  ]);
  expect(await read.locator('img[onerror], script').count()).toBe(0);
  expect(await has(read, '<img src=x onerror=alert(1)>')).toBe(true);
  await read.getByText('a mentor').click();
  await expect.poll(() => focused(ben)).toBe('Notes');
});

test('[A20] a private note is nowhere but with its author, until it is shared', async () => {
  const { ana, ben, press, cards } = window();
  const agree = ana.frame.getByRole('button', { name: 'My private note' });
  await agree.click();
  const onMeeting = ana.frame.getByRole('textbox', { name: 'Private note on this meeting' });
  await onMeeting.fill(`${kept} about all of it`);
  await ana.topic(lead).getByRole('button', { name: 'Show private note' }).click();
  await ana.topic(lead).getByRole('textbox', { name: 'Private note' }).fill(shared);
  await ana.topic(lead).getByRole('button', { name: 'Share into the topic' }).click();
  await expect.poll(() => has(ben.topic(lead), shared)).toBe(true);
  await expect
    .poll(() => ana.topic(lead).getByRole('button', { name: 'Shared', exact: true }).count())
    .toBe(1);
  await onBoth((panel) => panel.connection(), 'Saved');

  const { seriesId, meeting } = Place.parse(JSON.parse(await sessionOf('ana')));
  const notes = `/meetings/${meeting.id}/private-notes`;
  await expect.poll(async () => (await asked('ana', 'GET', notes)).split(kept).length).toBe(3);
  const told = await Promise.all([
    sessionOf('ben'),
    asked('ben', 'GET', notes),
    asked('ben', 'PUT', notes, { about: { kind: 'topic', id: 'any' }, text: '' }),
    asked('ben', 'GET', `/series/${seriesId}/finished`),
    asked('ben', 'GET', `/series/${seriesId}/templates`),
    ben.frame.locator('body').innerHTML(),
    // What the room holds, as the record has it.
    sessionOf('ana'),
  ]);
  expect(told.filter((each) => each.includes(kept))).toEqual([]);
  expect(told[0]).toContain(shared);

  await press("Reload Ana's panel");
  await ana.topic(jira).getByRole('button', { name: 'Show private note' }).click();
  await expect
    .poll(() => ana.topic(jira).getByRole('textbox', { name: 'Private note' }).inputValue())
    .toBe(kept);
  await onBoth((panel) => panel.connection(), 'Saved');
  await press('End meeting');
  await cards.first().waitFor();
  expect(await cards.first().innerText()).not.toContain(kept);
  expect(product().output()).not.toContain(kept);
});

test('[A14] a template is one step, forth and back; the pair can save its own', async () => {
  const { ana, ben } = window();
  await meetAgain();
  await onBoth((panel) => panel.titles(), [jira, lead]);
  await option(ana, 'Templates');
  await ana.frame.getByRole('textbox', { name: 'Name of the template' }).fill('Our usual');
  await ana.frame.getByRole('button', { name: 'Save', exact: true }).click();
  await ana.frame.getByRole('button', { name: 'Use Our usual' }).click();
  await onBoth((panel) => panel.titles(), [jira, lead, jira, lead]);
  await ana.button('Undo').click();
  await onBoth((panel) => panel.titles(), [jira, lead]);
  await option(ben, 'Templates');
  const saved = ben.frame.getByRole('listitem', { name: 'Our usual' });
  await saved.getByText('2 topics').waitFor();
  await saved.getByRole('button', { name: 'Remove Our usual' }).click();
  await expect.poll(() => saved.count()).toBe(0);
  await ben.button('Close').last().click();
});

test('[A11] the fifth meeting offers what has waited long, to both at once', slowly, async () => {
  const { ana, ben, press, barriers } = window();
  await ben.topic(lead).getByRole('button', { name: 'Done' }).click();
  for (const meeting of [3, 4, 5, 6]) {
    await onBoth((panel) => panel.connection(), 'Saved');
    await press('End meeting');
    await meetAgain();
    await onBoth((panel) => has(panel.topic(jira), `${meeting - 1} meeting`), true);
  }
  // Discussed in the second meeting, by being done; this is the sixth.
  await onBoth((panel) => has(panel.frame, 'Development: 4 meetings ago, waiting'), true);
  await onBoth((panel) => offers(panel).count(), 3);
  const development = (panel: SidePanel) =>
    offers(panel).filter({ hasText: 'Development has last come up 4 meetings ago.' });
  await onBoth((panel) => development(panel).count(), 1);
  expect(await barriers('suggestions')).toEqual([]);

  const others = offers(ana).filter({ hasNotText: /Development|Carried/ });
  const away = await others.first().getAttribute('data-title');
  await others
    .first()
    .getByRole('button', { name: /^Not this time/ })
    .click();
  const stillThere = (panel: SidePanel) =>
    panel.frame.getByRole('button', { name: `Not this time: ${away ?? ''}` }).count();
  await onBoth(stillThere, 0);

  const taken = (await development(ana).getAttribute('data-title')) ?? '';
  // Both are held before either is pressed: the first press may take the other's offer away.
  const buttons = await Promise.all(
    [ana, ben].map((panel) =>
      development(panel)
        .getByRole('button', { name: /^Put on/ })
        .elementHandle(),
    ),
  );
  await Promise.all(buttons.map((button) => button?.dispatchEvent('click')));
  await onBoth((panel) => panel.titles(), [jira, taken]);
  await onBoth((panel) => development(panel).count(), 0);
});

test('[A4] a topic that was carried long asks: keep, change or drop', async () => {
  const { ana, ben } = window();
  await onBoth((panel) => has(panel.topic(jira), 'Carried 5 times: keep, change or drop?'), true);
  await ben.topic(jira).getByRole('button', { name: 'Keep' }).click();
  await onBoth((panel) => has(panel.topic(jira), /keep, change or drop/), false);
  expect(await ana.titles()).toContain(jira);
});

test('[A25] a done topic of an earlier meeting comes back with its age', async () => {
  const { ana } = window();
  await option(ana, 'Bring back a topic');
  await ana.frame.getByRole('button', { name: `Bring back: ${lead}` }).click();
  await ana.button('Close').last().click();
  await onBoth((panel) => has(panel.topic(lead), '5 meetings old'), true);
});

test('[A24] the pair changes how long an element may wait', async () => {
  const { ana } = window();
  await option(ana, 'How long each element may wait');
  const choice = ana.frame.getByRole('combobox', { name: 'Wellbeing & workload' });
  await choice.selectOption('12');
  await expect
    .poll(async () => JSON.parse(await sessionOf('ben')).agenda.patience.wellbeing)
    .toBe(12);
  await ana.button('Close').last().click();
  await expect.poll(() => has(ana.frame, 'Wellbeing & workload: never, waiting')).toBe(false);
});

test('[A16] the agenda is copied as Markdown, and saved as a file', async () => {
  const { ana, page } = window();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await option(ana, 'Copy as Markdown');
  await expect.poll(() => has(ana.frame, 'Copied as Markdown.')).toBe(true);
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toContain('# Ana and Ben 1:1, meeting 6');
  const downloading = page.waitForEvent('download');
  await option(ana, 'Download as Markdown');
  expect((await downloading).suggestedFilename()).toBe('Ana and Ben 1-1 6.md');
});

test('everything can be done by the keyboard alone', slowly, async () => {
  const { ana, page, barriers } = window();
  await ana.button('Agenda options').focus();
  await page.keyboard.press('?');
  await ana.frame.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => ana.frame.getByRole('dialog').count()).toBe(0);

  await ana.button('Agenda options').focus();
  await page.keyboard.press('Enter');
  await ana.frame.getByRole('menuitem', { name: 'Templates' }).waitFor();
  await page.keyboard.press('Enter');
  await ana.frame.getByRole('dialog', { name: 'Templates' }).waitFor();
  const use = ana.frame.getByRole('button', { name: 'Use First 1:1' });
  for (let left = 10; left > 0 && !(await isFocused(use)); left -= 1)
    await page.keyboard.press('Tab');
  const before = (await ana.titles()).length;
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await ana.titles()).length).toBe(before + 5);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await ana.titles()).length).toBe(before);

  await ana.frame.getByRole('textbox', { name: 'Add a topic' }).focus();
  await page.keyboard.type('By keys alone');
  await page.keyboard.press('Enter');
  await onBoth((panel) => panel.topic('By keys alone').count(), 1);
  const row = ana.topic('By keys alone');
  await row.getByRole('button', { name: 'Discuss now' }).focus();
  await page.keyboard.press('Enter');
  await row.getByRole('button', { name: 'Another question' }).waitFor();
  await row.getByRole('button', { name: 'Show private note' }).focus();
  await page.keyboard.press('Enter');
  await row.getByRole('textbox', { name: 'Private note' }).waitFor();
  // Only now: choosing a theme takes the keyboard out of the panel.
  expect(await barriers('a topic with everything open')).toEqual([]);
  await option(ana, 'Templates');
  expect(await barriers('templates')).toEqual([]);
});

test('[A15] the calendar’s end tells the time left', async () => {
  await onBoth((panel) => has(panel.frame, / min left$/), true);
});
