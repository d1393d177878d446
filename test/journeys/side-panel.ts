/** One person's side panel, by the names that people see and hear. */
import type { FrameLocator, Locator, Page } from 'playwright-core';

export type Who = 'Ana' | 'Ben';

export interface SidePanel {
  readonly frame: FrameLocator;
  readonly topics: Locator;
  readonly outcomes: Locator;
  topic(title: string): Locator;
  outcome(result: string): Locator;
  button(name: string): Locator;
  /** The titles of the agenda, in their order. */
  titles(): Promise<string[]>;
  results(): Promise<string[]>;
  connection(): Promise<string>;
  /** Whether this is what a screen reader was told last, by any of the panel's announcers. */
  said(words: string): Promise<boolean>;
  addTopic(title: string, element?: string): Promise<void>;
  agree(outcome: {
    readonly result: string;
    readonly owner?: string;
    readonly by?: string;
  }): Promise<void>;
  /** The field of a topic's notes, opened if it is not. */
  notes(title: string): Promise<Locator>;
}

export function sidePanel(page: Page, who: Who): SidePanel {
  const frame = page.frameLocator(`iframe[title="${who}'s side panel"]`);
  const topics = frame.getByRole('list', { name: 'Agenda' }).locator(':scope > li');
  const outcomes = frame.getByRole('list', { name: 'Outcomes' }).locator(':scope > li');
  const button = (name: string) => frame.getByRole('button', { name, exact: true });
  const topic = (title: string) => topics.and(named(frame, title));
  return {
    frame,
    topics,
    outcomes,
    topic,
    outcome: (result) => outcomes.and(named(frame, result)),
    button,
    titles: () => topics.evaluateAll(labels),
    results: () => outcomes.evaluateAll(labels),
    connection: () => frame.getByRole('status', { name: 'Connection' }).innerText(),
    said: async (words) => (await frame.getByText(words, { exact: true }).count()) > 0,
    async addTopic(title, element) {
      if (element !== undefined)
        await frame
          .getByRole('form', { name: 'New topic' })
          .getByLabel('Element')
          .selectOption({ label: element });
      const field = frame.getByRole('textbox', { name: 'Add a topic' });
      await field.fill(title);
      await field.press('Enter');
    },
    async agree({ result, owner, by }) {
      const form = frame.getByRole('form', { name: 'New outcome' });
      await form.getByRole('textbox', { name: 'What did you agree?' }).fill(result);
      if (owner !== undefined) await form.getByLabel('Owner').selectOption({ label: owner });
      if (by !== undefined) await form.getByLabel('By when').fill(by);
      await form.getByRole('button', { name: 'Add outcome' }).click();
    },
    async notes(title) {
      const show = topic(title).getByRole('button', { name: 'Show notes' });
      if (await show.isVisible()) await show.click();
      return topic(title).getByRole('textbox', { name: 'Notes', exact: true });
    },
  };
}

function named(frame: FrameLocator, label: string): Locator {
  return frame.getByRole('listitem', { name: label, exact: true });
}

export const labels = (items: readonly { getAttribute(name: string): string | null }[]) =>
  items.map((item) => item.getAttribute('aria-label') ?? '');
