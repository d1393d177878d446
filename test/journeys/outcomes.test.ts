/** What two people agreed lives on: confirmed, noted on, asked about, moved, and reached or dropped on purpose. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { holdBack } from './hold-back.ts';
import type { SidePanel } from './side-panel.ts';
import { story } from './story.ts';

const { window } = story();

const pilot = 'The pilot runs in two teams';
const hiring = 'A second engineer has signed';

const chat = () => window().page.getByRole('region', { name: 'Meeting chat' });

async function onBoth(look: (panel: SidePanel) => Promise<unknown>, seen: unknown): Promise<void> {
  await expect.poll(() => look(window().ana)).toEqual(seen);
  await expect.poll(() => look(window().ben)).toEqual(seen);
}

/** The newest card that holds these words. */
const cardWith = (words: string) => window().cards.filter({ hasText: words }).last();

async function viewAs(who: 'Ana' | 'Ben'): Promise<void> {
  await chat().getByRole('radio', { name: who, exact: true }).check();
}

/** Writes to the bot, and waits for its card with these words. */
async function ask(text: string, answer: string): Promise<Locator> {
  const before = await window().cards.filter({ hasText: answer }).count();
  const field = chat().getByRole('textbox', { name: 'Message' });
  await field.fill(`@Evenhand ${text}`);
  await field.press('Enter');
  await expect
    .poll(() => window().cards.filter({ hasText: answer }).count(), { message: text })
    .toBe(before + 1);
  return cardWith(answer);
}

/** Ends the meeting and answers its recap, which is one more than there were. */
async function end(): Promise<Locator> {
  const recaps = window().cards.filter({ hasText: 'Agreed outcomes' });
  const before = await recaps.count();
  await window().press('End meeting');
  await expect.poll(() => recaps.count()).toBe(before + 1);
  return recaps.last();
}

test('[O7] agreed, noted on, confirmed by both and reached on the card: the next meeting knows', async () => {
  const { ana, ben, press, barriers } = window();
  await press('Start meeting');
  await ben.agree({ result: pilot, by: '2030-05-17' });
  await ana.agree({ result: hiring, owner: 'Both' });
  await onBoth((panel) => panel.results().then((results) => results.toSorted()), [hiring, pilot]);

  const details = (panel: SidePanel) =>
    panel.outcome(pilot).getByRole('button', { name: 'Show details' });
  await details(ben).click();
  await details(ana).click();
  const field = ben.outcome(pilot).getByRole('textbox', { name: 'How is it going?' });
  await field.fill('Both teams are asked');
  await field.press('Enter');
  expect(await field.inputValue()).toBe('');
  const noted = (panel: SidePanel) =>
    panel.outcome(pilot).getByRole('list', { name: 'Progress' }).getByRole('listitem');
  await onBoth((panel) => noted(panel).count(), 1);
  expect(await noted(ana).innerText()).toMatch(/^Both teams are asked\s+Ben Okafor · /);
  await onBoth((panel) => panel.connection(), 'Saved');
  expect(await barriers('with a note on progress')).toEqual([]);

  const recap = await end();
  expect(await recap.innerText()).toContain('Ben Okafor: Both teams are asked');
  await viewAs('Ben');
  await recap.getByRole('button', { name: 'Looks right' }).click();
  await recap.getByText('✓ Ben Okafor says it looks right').waitFor();
  await viewAs('Ana');
  await recap.getByRole('button', { name: 'Looks right' }).click();
  await recap.getByText('✓ Ana Ferreira says it looks right').waitFor();
  await expect.poll(() => recap.getByRole('button', { name: 'Looks right' }).count()).toBe(0);
  await recap.getByRole('button', { name: 'Reached' }).first().click();
  await recap.getByText(/ · reached/).waitFor();
  await viewAs('Ben');
  await recap.getByText(/ · reached/).waitFor();

  await press('Next meeting');
  await onBoth((panel) => panel.frame.getByText(/^1 open/).count(), 1);
});

test('[C7] "Change something" on the recap opens the outcomes in the panel of who pressed it', async () => {
  const { ben } = window();
  await viewAs('Ben');
  await cardWith('Agreed outcomes').getByText('Change something').click();
  const outcomes = ben.frame.getByRole('region', { name: 'Outcomes' });
  await outcomes.and(ben.frame.locator(':focus')).waitFor();
  await ben.frame.getByText(/^1 open/).waitFor();
});

test('[O13] carried three times, both are asked; one answers, and nobody is asked again', async () => {
  const { ana, ben, press, barriers } = window();
  const question = (panel: SidePanel) => panel.outcomes.getByText(/^Carried \d times: keep,/);
  await press('Next meeting');
  await onBoth((panel) => panel.outcomes.getByText('2 meetings old').count(), 1);
  await onBoth((panel) => panel.outcomes.count(), 1);
  await onBoth((panel) => question(panel).count(), 0);
  await press('Next meeting');
  await onBoth(
    (panel) => question(panel).allInnerTexts(),
    ['Carried 3 times: keep, change or drop?'],
  );
  expect(await barriers('asked about an outcome')).toEqual([]);
  await ana.outcomes.getByRole('button', { name: 'Change', exact: true }).click();
  await onBoth((panel) => question(panel).count(), 0);
  await onBoth((panel) => panel.outcomes.getByText('Changed', { exact: true }).count(), 1);
  const result = ana.outcomes.getByRole('textbox', { name: 'Result' });
  await result.and(ana.frame.locator(':focus')).waitFor();
  await result.fill('It runs in one team');
  await onBoth((panel) => panel.results(), ['It runs in one team']);
  await ben.outcomes.getByRole('button', { name: 'Show details' }).click();
  await onBoth((panel) => panel.connection(), 'Saved');
  await ben.outcomes.getByRole('button', { name: 'History' }).click();
  const history = ben.outcomes.getByRole('list', { name: 'History' });
  await history.getByText('Agreed anew').waitFor();
});

test('[O15] the history of what was agreed a moment ago comes by itself', async () => {
  const { page, ana } = window();
  const letRecordKnow = await holdBack(page, /\/checkpoint$/);
  const result = 'Two teams have asked for it';
  await ana.agree({ result });
  const outcome = ana.outcome(result);
  await outcome.getByRole('button', { name: 'Show details' }).click();
  await outcome.getByRole('button', { name: 'History' }).click();
  await outcome.getByText('Its history begins in a moment.').waitFor();
  await letRecordKnow();
  await outcome.getByRole('list', { name: 'History' }).getByText(`Agreed: ${result}`).waitFor();
  await ana.button('Undo').click();
  await onBoth((panel) => panel.results(), ['It runs in one team']);
});

test('[M1] [M3] messages change what the panels show, and are answered in a line', async () => {
  const { ana } = window();
  await viewAs('Ana');
  await ask('help', 'What I understand');
  await ask('outcomes', 'Open outcomes');
  await ask('note 1: one team has started', 'Noted: It runs in one team');
  await onBoth((panel) => panel.outcomes.getByText(/^\d notes?$/).count(), 1);
  await ask('move 1 to 2031-02-03', 'Moved to Mon, 3 Feb 2031: It runs in one team');
  const day = (panel: SidePanel) => panel.outcomes.getByLabel('By when').inputValue();
  await onBoth(day, '2031-02-03');
  await ask('undo', 'Taken back.');
  await expect.poll(() => day(ana)).not.toBe('2031-02-03');
  await ask('done 1', 'Reached: It runs in one team');
  await onBoth((panel) => panel.outcomes.getByText('Reached', { exact: true }).count(), 1);
  await ask('add Plan the workshop', 'On the agenda of');
  await onBoth((panel) => panel.titles(), ['Plan the workshop']);
  await ask('settings', 'Your settings');
  await ask('privacy', 'What Evenhand keeps, and for whom');
  await ask('export', 'as Markdown');
  await ask('shall we have lunch?', 'I did not understand that.');
});
