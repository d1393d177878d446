/** Two people in two windows, editing as fast as they can, over the real relay. */
import { constantFrom, nat, record, sample, stringMatching } from 'fast-check';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { MeetingPage } from './meeting-page.ts';
import type { SidePanel, Who } from './side-panel.ts';
import { story } from './story.ts';

const { window, openWindow } = story();

const editsOfEach = 100;
const seed = 20_261;

/** As often as people do them, about. */
const kinds = [
  'add',
  'settle',
  'discuss',
  'move',
  'agree',
  'outcome status',
  'title',
  'title',
  'title',
  'notes',
  'notes',
  'result',
] as const;

interface Edit {
  readonly kind: string;
  readonly place: number;
  readonly text: string;
}

/** Ana writes in capitals, Ben in small letters, so that each letter found tells who wrote it. */
const editsOf = (letters: RegExp, from: number): Edit[] =>
  sample(record({ kind: constantFrom(...kinds), place: nat(999), text: stringMatching(letters) }), {
    numRuns: editsOfEach,
    seed: from,
  });

/** The window of one person alone: the other's panel is open elsewhere. */
async function alone(meeting: MeetingPage, who: Who): Promise<SidePanel> {
  await meeting.press(who === 'Ana' ? "Ben's panel open" : "Ana's panel open");
  const panel = who === 'Ana' ? meeting.ana : meeting.ben;
  await expect.poll(panel.connection).toBe('Saved');
  return panel;
}

let pair: { readonly ana: SidePanel; readonly ben: SidePanel } | undefined;

async function both(): Promise<{ readonly ana: SidePanel; readonly ben: SidePanel }> {
  pair ??= { ana: await alone(window(), 'Ana'), ben: await alone(await openWindow(), 'Ben') };
  return pair;
}

async function make({ kind, place, text }: Edit, panel: SidePanel): Promise<string> {
  const topic = panel.topics.nth(place % (await panel.topics.count()));
  const outcome = panel.outcomes.nth(place % (await panel.outcomes.count()));
  // Whichever of the two stands there: the other person may settle or reopen it meanwhile.
  const either = (item: typeof topic, names: RegExp) =>
    item.getByRole('button', { name: names }).first().click();
  switch (kind) {
    case 'add':
      await panel.addTopic(text);
      return text;
    case 'agree':
      await panel.agree({ result: text });
      return text;
    case 'settle':
      await either(topic, place % 2 === 0 ? /^(Done|Reopen)$/ : /^(Park|Reopen)$/);
      return '';
    case 'discuss':
      await either(topic, /^(Discuss now|Reopen)$/);
      return '';
    case 'outcome status':
      await either(outcome, place % 2 === 0 ? /^(Reached|Reopen)$/ : /^(Drop|Reopen)$/);
      return '';
    case 'move': {
      await topic.getByRole('button', { name: 'More' }).click();
      const way = panel.frame.getByRole('menuitem', {
        name: place % 2 === 0 ? 'Move up' : 'Move down',
      });
      await way.press('Enter');
      // At the end of the agenda there is no further way.
      if (await way.isVisible()) await way.press('Escape');
      return '';
    }
    case 'notes':
      await (await panel.notes(topic)).pressSequentially(text);
      return text;
    default: {
      const field =
        kind === 'title'
          ? topic.getByRole('textbox', { name: 'Title' })
          : outcome.getByRole('textbox', { name: 'Result' });
      await field.press(place % 2 === 0 ? 'Home' : 'End');
      await field.pressSequentially(text);
      return text;
    }
  }
}

async function makeAll(edits: readonly Edit[], panel: SidePanel): Promise<string> {
  let written = '';
  for (const edit of edits) written += await make(edit, panel);
  return written;
}

/** All that a panel shows of its room: the texts, and every fact beside them. */
async function everything(panel: SidePanel): Promise<readonly Shown[]> {
  for (const topic of await panel.topics.all()) await panel.notes(topic);
  return [...(await shownIn(panel.topics)), ...(await shownIn(panel.outcomes))];
}

interface Shown {
  readonly texts: readonly string[];
  readonly facts: readonly string[];
}

/** As much of a list's item as is asked for: this program knows no DOM. */
interface Item {
  readonly ownerDocument: {
    createTreeWalker(
      root: Item,
      what: number,
    ): { nextNode(): { readonly textContent: string } | null };
  };
  querySelectorAll(selector: string): Iterable<{ readonly value: string }>;
}

/** What is said of an item to both alike; beside it stands what is for one of them alone. */
const ofBoth =
  /^(Done|Parked|Discussing|Reached|Dropped|Open|Ana Ferreira|Ben Okafor|Progress & priorities)$/;

async function shownIn(list: Locator): Promise<Shown[]> {
  const items = await list.evaluateAll((found: readonly Item[]) => {
    const onlyText = 4;
    // Not its inner text, of which it has none while it is out of sight.
    const linesOf = (item: Item) => {
      const walker = item.ownerDocument.createTreeWalker(item, onlyText);
      const lines: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        lines.push(node.textContent);
      return lines;
    };
    return found.map((item) => ({
      texts: [...item.querySelectorAll('textarea')].map((field) => field.value),
      lines: linesOf(item),
    }));
  });
  return items.map(({ texts, lines }) => ({
    texts,
    facts: lines.map((line) => line.trim()).filter((line) => ofBoth.test(line)),
  }));
}

const sorted = (text: string) => [...text].toSorted().join('');
const lettersOf = (room: readonly Shown[]) =>
  sorted(room.flatMap((item) => item.texts).join('')).trim();

test('[R1][P1] both begin one text at once, and nobody’s words are torn', async () => {
  await window().press('Start meeting');
  const { ana, ben } = await both();
  await ana.addTopic('Words');
  await expect.poll(ben.titles).toEqual(['Words']);
  const [hers, his] = [await ana.notes(ana.topics.first()), await ben.notes(ben.topics.first())];
  const words = ['WHAT ANA HAS TO SAY ABOUT IT', 'and what ben would like to add'] as const;
  // Who comes when a letter stands there already goes behind it, and into the word it begins.
  await Promise.all([hers.focus(), his.focus()]);
  await Promise.all([hers.pressSequentially(words[0]), his.pressSequentially(words[1])]);
  await expect.poll(() => hers.inputValue()).toHaveLength(words.join('').length);
  const notes = await hers.inputValue();
  expect([words.join(''), words.toReversed().join('')]).toContain(notes);
  await expect.poll(() => his.inputValue()).toBe(notes);
  await ana.button('Undo').click();
  await expect.poll(() => his.inputValue()).toBe(words[1]);
});

test(
  '[R1][R2] 200 edits by two people at once leave both with the same room, every letter in it',
  { timeout: 240_000 },
  async () => {
    const { ana, ben } = await both();
    await ana.addTopic('FIRST');
    await ben.agree({ result: 'second' });
    await expect.poll(() => ana.results()).toEqual(['second']);
    await expect.poll(() => ben.titles()).toEqual(['Words', 'FIRST']);
    const before = lettersOf(await everything(ana));

    const began = performance.now();
    const written = await Promise.all([
      makeAll(editsOf(/^[A-Z]{1,3}$/, seed), ana),
      makeAll(editsOf(/^[a-z]{1,3}$/, seed + 1), ben),
    ]);
    const tookMs = Math.round(performance.now() - began);
    process.stdout.write(`${2 * editsOfEach} edits took ${tookMs} ms.\n`);
    await expect.poll(ana.connection).toBe('Saved');
    await expect.poll(ben.connection).toBe('Saved');

    const room = await everything(ana);
    expect(await everything(ben)).toEqual(room);
    expect(lettersOf(room)).toBe(sorted(before + written.join('')));
  },
);
