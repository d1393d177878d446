/** How many topics each of the two has raised, and how warmly each is invited to add one. */
import type { Say } from '../language/say.ts';
import type { Pair, UserId } from '../people/person.ts';
import type { Topic } from './topic.ts';

/** Topics raised in this meeting or waiting from an earlier one, by who raised them. */
export function raisedBy(
  topics: readonly Pick<Topic, 'raisedBy'>[],
  pair: Pair,
): ReadonlyMap<UserId, number> {
  return new Map(
    pair.map(({ id }) => [id, topics.filter((topic) => topic.raisedBy === id).length]),
  );
}

/** What stands in the empty field "Add a topic". */
export function invitation(say: Say, own: number, others: number): string {
  if (own > 0) return say('Add a topic');
  return others === 0
    ? say('What would be good to talk about?')
    : say('What is on your mind? Add it here');
}
