/** Reads the room for the screen: what has not changed stays the same object. */
import { Tree, type TreeNode } from 'fluid-framework';
import type { Topic } from '../../shared/agenda/topic.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
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

export function roomReader(): (room: Room) => RoomState {
  const topicOf = remembered((node: TopicNode) => readTopic(node, undefined));
  const discussingOf = remembered((node: TopicNode): Topic => readTopic(node, node.id));
  const outcomeOf = remembered((node: OutcomeNode): Outcome => readOutcome(node));
  return (room) => ({
    meetingNumber: room.meetingNumber,
    topics: topicsShown(room).map((node) =>
      node.id === room.discussing ? discussingOf(node) : topicOf(node),
    ),
    outcomes: room.outcomes.map(outcomeOf),
    ...readConduct(room),
  });
}

/** Reads a node again only after it has changed. */
function remembered<Node extends TreeNode, Value>(read: (node: Node) => Value) {
  const known = new WeakMap<Node, Value>();
  const watched = new WeakSet<Node>();
  return (node: Node): Value => {
    if (!watched.has(node)) {
      watched.add(node);
      Tree.on(node, 'treeChanged', () => known.delete(node));
    }
    const value = known.get(node) ?? read(node);
    known.set(node, value);
    return value;
  };
}
