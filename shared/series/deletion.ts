/** Deleting a 1:1: it takes the two, or one who waits. */
import { z } from 'zod';
import { UserId, type Pair } from '../people/person.ts';

export const aloneAfterDays = 30;
const aloneAfterMs = aloneAfterDays * 24 * 3_600_000;

/** Who asked, and when (in milliseconds). */
export const DeletionAsked = z.object({ by: UserId, at: z.number() });
export type DeletionAsked = Readonly<z.infer<typeof DeletionAsked>>;

/** Asked by one of the two: it happens when the other agrees, at the latest at `until`. */
export const DeletionWaiting = DeletionAsked.extend({ until: z.number() });
export type DeletionWaiting = Readonly<z.infer<typeof DeletionWaiting>>;

/** Null while nobody of the two asks for it; 'due' when everything is to go. */
export function deletionOf(
  asked: readonly DeletionAsked[],
  pair: Pair,
  now: number,
): DeletionWaiting | 'due' | null {
  const ofPair = asked
    .filter(({ by }) => pair.some(({ id }) => id === by))
    .toSorted((a, b) => a.at - b.at);
  const [first] = ofPair;
  if (first === undefined) return null;
  const until = first.at + aloneAfterMs;
  const isOfBoth = pair.every(({ id }) => ofPair.some(({ by }) => by === id));
  return isOfBoth || until <= now ? 'due' : { ...first, until };
}
