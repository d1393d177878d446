/** One change that a person made to a room: how it was before, and how it was after. */
import { z } from 'zod';
import { RoomState } from './room-state.ts';
import { spliceBetween } from './splice.ts';

export const OwnChange = z.object({ before: RoomState, after: RoomState });
export type OwnChange = Readonly<z.infer<typeof OwnChange>>;

/** The same changes, with what was typed in one place as one: done one after the other, they lead to the same. */
export function inOnePlace(changes: readonly OwnChange[]): readonly OwnChange[] {
  const joined: OwnChange[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    const both = last && { before: last.before, after: change.after };
    const isOnePlace =
      last?.after === change.before &&
      both !== undefined &&
      lettersTouched(both) <= lettersTouched(last) + lettersTouched(change);
    if (isOnePlace) joined.splice(-1, 1, both);
    else joined.push(change);
  }
  return joined;
}

/** How many letters stand between the first and the last that a change put in or took out, over all texts. */
function lettersTouched({ before, after }: OwnChange): number {
  const had = textsOf(before);
  return [...textsOf(after)]
    .flatMap(([id, now]) => now.map((text, index) => [had.get(id)?.[index] ?? '', text] as const))
    .map(([old, text]) => (old === text ? undefined : spliceBetween(old, text)))
    .reduce((sum, splice) => sum + (splice?.insert.length ?? 0) + (splice?.remove ?? 0), 0);
}

function textsOf({ topics, outcomes }: RoomState): ReadonlyMap<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ...topics.map(({ id, title, notes }) => [id, [title, notes]] as const),
    ...outcomes.map(
      ({ id, result, success, support }) => [id, [result, success, support]] as const,
    ),
  ]);
}

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
