/** How the talking divided over each topic and each element of a meeting. */
import type { RoomState } from '../../shared/room/room-state.ts';
import type { Balance } from '../../shared/talk/balance.ts';
import { talkByElement, talkByTopic } from '../../shared/talk/discussed.ts';
import { discussedIn } from '../../shared/talk/discussed-calls.ts';
import type { Measured } from '../../shared/talk/source.ts';
import type { TalkParts } from '../../shared/talk/talk-history.ts';

/** `state` is the room's last one, with the log of what was called up when. */
export function partsOf(
  source: Measured,
  state: RoomState | undefined,
  held: { readonly startedAt: number; readonly endedAt: number },
): TalkParts {
  if (state === undefined) return { topics: [], elements: [] };
  const discussed = discussedIn(state, held);
  const titles = new Map(state.topics.map(({ id, title }) => [id, title.trim()]));
  return {
    topics: talkByTopic(source, discussed).map(({ topic, balance }) => ({
      title: titles.get(topic) ?? '',
      ...partOf(source, balance),
    })),
    elements: talkByElement(source, discussed).map(({ element, balance }) => ({
      element,
      ...partOf(source, balance),
    })),
  };
}

function partOf(source: Measured, { measuredMs, people }: Balance) {
  const manager = source.people.findIndex(({ role }) => role === 'manager');
  return { measuredMs, managerShare: people[manager]?.share ?? null };
}
