/** The edits of one person, made on the live room. */
import { topicsLimit } from '../../shared/agenda/topic.ts';
import { outcomesLimit } from '../../shared/outcomes/outcome.ts';
import type { UserId } from '../../shared/people/person.ts';
import {
  rewrite,
  type OutcomeNode,
  type Room,
  type TopicNode,
} from '../../shared/room/room-schema.ts';
import type { RoomEdits } from './live-room.ts';

export interface Editing {
  readonly room: Room;
  readonly me: UserId;
  newId(): string;
  /** Runs an edit that is typing into the named text, which undo joins to one step. */
  typing(text: string, edit: () => void): void;
  undo(): void;
  redo(): void;
}

export function editsOn({ room, me, newId, typing, undo, redo }: Editing): RoomEdits {
  // Somebody may have removed it in the moment before: then there is nothing to edit.
  const onTopic = (id: string, edit: (topic: TopicNode) => void) => {
    const topic = room.topics.find((each) => each.id === id);
    if (topic !== undefined) edit(topic);
  };
  const onOutcome = (id: string, edit: (outcome: OutcomeNode) => void) => {
    const outcome = room.outcomes.find((each) => each.id === id);
    if (outcome !== undefined) edit(outcome);
  };

  return {
    addTopic({ title, element }) {
      if (room.topics.length >= topicsLimit) return;
      room.addTopic({
        id: newId(),
        title,
        element,
        raisedBy: me,
        raisedIn: room.meetingNumber,
        plannedMinutes: null,
        notes: '',
        state: 'open',
      });
    },
    retitle: (id, { text, caret }) =>
      onTopic(id, (topic) => typing(`title ${id}`, () => rewrite(topic.title, text, caret))),
    writeNotes: (id, { text, caret }) =>
      onTopic(id, (topic) => typing(`notes ${id}`, () => rewrite(topic.notes, text, caret))),
    setElement: (id, element) =>
      onTopic(id, (topic) => {
        topic.element = element;
      }),
    planMinutes: (id, minutes) =>
      onTopic(id, (topic) => {
        topic.plannedMinutes = minutes ?? undefined;
      }),
    moveTopic: (id, to) => onTopic(id, (topic) => room.moveTopic(topic, to)),
    discuss: (id) => onTopic(id, (topic) => room.discuss(topic)),
    settle: (id, state) => onTopic(id, (topic) => room.settle(topic, state)),
    removeTopic: (id) => onTopic(id, (topic) => room.removeTopic(topic)),

    agree({ result, owner, by }) {
      if (room.outcomes.length >= outcomesLimit) return;
      room.agree({
        id: newId(),
        result,
        owner,
        by,
        success: '',
        support: '',
        status: 'open',
        agreedIn: room.meetingNumber,
      });
    },
    rewriteOutcome: (id, field, { text, caret }) =>
      onOutcome(id, (outcome) =>
        typing(`${field} ${id}`, () => rewrite(outcome[field], text, caret)),
      ),
    setOwner: (id, owner) =>
      onOutcome(id, (outcome) => {
        outcome.owner = owner;
      }),
    setBy: (id, by) =>
      onOutcome(id, (outcome) => {
        outcome.by = by ?? undefined;
      }),
    setStatus: (id, status) =>
      onOutcome(id, (outcome) => {
        outcome.status = status;
      }),
    removeOutcome: (id) => onOutcome(id, (outcome) => room.removeOutcome(outcome)),
    undo,
    redo,
  };
}
