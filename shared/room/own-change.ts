/** One change that a person made to a room: how it was before, and how it was after. */
import { z } from 'zod';
import { RoomState } from './room-state.ts';

export const OwnChange = z.object({ before: RoomState, after: RoomState });
export type OwnChange = Readonly<z.infer<typeof OwnChange>>;

/** The same change without what it left alone: as much as it takes to make it again. */
export function narrowed({ before, after }: OwnChange): OwnChange {
  const has = new Set(after.topics.map(({ id }) => id));
  const isMoved = before.topics
    .filter(({ id }) => has.has(id))
    .some(({ id }, place) => after.topics[place]?.id !== id);
  const topics = isMoved
    ? { before: before.topics, after: after.topics }
    : unlike(before.topics, after.topics);
  const outcomes = unlike(before.outcomes, after.outcomes);
  return {
    before: { ...before, topics: [...topics.before], outcomes: [...outcomes.before] },
    after: { ...after, topics: [...topics.after], outcomes: [...outcomes.after] },
  };
}

function unlike<Item>(before: readonly Item[], after: readonly Item[]) {
  const [had, has] = [new Set(before), new Set(after)];
  return {
    before: before.filter((item) => !has.has(item)),
    after: after.filter((item) => !had.has(item)),
  };
}
