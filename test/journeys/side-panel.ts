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
  /** All that screen readers were told by `announce` since the panel was loaded. */
  told(): Promise<readonly string[]>;
  /** Whether this is what a screen reader was told last, by any of the panel's live regions. */
  said(words: string): Promise<boolean>;
  addTopic(title: string, element?: string): Promise<void>;
  agree(outcome: {
    readonly result: string;
    readonly owner?: string;
    readonly by?: string;
  }): Promise<void>;
  /** The field of a topic's notes, opened if it is not. */
  notes(topic: Locator): Promise<Locator>;
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
    told: () => frame.locator('html').evaluate(whatWasTold),
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
    async notes(topic) {
      const field = topic.getByRole('textbox', { name: 'Notes', exact: true });
      const show = topic.getByRole('button', { name: 'Show notes' });
      // They open by themselves too, when the topic is called up: then there is nothing to press.
      while (!(await field.isVisible())) await show.click({ timeout: 300 }).catch(() => undefined);
      return field;
    },
  };
}

/**
 * Runs in every frame before its page: what is announced leaves no trace in a page whose browser can
 * hand it to screen readers itself, and in others it stands there for half a second.
 */
export const keepWhatIsTold = `
  window.wasTold = [];
  const notify = document.ariaNotify?.bind(document);
  if (notify) {
    document.ariaNotify = (words, options) => {
      window.wasTold.push(words);
      notify(words, options);
    };
  } else {
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target.closest?.('[aria-live=assertive]')) window.wasTold.push(target.textContent);
    }).observe(document, { subtree: true, childList: true });
  }
`;

interface TellingPage {
  ownerDocument: { defaultView: { wasTold: readonly string[] } };
}

const whatWasTold = (root: TellingPage) => root.ownerDocument.defaultView.wasTold;

function named(frame: FrameLocator, label: string): Locator {
  return frame.getByRole('listitem', { name: label, exact: true });
}

export const labels = (items: readonly { getAttribute(name: string): string | null }[]) =>
  items.map((item) => item.getAttribute('aria-label') ?? '');
