/** The live room: one tree that both panels edit, with the edits as verbs on its nodes. */
import { Tree, TreeViewConfiguration } from 'fluid-framework';
import { SchemaFactoryAlpha, TextAsTree } from 'fluid-framework/alpha';
import type { Element } from '../agenda/element.ts';
import { elements } from '../agenda/element.ts';
import type { SettledState, Topic } from '../agenda/topic.ts';
import { settledStates } from '../agenda/topic.ts';
import type { Outcome, OutcomeStatus } from '../outcomes/outcome.ts';
import { outcomeStatuses } from '../outcomes/outcome.ts';
import type { RoomState } from './room-state.ts';
import { spliceBetween } from './splice.ts';

const schema = new SchemaFactoryAlpha('evenhand.room.1');

/** Text that two people can type in at once: every character is kept. */
export const SharedText = TextAsTree.Tree;
export type SharedText = TextAsTree.Tree;

/** Makes the text read `next` by the smallest edit, so that what the other types stays. */
export function rewrite(text: SharedText, next: string, caret?: number): void {
  const splice = spliceBetween(text.fullString(), next, caret);
  if (splice === undefined) return;
  // Tree edits count code points; the splice does too.
  const end = splice.at + splice.remove;
  Tree.runTransaction(text, () => {
    if (splice.remove > 0) text.removeRange(splice.at, end);
    if (splice.insert !== '') text.insertAt(splice.at, splice.insert);
  });
}

export class TopicNode extends schema.object('Topic', {
  id: schema.string,
  title: SharedText,
  element: schema.string,
  raisedBy: schema.string,
  raisedIn: schema.number,
  plannedMinutes: schema.optional(schema.number),
  notes: SharedText,
  settled: schema.string,
}) {}

export class OutcomeNode extends schema.object('Outcome', {
  id: schema.string,
  result: SharedText,
  owner: schema.string,
  by: schema.optional(schema.string),
  success: SharedText,
  support: SharedText,
  status: schema.string,
  agreedIn: schema.number,
}) {}

class TopicList extends schema.array('Topics', TopicNode) {}
class OutcomeList extends schema.array('Outcomes', OutcomeNode) {}

export class Room extends schema.object('Room', {
  meetingNumber: schema.number,
  /** Server time in milliseconds, written by the server alone. */
  startedAt: schema.optional(schema.number),
  endedAt: schema.optional(schema.number),
  topics: TopicList,
  outcomes: OutcomeList,
  /** The topic being discussed. One field, so that two people can never set two of them. */
  discussing: schema.optional(schema.string),
}) {
  addTopic(topic: Topic): void {
    this.topics.insertAtEnd(topicNode(topic));
  }

  moveTopic(topic: TopicNode, to: number): void {
    const from = this.topics.indexOf(topic);
    if (from < 0 || from === to) return;
    // The gap is counted before the topic is taken out.
    this.topics.moveToIndex(to > from ? to + 1 : to, from);
  }

  removeTopic(topic: TopicNode): void {
    removeFrom(this.topics, topic);
  }

  discuss(topic: TopicNode): void {
    Tree.runTransaction(this, () => {
      topic.settled = 'open';
      this.discussing = topic.id;
    });
  }

  settle(topic: TopicNode, state: SettledState): void {
    Tree.runTransaction(this, () => {
      topic.settled = state;
      if (this.discussing === topic.id) this.discussing = undefined;
    });
  }

  agree(outcome: Outcome): void {
    this.outcomes.insertAtEnd(outcomeNode(outcome));
  }

  removeOutcome(outcome: OutcomeNode): void {
    removeFrom(this.outcomes, outcome);
  }
}

export const roomConfig = new TreeViewConfiguration({ schema: Room });

/** A new room that holds `state`. */
export function roomOf(state: RoomState): Room {
  const discussing = state.topics.find((topic) => topic.state === 'discussing')?.id;
  return new Room({
    meetingNumber: state.meetingNumber,
    topics: new TopicList(state.topics.map(topicNode)),
    outcomes: new OutcomeList(state.outcomes.map(outcomeNode)),
    ...(discussing === undefined ? {} : { discussing }),
  });
}

export function readRoom(room: Room): RoomState {
  return {
    meetingNumber: room.meetingNumber,
    topics: room.topics.map((topic) => readTopic(topic, room.discussing)),
    outcomes: room.outcomes.map(readOutcome),
  };
}

export function readTopic(node: TopicNode, discussing: string | undefined): Topic {
  const settled = oneOf(settledStates, node.settled, 'open');
  return {
    id: node.id,
    title: node.title.fullString(),
    element: readElement(node),
    raisedBy: node.raisedBy,
    raisedIn: node.raisedIn,
    plannedMinutes: node.plannedMinutes ?? null,
    notes: node.notes.fullString(),
    // Marking a topic done while the other calls it up: done stands.
    state: settled === 'open' && discussing === node.id ? 'discussing' : settled,
  };
}

export function readOutcome(node: OutcomeNode): Outcome {
  return {
    id: node.id,
    result: node.result.fullString(),
    owner: node.owner,
    by: node.by ?? null,
    success: node.success.fullString(),
    support: node.support.fullString(),
    status: oneOf<OutcomeStatus>(outcomeStatuses, node.status, 'open'),
    agreedIn: node.agreedIn,
  };
}

function readElement(node: TopicNode): Element {
  return oneOf(elements, node.element, 'progress');
}

function topicNode(topic: Topic): TopicNode {
  return new TopicNode({
    id: topic.id,
    title: SharedText.fromString(topic.title),
    element: topic.element,
    raisedBy: topic.raisedBy,
    raisedIn: topic.raisedIn,
    ...(topic.plannedMinutes === null ? {} : { plannedMinutes: topic.plannedMinutes }),
    notes: SharedText.fromString(topic.notes),
    settled: topic.state === 'discussing' ? 'open' : topic.state,
  });
}

function outcomeNode(outcome: Outcome): OutcomeNode {
  return new OutcomeNode({
    id: outcome.id,
    result: SharedText.fromString(outcome.result),
    owner: outcome.owner,
    ...(outcome.by === null ? {} : { by: outcome.by }),
    success: SharedText.fromString(outcome.success),
    support: SharedText.fromString(outcome.support),
    status: outcome.status,
    agreedIn: outcome.agreedIn,
  });
}

function removeFrom<Node>(
  list: { indexOf(node: Node): number; removeAt(index: number): void },
  node: Node,
): void {
  const index = list.indexOf(node);
  if (index >= 0) list.removeAt(index);
}

/** What another version of the product wrote is read as the nearest thing this one knows. */
function oneOf<Value extends string>(
  known: readonly Value[],
  value: string,
  otherwise: Value,
): Value {
  return known.find((each) => each === value) ?? otherwise;
}
