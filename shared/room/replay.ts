/** Brings edits that a lost room had not yet acknowledged into the room that replaces it. */
import type { Call } from '../agenda/call.ts';
import type { Topic } from '../agenda/topic.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { Room, SharedText } from './room-schema.ts';
import { replayText } from './replay-text.ts';
import { readConduct, rewrite } from './room-schema.ts';
import type { RoomState } from './room-state.ts';

/**
 * Repeats in `room` what was done between `base` (the last state the old room acknowledged) and
 * `mine` (what this panel shows). An edit that is there already, because it had arrived after all, is
 * not made twice.
 */
export function replay(room: Room, base: RoomState, mine: RoomState): void {
  const topicsBefore = byId(base.topics);
  for (const topic of mine.topics) {
    const before = topicsBefore.get(topic.id);
    if (before === undefined) addAgain(room, topic);
    else if (topic !== before) replayTopic(room, before, topic);
  }
  const outcomesBefore = byId(base.outcomes);
  for (const outcome of mine.outcomes) {
    const before = outcomesBefore.get(outcome.id);
    if (before === undefined) agreeAgain(room, outcome);
    else if (outcome !== before) replayOutcome(room, before, outcome);
  }
  removeGone(base, mine, room);
  replayOrder(room, base, mine);
  replayConduct(room, base, mine);
}

/** Where the addition had arrived, what was written into it since may still be missing. */
function addAgain(room: Room, topic: Topic): void {
  const node = room.topics.find((each) => each.id === topic.id);
  if (node === undefined) room.addTopic({ ...topic, state: 'open' });
  else node.element = topic.element;
  const asNew =
    node === undefined ? topic : { ...topic, title: '', notes: '', plannedMinutes: null };
  replayTopic(room, { ...asNew, state: 'open' }, topic);
}

function agreeAgain(room: Room, outcome: Outcome): void {
  const node = room.outcomes.find((each) => each.id === outcome.id);
  if (node === undefined) {
    room.agree(outcome);
    return;
  }
  node.owner = outcome.owner;
  const { id, owner, agreedIn } = outcome;
  const asNew = { result: '', success: '', support: '', by: null, status: 'open' } as const;
  replayOutcome(room, { id, owner, agreedIn, ...asNew }, outcome);
}

function replayConduct(room: Room, base: RoomState, mine: RoomState): void {
  if (mine.lean !== undefined && mine.lean !== base.lean) room.leanTo(mine.lean);
  for (const id of mine.dismissed ?? []) if (!room.dismissed.has(id)) room.dismiss(id);
  const known = new Set(
    [...(base.calls ?? []), ...(readConduct(room).calls ?? [])].map(nameOfCall),
  );
  for (const call of mine.calls ?? []) if (!known.has(nameOfCall(call))) room.call(call);
}

function nameOfCall({ topic, at }: Call): string {
  return JSON.stringify([topic, at]);
}

function replayTopic(room: Room, before: Topic, after: Topic): void {
  const node = room.topics.find((each) => each.id === after.id);
  if (node === undefined) return;
  replayInto(node.title, before.title, after.title);
  replayInto(node.notes, before.notes, after.notes);
  if (before.element !== after.element) node.element = after.element;
  if (before.plannedMinutes !== after.plannedMinutes) {
    node.plannedMinutes = after.plannedMinutes ?? undefined;
  }
  if (after.keptIn !== undefined && before.keptIn !== after.keptIn) node.keptIn = after.keptIn;
  if (before.state !== after.state) {
    if (after.state === 'discussing') room.discuss(node);
    else room.settle(node, after.state);
  }
}

function replayOutcome(room: Room, before: Outcome, after: Outcome): void {
  const node = room.outcomes.find((each) => each.id === after.id);
  if (node === undefined) return;
  replayInto(node.result, before.result, after.result);
  replayInto(node.success, before.success, after.success);
  replayInto(node.support, before.support, after.support);
  if (before.owner !== after.owner) node.owner = after.owner;
  if (before.by !== after.by) node.by = after.by ?? undefined;
  if (before.status !== after.status) node.status = after.status;
  if (after.keptIn !== undefined && before.keptIn !== after.keptIn) node.keptIn = after.keptIn;
  const kept = new Set((after.progress ?? []).map(({ id }) => id));
  for (const { id } of before.progress ?? []) if (!kept.has(id)) node.unnote(id);
  const noted = new Set((before.progress ?? []).map(({ id }) => id));
  for (const note of after.progress ?? []) if (!noted.has(note.id)) node.note(note);
}

function replayInto(text: SharedText, before: string, mine: string): void {
  rewrite(text, replayText(before, mine, text.fullString()));
}

/** Topics that were moved, or added anywhere but at the end, take their place again. */
function replayOrder(room: Room, base: RoomState, mine: RoomState): void {
  const before = new Set(base.topics.map((topic) => topic.id));
  const after = new Set(mine.topics.map((topic) => topic.id));
  const unmoved = [
    ...base.topics.filter((topic) => after.has(topic.id)),
    ...mine.topics.filter((topic) => !before.has(topic.id)),
  ];
  if (unmoved.every((topic, place) => topic.id === mine.topics[place]?.id)) return;
  let last = -1;
  for (const { id } of mine.topics) {
    const place = room.topics.findIndex((each) => each.id === id);
    const node = room.topics[place];
    if (node === undefined) continue;
    if (place < last) room.moveTopic(node, last);
    else last = place;
  }
}

function removeGone(base: RoomState, mine: RoomState, room: Room): void {
  const kept = new Set([...mine.topics, ...mine.outcomes].map((each) => each.id));
  for (const topic of base.topics.filter((each) => !kept.has(each.id))) {
    const node = room.topics.find((each) => each.id === topic.id);
    if (node !== undefined) room.removeTopic(node);
  }
  for (const outcome of base.outcomes.filter((each) => !kept.has(each.id))) {
    const node = room.outcomes.find((each) => each.id === outcome.id);
    if (node !== undefined) room.removeOutcome(node);
  }
}

function byId<Item extends { readonly id: string }>(
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
