/** The edits of one person, made on the live room. */
import { topicFromSuggestion } from '../../shared/agenda/suggest.ts';
import { topicsFromTemplate } from '../../shared/agenda/templates.ts';
import { topicsLimit } from '../../shared/agenda/topic.ts';
import { outcomesLimit } from '../../shared/outcomes/outcome.ts';
import { progressNotesLimit } from '../../shared/outcomes/progress.ts';
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
  /** Milliseconds on the server's clock. */
  now(): number;
  /** Runs an edit that is typing into the named text, which undo joins to one step. */
  typing(text: string, edit: () => void): void;
  undo(): void;
  redo(): void;
}

export function editsOn({ room, me, newId, now, typing, undo, redo }: Editing): RoomEdits {
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
    discuss: (id) => onTopic(id, (topic) => room.discuss(topic, now())),
    settle: (id, state) => onTopic(id, (topic) => room.settle(topic, state, now())),
    removeTopic: (id) => onTopic(id, (topic) => room.removeTopic(topic)),
    keepTopic: (id) => onTopic(id, (topic) => room.keep(topic)),
    take(suggestion) {
      const { meetingNumber } = room;
      const topic = topicFromSuggestion(suggestion, { raisedBy: me, meetingNumber });
      if (topic !== undefined) room.addTopics([topic].slice(0, topicsLimit - room.topics.length));
      else if (suggestion.kind === 'carried-topic')
        onTopic(suggestion.topicId, (carried) => room.discuss(carried, now()));
    },
    dismiss: (id) => room.dismiss(id),
    applyTemplate(template) {
      const topics = topicsFromTemplate(template, {
        idOf: () => newId(),
        raisedBy: me,
        meetingNumber: room.meetingNumber,
      }).slice(0, Math.max(0, topicsLimit - room.topics.length));
      room.addTopics(topics);
      return topics.length;
    },
    bringBack(topic) {
      onTopic(topic.id, (here) => room.settle(here, 'open', now()));
      if (room.topics.length < topicsLimit) room.addTopics([{ ...topic, state: 'open' }]);
    },
    leanTo: (lean) => room.leanTo(lean),

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
      onOutcome(id, (outcome) => room.commit(outcome, { what: 'owner', to: owner })),
    setBy: (id, by) => onOutcome(id, (outcome) => room.commit(outcome, { what: 'by', to: by })),
    setStatus: (id, status) =>
      onOutcome(id, (outcome) => {
        outcome.status = status;
      }),
    keepOutcome: (id) => onOutcome(id, (outcome) => room.keepOutcome(outcome)),
    agreeAnew: (id) => onOutcome(id, (outcome) => room.agreeAnew(outcome)),
    noteProgress: (id, text) =>
      onOutcome(id, (outcome) => {
        if ((outcome.progress?.length ?? 0) >= progressNotesLimit) return;
        outcome.note({ id: newId(), by: me, at: now(), text });
      }),
    removeOutcome: (id) => onOutcome(id, (outcome) => room.removeOutcome(outcome)),
    undo,
    redo,
  };
}
