/** A short conversation to play: who begins and who stops to speak, when. */
import type { Manners } from './conversation.ts';
import { conversationOf, mannersOf } from './conversation.ts';
import { randomOf } from './random.ts';

export interface Utterance {
  /** Milliseconds from the start. */
  readonly at: number;
  readonly speaker: 'manager' | 'report';
  readonly on: boolean;
}

/** Quick turns, so that a minute of it already shows a balance; the same for the same seed. */
export function sampleConversation(
  seed: number,
  wishes: Partial<Manners> = {},
): readonly Utterance[] {
  const random = randomOf(seed);
  const manners = { ...mannersOf(random), minutes: 3, aim: 0.4, turnMedianMs: 3_000, ...wishes };
  const { speech } = conversationOf(manners, random);
  return (['manager', 'report'] as const)
    .flatMap((speaker, index) =>
      speech[index]!.flatMap(({ from, to }): Utterance[] => [
        { at: from, speaker, on: true },
        { at: to, speaker, on: false },
      ]),
    )
    .toSorted((one, other) => one.at - other.at);
}
