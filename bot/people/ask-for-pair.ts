/** Tells a chat of several, once, that it takes the word of two before it is anybody's 1:1. */
import { messageCard } from '../messages/message-card.ts';
import type { Series } from '../record/series-record.ts';
import type { Card } from '../series/chat.ts';
import type { World } from '../world.ts';

const notice = 'name-the-two';

export async function askForPair(world: World, tenantId: string, series: Series): Promise<void> {
  const isNew = await world.record(tenantId).oweNotice(series.id, notice);
  if (!isNew) return;
  try {
    await world.chat.post(series.reference, whoAreTheTwo(world, series));
  } catch {
    // A courtesy: the panel asks the same of everybody who opens it.
    world.log.warn({ series: series.id }, 'the chat is not told that its two are to be named');
  }
}

/** What stands in the place of every answer until the two are known. */
export function whoAreTheTwo(world: World, { reference }: Series): Card {
  return messageCard({
    title: 'Whose 1:1 is this?',
    lines: [
      'Evenhand is for two people, and there are more in this chat. The two name each other in the panel, each for themselves.',
      'Until both have, nothing is kept. Then only those two can read what they write there, and nobody else in the chat.',
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'Open Evenhand', url: world.chat.tabLink(reference) },
    ],
    isForAnybody: true,
  });
}
