/** Reads the room for the screen: what has not changed stays the same object, and is not looked at again. */
import { Tree, type TreeNode } from 'fluid-framework';
import {
  readConduct,
  readOutcome,
  readTopic,
  topicsShown,
  type OutcomeNode,
  type Room,
  type TopicNode,
} from '../../shared/room/room-schema.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { sameData, sameFields } from '../same.ts';

/**
 * Right whenever no change is being told of. While one is, a part of it may still read as before:
 * Fluid tells the room of a change that takes out in one topic and puts in in another before it
 * tells the second topic.
 */
export function roomReader(): (room: Room) => RoomState {
  /** The room in which nothing has changed since it was read last. */
  let unchanged: Room | undefined;
  const changed = () => {
    unchanged = undefined;
  };
  const watched = new WeakSet<Room>();
  const rowsOf = remembered('nodeChanged', changed, (_: Room['topics'], room: Room) =>
    topicsShown(room).map((node) => ({ node, id: node.id })),
  );
  const topicOf = remembered('treeChanged', changed, (node: TopicNode) =>
    readTopic(node, undefined),
  );
  const discussingOf = remembered('treeChanged', changed, (node: TopicNode) =>
    readTopic(node, node.id),
  );
  const outcomeOf = remembered('treeChanged', changed, (node: OutcomeNode) => readOutcome(node));
  let last: RoomState | undefined;
  let conduct: ReturnType<typeof readConduct> = {};
  return (room) => {
    if (room === unchanged && last !== undefined) return last;
    if (!watched.has(room)) {
      watched.add(room);
      Tree.on(room, 'treeChanged', changed);
    }
    const { discussing } = room;
    conduct = sameData(conduct, readConduct(room));
    const next: RoomState = {
      meetingNumber: room.meetingNumber,
      topics: sameList(
        last?.topics,
        rowsOf(room.topics, room).map(({ node, id }) =>
          id === discussing ? discussingOf(node) : topicOf(node),
        ),
      ),
      outcomes: sameList(
        last?.outcomes,
        room.outcomes.map((node) => outcomeOf(node)),
      ),
      ...conduct,
    };
    // What changed may be the talk, which is none of the state that is recorded.
    last = sameFields(last, next);
    unchanged = room;
    return last;
  };
}

/** Of two lists of the same objects, the former. */
function sameList<Item>(before: Item[] | undefined, next: Item[]): Item[] {
  const isSame =
    before?.length === next.length && next.every((each, index) => each === before[index]);
  return isSame ? before : next;
}

/** Reads a node again only after it has changed, of which it tells. */
function remembered<Node extends TreeNode, More extends readonly unknown[], Value>(
  event: 'nodeChanged' | 'treeChanged',
  changed: () => void,
  read: (node: Node, ...more: More) => Value,
) {
  const known = new WeakMap<Node, Value>();
  const watched = new WeakSet<Node>();
  return (node: Node, ...more: More): Value => {
    if (!watched.has(node)) {
      watched.add(node);
      Tree.on(node, event, () => {
        known.delete(node);
        changed();
      });
    }
    const value = known.get(node) ?? read(node, ...more);
    known.set(node, value);
    return value;
  };
}
