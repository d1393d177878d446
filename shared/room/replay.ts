/** Brings edits that a lost room had not yet acknowledged into the room that replaces it. */
import type { Topic } from '../agenda/topic.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { Room, SharedText } from './room-schema.ts';
import { rewrite } from './room-schema.ts';
import type { RoomState } from './room-state.ts';
import { spliceBetween } from './splice.ts';

/**
 * Repeats in `room` what was done between `base` (the last state the old room acknowledged) and
 * `mine` (what this panel shows). An edit that is there already, because it had arrived after all, is
 * not made twice.
 */
export function replay(room: Room, base: RoomState, mine: RoomState): void {
  const topicsBefore = byId(base.topics);
  for (const topic of mine.topics) {
    const before = topicsBefore.get(topic.id);
    if (before === undefined) {
      if (room.topics.every((each) => each.id !== topic.id)) room.addTopic(topic);
    } else if (topic !== before) {
      replayTopic(room, before, topic);
    }
  }
  const outcomesBefore = byId(base.outcomes);
  for (const outcome of mine.outcomes) {
    const before = outcomesBefore.get(outcome.id);
    if (before === undefined) {
      if (room.outcomes.every((each) => each.id !== outcome.id)) room.agree(outcome);
    } else if (outcome !== before) {
      replayOutcome(room, before, outcome);
    }
  }
  removeGone(base, mine, room);
}

function replayTopic(room: Room, before: Topic, after: Topic): void {
  const node = room.topics.find((each) => each.id === after.id);
  if (node === undefined) return;
  replayText(node.title, before.title, after.title);
  replayText(node.notes, before.notes, after.notes);
  if (before.element !== after.element) node.element = after.element;
  if (before.plannedMinutes !== after.plannedMinutes) {
    node.plannedMinutes = after.plannedMinutes ?? undefined;
  }
  if (before.state !== after.state) {
    if (after.state === 'discussing') room.discuss(node);
    else room.settle(node, after.state);
  }
}

function replayOutcome(room: Room, before: Outcome, after: Outcome): void {
  const node = room.outcomes.find((each) => each.id === after.id);
  if (node === undefined) return;
  replayText(node.result, before.result, after.result);
  replayText(node.success, before.success, after.success);
  replayText(node.support, before.support, after.support);
  if (before.owner !== after.owner) node.owner = after.owner;
  if (before.by !== after.by) node.by = after.by ?? undefined;
  if (before.status !== after.status) node.status = after.status;
}

function replayText(text: SharedText, before: string, after: string): void {
  const mine = spliceBetween(before, after);
  if (mine === undefined) return;
  const now = text.fullString();
  const theirs = spliceBetween(before, now);
  if (theirs === undefined) {
    rewrite(text, after);
    return;
  }
  const hasArrived =
    now === after ||
    (theirs.at === mine.at &&
      theirs.remove === mine.remove &&
      theirs.insert.startsWith(mine.insert));
  if (hasArrived) return;
  // What the other changed before this place has moved it.
  const isBehind = theirs.at + theirs.remove <= mine.at;
  const shift = isBehind ? Array.from(theirs.insert).length - theirs.remove : 0;
  const points = Array.from(now);
  const at = Math.min(points.length, mine.at + shift);
  const isApart = isBehind || mine.at + mine.remove <= theirs.at;
  // Where both changed the same words, both versions stay rather than either be lost.
  points.splice(at, isApart ? mine.remove : 0, mine.insert);
  rewrite(text, points.join(''));
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
