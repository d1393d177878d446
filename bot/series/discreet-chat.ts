/** The chat as the product writes to it: what is said of a 1:1 is not put where a third person reads it. */
import type { Language } from '../../shared/language/language.ts';
import { speak } from '../language/speak.ts';
import { messageCard } from '../messages/message-card.ts';
import type { Card, Chat, ChatReference } from './chat.ts';

/** For this long somebody who has just joined the chat may still be shown a card. */
export const rosterBelievedForMs = 60_000;
const rememberedAtMost = 10_000;

export interface Discretion {
  readonly chat: Chat;
  /** What may be answered to somebody who wrote in this chat. */
  answers(reference: ChatReference, cards: readonly Card[]): Promise<readonly Card[]>;
}

/** `now` in milliseconds. */
export function discretion(chat: Chat, now: () => number): Discretion {
  const known = new Map<string, { readonly isOfMany: boolean; readonly until: number }>();

  async function isOfMany(reference: ChatReference): Promise<boolean> {
    const key = JSON.stringify(reference);
    const last = known.get(key);
    if (last !== undefined && last.until > now()) return last.isOfMany;
    const isOfMany = (await chat.roster(reference)).length > 2;
    if (known.size >= rememberedAtMost) known.clear();
    known.set(key, { isOfMany, until: now() + rosterBelievedForMs });
    return isOfMany;
  }

  const fit = async (reference: ChatReference, card: Card): Promise<Card> =>
    card.isForAnybody !== true && (await isOfMany(reference))
      ? discreetCard(chat, reference, speak(card.locale))
      : card;

  return {
    chat: {
      ...chat,
      post: async (reference, card) => chat.post(reference, await fit(reference, card)),
      update: async (reference, activityId, card) =>
        chat.update(reference, activityId, await fit(reference, card)),
    },
    async answers(reference, cards) {
      const fitting = await Promise.all(cards.map((card) => fit(reference, card)));
      // That something is withheld is said once.
      return fitting.filter(
        (card, index) =>
          cards.includes(card) || fitting.findIndex((each) => !cards.includes(each)) === index,
      );
    },
  };
}

function discreetCard(chat: Chat, reference: ChatReference, language: Language): Card {
  const { say } = language;
  return messageCard(language, {
    title: say('There is something here for the two of this 1:1'),
    lines: [
      say(
        'More people than the two read this chat, so Evenhand shows it in the panel, and answers in your own chat with it.',
      ),
    ],
    actions: [
      { type: 'Action.OpenUrl', title: say('Open Evenhand'), url: chat.tabLink(reference) },
    ],
    isForAnybody: true,
  });
}
