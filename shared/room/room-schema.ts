/** The live room: one tree that both panels edit, with the edits as verbs on its nodes. */
import { Tree, TreeArrayNode, TreeViewConfiguration } from 'fluid-framework';
import { SchemaFactoryAlpha, TextAsTree } from 'fluid-framework/alpha';
import { callsLimit, type Call } from '../agenda/call.ts';
import type { Element } from '../agenda/element.ts';
import { elements } from '../agenda/element.ts';
import { leans, type Lean } from '../agenda/rhythm.ts';
import type { SettledState, Topic } from '../agenda/topic.ts';
import { settledStates } from '../agenda/topic.ts';
import { agreeAnew } from '../outcomes/agree-anew.ts';
import type { OutcomeChange } from '../outcomes/ledger.ts';
import type { Outcome, OutcomeStatus } from '../outcomes/outcome.ts';
import { outcomeStatuses } from '../outcomes/outcome.ts';
import { inOrder, type ProgressNote } from '../outcomes/progress.ts';
import { Talk, talkOf } from '../talk/talk-schema.ts';
import { dismissedLimit, type RoomState } from './room-state.ts';
import { spliceBetween } from './splice.ts';

const schema = new SchemaFactoryAlpha('evenhand.room.1');

/**
 * Of what rooms are made of. A room of another version counts as lost, and is opened anew in this one
 * from its freshest state: so rooms never have to be converted. To be raised with every change below.
 */
export const roomVersion = 1;

/** Text that two people can type in at once: every character is kept. */
export const SharedText = TextAsTree.Tree;
export type SharedText = TextAsTree.Tree;

/** Makes the text read `next` by the smallest edit, so that what the other types stays. */
export function rewrite(text: SharedText, next: string, caret?: number): void {
  const splice = spliceBetween(text.fullString(), next, caret);
  if (splice === undefined) return;
  // Tree edits count code points; the splice does too.
  const { at, remove, insert } = splice;
  const takeOut = () => text.removeRange(at, at + remove);
  const putIn = () => text.insertAt(at, insert);
  // A typed letter is one edit by itself, and quicker than as one of a transaction.
  if (remove === 0) putIn();
  else if (insert === '') takeOut();
  else
    Tree.runTransaction(text, () => {
      takeOut();
      putIn();
    });
}

/** Whose an outcome is, or by when. */
type Commitment = Extract<OutcomeChange, { readonly what: 'owner' | 'by' }>;

export class TopicNode extends schema.object('Topic', {
  id: schema.string,
  title: SharedText,
  element: schema.string,
  raisedBy: schema.string,
  raisedIn: schema.number,
  plannedMinutes: schema.optional(schema.number),
  notes: SharedText,
  settled: schema.string,
  keptIn: schema.optional(schema.number),
}) {}

/** Written once and never changed: two panels that call topics up at once both leave a line. */
export class CallNode extends schema.object('Call', {
  topic: schema.optional(schema.string),
  /** Milliseconds on the server's clock. */
  at: schema.number,
}) {}

/** Written once and never changed: two people who note something at once both leave a line. */
export class ProgressNode extends schema.object('ProgressNote', {
  id: schema.string,
  by: schema.string,
  at: schema.number,
  text: schema.string,
}) {}

class ProgressList extends schema.array('Progress', ProgressNode) {}

export class OutcomeNode extends schema.object('Outcome', {
  id: schema.string,
  result: SharedText,
  owner: schema.string,
  by: schema.optional(schema.string),
  success: SharedText,
  support: SharedText,
  status: schema.string,
  agreedIn: schema.number,
  keptIn: schema.optional(schema.number),
  /** There from the start: two people who both made it would each lose the other's first note. */
  progress: schema.optional(ProgressList),
}) {
  /** A note that is here already stays one. */
  note(note: ProgressNote): void {
    if (this.progress?.some(({ id }) => id === note.id) === true) return;
    if (this.progress === undefined) this.progress = new ProgressList([new ProgressNode(note)]);
    else this.progress.insertAtEnd(new ProgressNode(note));
  }

  unnote(noteId: string): void {
    const node = this.progress?.find(({ id }) => id === noteId);
    if (node !== undefined && this.progress !== undefined) removeFrom(this.progress, node);
  }
}

class TopicList extends schema.array('Topics', TopicNode) {}
class CallLog extends schema.array('Calls', CallNode) {}
/** A set: whoever sends a suggestion away, and however often, it is away. */
class Dismissed extends schema.map('Dismissed', schema.boolean) {}
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
  lean: schema.optional(schema.string),
  dismissed: Dismissed,
  calls: CallLog,
  /** Who spoke: momentary, and no part of what is recorded of the room. */
  talk: schema.optional(Talk),
}) {
  addTopic(topic: Topic): void {
    this.addTopics([topic]);
  }

  /** In one edit, so that one undo takes them all back. A topic that is here already stays one. */
  addTopics(topics: readonly Topic[]): void {
    const here = new Set(this.topics.map(({ id }) => id));
    const added = topics.filter(({ id }) => !here.has(id));
    if (added.length > 0) this.topics.insertAtEnd(TreeArrayNode.spread(added.map(topicNode)));
  }

  /** To the place `place` among the topics that are shown, counted from 0. */
  moveTopic(topic: TopicNode, place: number): void {
    const target = topicsShown(this)[place];
    const from = this.topics.indexOf(topic);
    const to = target === undefined ? -1 : this.topics.indexOf(target);
    if (from < 0 || to < 0 || from === to) return;
    // The gap is counted before the topic is taken out.
    this.topics.moveToIndex(to > from ? to + 1 : to, from);
  }

  removeTopic(topic: TopicNode): void {
    const { id } = topic;
    Tree.runTransaction(this, () => {
      // Two people who tapped one suggestion at once both added it.
      for (const each of this.topics.filter((each) => each.id === id))
        removeFrom(this.topics, each);
    });
  }

  /** `at` is the moment on the server's clock in milliseconds; without it no time is counted. */
  discuss(topic: TopicNode, at?: number): void {
    Tree.runTransaction(this, () => {
      topic.settled = 'open';
      this.discussing = topic.id;
      if (at !== undefined) this.call({ topic: topic.id, at });
    });
  }

  settle(topic: TopicNode, state: SettledState, at?: number): void {
    Tree.runTransaction(this, () => {
      topic.settled = state;
      if (this.discussing !== topic.id) return;
      this.discussing = undefined;
      if (at !== undefined) this.call({ topic: null, at });
    });
  }

  call({ topic, at }: Call): void {
    if (this.calls.length >= callsLimit) return;
    this.calls.insertAtEnd(new CallNode({ at, ...(topic === null ? {} : { topic }) }));
  }

  /** The pair keeps a topic that it has carried for long. */
  keep(topic: TopicNode): void {
    topic.keptIn = this.meetingNumber;
  }

  leanTo(lean: Lean): void {
    this.lean = lean;
  }

  dismiss(suggestionId: string): void {
    if (this.dismissed.size < dismissedLimit) this.dismissed.set(suggestionId, true);
  }

  agree(outcome: Outcome): void {
    this.outcomes.insertAtEnd(outcomeNode(outcome));
  }

  /** The pair keeps an outcome as it is, though it was carried for long. */
  keepOutcome(outcome: OutcomeNode): void {
    outcome.keptIn = this.meetingNumber;
  }

  /** Gives it another day or owner: of one that was agreed before, that is a new agreement. */
  commit(outcome: OutcomeNode, change: Commitment): void {
    const before = readOutcome(outcome);
    // In the meeting in which it is agreed the two are still finding out by whom and when.
    const isNew = before.agreedIn === this.meetingNumber;
    const changes: readonly OutcomeChange[] = isNew ? [change] : agreeAnew(before, change);
    Tree.runTransaction(this, () => {
      if (change.what === 'owner') outcome.owner = change.to;
      else outcome.by = change.to ?? undefined;
      for (const each of changes) if (each.what === 'status') outcome.status = each.to;
    });
  }

  /** The two agree on it anew: it goes on, and says so. */
  agreeAnew(outcome: OutcomeNode): void {
    Tree.runTransaction(this, () => {
      outcome.status = 'changed';
      outcome.keptIn = this.meetingNumber;
    });
  }

  removeOutcome(outcome: OutcomeNode): void {
    removeFrom(this.outcomes, outcome);
  }

  /** Nothing of what the two wrote is left in it. */
  empty(): void {
    Tree.runTransaction(this, () => {
      this.topics.removeRange();
      this.outcomes.removeRange();
      this.calls.removeRange();
      for (const id of this.dismissed.keys()) this.dismissed.delete(id);
      this.discussing = undefined;
      this.lean = undefined;
    });
  }
}

export const roomConfig = new TreeViewConfiguration({ schema: Room });

/** A new room that holds `state`. */
export function roomOf(state: RoomState, talk: Talk = talkOf(new Map(), [])): Room {
  const discussing = state.topics.find((topic) => topic.state === 'discussing')?.id;
  return new Room({
    meetingNumber: state.meetingNumber,
    topics: new TopicList(state.topics.map(topicNode)),
    outcomes: new OutcomeList(state.outcomes.map(outcomeNode)),
    dismissed: new Dismissed((state.dismissed ?? []).map((id) => [id, true])),
    calls: new CallLog(
      (state.calls ?? []).map(
        ({ topic, at }) => new CallNode({ at, ...(topic === null ? {} : { topic }) }),
      ),
    ),
    ...(state.lean === undefined ? {} : { lean: state.lean }),
    talk,
    ...(discussing === undefined ? {} : { discussing }),
  });
}

export function readRoom(room: Room): RoomState {
  return {
    meetingNumber: room.meetingNumber,
    topics: topicsShown(room).map((topic) => readTopic(topic, room.discussing)),
    outcomes: room.outcomes.map(readOutcome),
    ...readConduct(room),
  };
}

/** A suggestion that both tapped at once is one topic: the first stands. */
export function topicsShown(room: Room): readonly TopicNode[] {
  const seen = new Set<string>();
  return room.topics.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** How the meeting is led: what it leans to, what was sent away, and what was called up when. */
export function readConduct(room: Room): Pick<RoomState, 'lean' | 'dismissed' | 'calls'> {
  const lean = leans.find((each) => each === room.lean);
  return {
    ...(lean === undefined ? {} : { lean }),
    ...(room.dismissed.size === 0 ? {} : { dismissed: [...room.dismissed.keys()].toSorted() }),
    ...(room.calls.length === 0
      ? {}
      : {
          calls: room.calls
            .slice(0, callsLimit)
            .map(({ topic, at }) => ({ topic: topic ?? null, at })),
        }),
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
    ...(node.keptIn === undefined ? {} : { keptIn: node.keptIn }),
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
    ...(node.keptIn === undefined ? {} : { keptIn: node.keptIn }),
    ...(node.progress === undefined || node.progress.length === 0
      ? {}
      : {
          progress: inOrder(node.progress.map(({ id, by, at, text }) => ({ id, by, at, text }))),
        }),
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
    ...(topic.keptIn === undefined ? {} : { keptIn: topic.keptIn }),
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
    ...(outcome.keptIn === undefined ? {} : { keptIn: outcome.keptIn }),
    progress: new ProgressList((outcome.progress ?? []).map((note) => new ProgressNode(note))),
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
