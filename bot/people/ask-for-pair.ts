/** Tells a chat of several, once, that it takes the word of two before it is anybody's 1:1. */
import type { Language } from '../../shared/language/language.ts';
import { speak } from '../language/speak.ts';
import { messageCard } from '../messages/message-card.ts';
import type { Series } from '../record/series-record.ts';
import type { Card } from '../series/chat.ts';
import type { World } from '../world.ts';

const notice = 'name-the-two';

export async function askForPair(world: World, tenantId: string, series: Series): Promise<void> {
  const isNew = await world.record(tenantId).oweNotice(series.id, notice);
  if (!isNew) return;
  try {
    // Whoever they are, it is not known what they read.
    await world.chat.post(series.reference, whoAreTheTwo(world, series, speak(undefined)));
  } catch {
    // A courtesy: the panel asks the same of everybody who opens it.
    world.log.warn({ series: series.id }, 'the chat is not told that its two are to be named');
  }
}

/** What stands in the place of every answer until the two are known. */
export function whoAreTheTwo(world: World, { reference }: Series, language: Language): Card {
  const { say } = language;
  return messageCard(language, {
    title: say('Whose 1:1 is this?'),
    lines: [
      say(
        'Evenhand is for two people, and there are more in this chat. The two name each other in the panel, each for themselves.',
      ),
      say(
        'Until both have, nothing is kept. Then only those two can read what they write there, and nobody else in the chat.',
      ),
    ],
    actions: [
      { type: 'Action.OpenUrl', title: say('Open Evenhand'), url: world.chat.tabLink(reference) },
    ],
    isForAnybody: true,
  });
}
