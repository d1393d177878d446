/** What one meeting hands to the next: everything the pair left open, and nothing twice. */
import { isAlive } from '../outcomes/outcome.ts';
import { emptyRoom } from '../room/room-state.ts';
import type { RoomState } from '../room/room-state.ts';
import type { Topic } from './topic.ts';
import { ageIn } from './topic.ts';

/** Carried this often without an answer, a topic is asked about: keep, change or drop. */
export const carriesBeforeDecision = 3;

/**
 * The room of meeting `nextNumber`. Topics that were not finished and outcomes that are still
 * open go on, in their order and with their identity, author and age; what was finished stays
 * in `record`. A series that has no earlier meeting starts empty.
 */
export function carryOver({
  record,
  nextNumber,
}: {
  readonly record: RoomState | undefined;
  readonly nextNumber: number;
}): RoomState {
  if (record === undefined) return emptyRoom(nextNumber);
  return {
    meetingNumber: nextNumber,
    topics: withoutRepeats(record.topics)
      .filter((topic) => topic.state !== 'done')
      .map((topic) => ({ ...topic, state: 'open' as const })),
    outcomes: withoutRepeats(record.outcomes).filter(isAlive),
  };
}

/**
 * Brings a topic of an earlier meeting back as open. It keeps its identity and age; where the
 * room already has it, that one is reopened instead of standing there twice.
 */
export function reopen(room: RoomState, topic: Topic): RoomState {
  const isHere = room.topics.some((each) => each.id === topic.id);
  return {
    ...room,
    topics: isHere
      ? room.topics.map((each) =>
          each.id === topic.id && each.state !== 'discussing' ? { ...each, state: 'open' } : each,
        )
      : [...room.topics, { ...topic, state: 'open' }],
  };
}

/** The topics of a meeting that went on because somebody parked them, not because time ran out. */
export function parkedIn(record: RoomState): ReadonlySet<string> {
  return new Set(
    record.topics.filter((topic) => topic.state === 'parked').map((topic) => topic.id),
  );
}

/**
 * Whether the panel should ask: keep, change or drop? Asked from the third carry on until the
 * pair answers. `keptIn` is the meeting of the last answer, from which the count starts anew.
 */
export function needsDecision(
  topic: Pick<Topic, 'raisedIn' | 'state'>,
  meetingNumber: number,
  keptIn?: number,
): boolean {
  if (topic.state === 'done' || topic.state === 'parked') return false;
  return isCarriedLong({ since: topic.raisedIn, keptIn, meetingNumber });
}

/** Whether a topic or an outcome was carried so often that the pair is to say what becomes of it. */
export function isCarriedLong({
  since,
  keptIn,
  meetingNumber,
}: {
  readonly since: number;
  readonly keptIn: number | undefined;
  readonly meetingNumber: number;
}): boolean {
  return ageIn(meetingNumber, Math.max(since, keptIn ?? since)) >= carriesBeforeDecision;
}

/** A record saved by a torn client can hold one id twice; the first stands. */
function withoutRepeats<Item extends { readonly id: string }>(
  items: readonly Item[],
): readonly Item[] {
  return items.filter((item, index) => items.findIndex(({ id }) => id === item.id) === index);
}
