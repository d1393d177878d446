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

/** Null while nobody of the two asks for it. */
export function deletionWaiting(
  asked: readonly DeletionAsked[],
  pair: Pair,
): DeletionWaiting | null {
  const [first] = ofPair(asked, pair);
  return first === undefined ? null : { ...first, until: first.at + aloneAfterMs };
}

/** Whether everything is to go now. */
export function isDeletionDue(asked: readonly DeletionAsked[], pair: Pair, now: number): boolean {
  const waiting = deletionWaiting(asked, pair);
  if (waiting === null) return false;
  const isOfBoth = new Set(ofPair(asked, pair).map(({ by }) => by)).size === pair.length;
  return isOfBoth || waiting.until <= now;
}

function ofPair(asked: readonly DeletionAsked[], pair: Pair): readonly DeletionAsked[] {
  return asked.filter(({ by }) => pair.some(({ id }) => id === by)).toSorted((a, b) => a.at - b.at);
}
