/** Rooms and edits as fast-check draws them. */
import * as fc from 'fast-check';
import { elements } from '../../shared/agenda/element.ts';
import { leans } from '../../shared/agenda/rhythm.ts';
import { settledStates, type Topic } from '../../shared/agenda/topic.ts';
import { outcomeStatuses, type Outcome } from '../../shared/outcomes/outcome.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { RoomEdits } from '../../tabs/room/live-room.ts';
import type { Editor } from './editors.ts';

/** Texts with what makes texts hard: emoji of several code points, accents, markup, other scripts. */
export const someText = fc.string({
  unit: fc.constantFrom('a', 'b', 'b', ' ', '\n', 'é', '😀', '👩🏽‍🚒', 'שלום', '<b>', '&', '"'),
  maxLength: 12,
});

const day = fc.constantFrom('2026-11-23', '2027-02-28', '2028-02-29');
const person = fc.constantFrom('ana', 'ben');

const topicDrawn = (id: string): fc.Arbitrary<Topic> =>
  fc.record({
    id: fc.constant(id),
    title: someText,
    element: fc.constantFrom(...elements),
    raisedBy: person,
    raisedIn: fc.integer({ min: 1, max: 4 }),
    plannedMinutes: fc.option(fc.integer({ min: 1, max: 60 })),
    notes: someText,
    state: fc.constantFrom(...settledStates),
  });

const outcomeDrawn = (id: string): fc.Arbitrary<Outcome> =>
  fc
    .record({
      id: fc.constant(id),
      result: someText,
      owner: fc.constantFrom('ana', 'ben', 'both'),
      by: fc.option(day),
      success: someText,
      support: someText,
      status: fc.constantFrom(...outcomeStatuses),
      agreedIn: fc.integer({ min: 1, max: 4 }),
    })
    .chain((drawn) =>
      fc.constantFrom(
        drawn,
        { ...drawn, keptIn: 3 },
        { ...drawn, progress: [{ id: `${id}-note`, by: 'ben', at: 1, text: 'So far' }] },
      ),
    );

/** A room in which no topic or one is being discussed, as every room is. */
export const someRoom: fc.Arbitrary<RoomState> = fc
  .record({
    meetingNumber: fc.integer({ min: 1, max: 9 }),
    topics: fc.tuple(...['t1', 't2', 't3', 't4'].map(topicDrawn)),
    outcomes: fc.tuple(...['o1', 'o2'].map(outcomeDrawn)),
    topicCount: fc.integer({ min: 0, max: 4 }),
    outcomeCount: fc.integer({ min: 0, max: 2 }),
    discussing: fc.option(fc.integer({ min: 0, max: 3 })),
  })
  .map(({ meetingNumber, topics, outcomes, topicCount, outcomeCount, discussing }) => ({
    meetingNumber,
    topics: topics
      .slice(0, topicCount)
      .map((topic, place) => (place === discussing ? { ...topic, state: 'discussing' } : topic)),
    outcomes: outcomes.slice(0, outcomeCount),
  }));

export type Act = (editor: Editor) => void;

/** Any one edit, of every kind there is, on whatever stands at a drawn place. */
export const someAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ title: someText, element: fc.constantFrom(...elements) }).map(
    (topic) =>
      ({ edits }: Editor) =>
        edits.addTopic(topic),
  ),
  fc.record({ result: someText, owner: person, by: fc.option(day) }).map(
    (outcome) =>
      ({ edits }: Editor) =>
        edits.agree(outcome),
  ),
  onTopic(someText, (edits, id, text) => edits.retitle(id, { text, caret: text.length })),
  onTopic(someText, (edits, id, text) => edits.writeNotes(id, { text, caret: text.length })),
  onTopic(fc.constantFrom(...elements), (edits, id, element) => edits.setElement(id, element)),
  onTopic(fc.option(fc.integer({ min: 1, max: 60 })), (edits, id, minutes) =>
    edits.planMinutes(id, minutes),
  ),
  onTopic(fc.nat(4), (edits, id, to, { topics }) =>
    edits.moveTopic(id, Math.min(to, topics.length - 1)),
  ),
  onTopic(fc.constant(undefined), (edits, id) => edits.discuss(id)),
  onTopic(fc.constantFrom(...settledStates), (edits, id, state) => edits.settle(id, state)),
  onTopic(fc.constant(undefined), (edits, id) => edits.removeTopic(id)),
  onTopic(fc.constant(undefined), (edits, id) => edits.keepTopic(id)),
  topicDrawn('back').map(
    (topic) =>
      ({ edits }: Editor) =>
        edits.bringBack(topic),
  ),
  fc.constantFrom('s1', 's2').map(
    (id) =>
      ({ edits }: Editor) =>
        edits.dismiss(id),
  ),
  fc.constantFrom(...leans).map(
    (lean) =>
      ({ edits }: Editor) =>
        edits.leanTo(lean),
  ),
  onOutcome(
    fc.record({ field: fc.constantFrom('result', 'success', 'support'), text: someText }),
    (edits, id, { field, text }) => edits.rewriteOutcome(id, field, { text, caret: text.length }),
  ),
  onOutcome(person, (edits, id, owner) => edits.setOwner(id, owner)),
  onOutcome(fc.option(day), (edits, id, by) => edits.setBy(id, by)),
  onOutcome(fc.constantFrom(...outcomeStatuses), (edits, id, status) =>
    edits.setStatus(id, status),
  ),
  onOutcome(fc.constant(undefined), (edits, id) => edits.keepOutcome(id)),
  onOutcome(fc.constant(undefined), (edits, id) => edits.agreeAnew(id)),
  onOutcome(fc.constantFrom('Begun', 'Half way'), (edits, id, text) =>
    edits.noteProgress(id, text),
  ),
  onOutcome(fc.constant(undefined), (edits, id) => edits.removeOutcome(id)),
);

export const someUndo: fc.Arbitrary<Act> = fc.constantFrom(
  ({ edits }: Editor) => edits.undo(),
  ({ edits }: Editor) => edits.redo(),
);

function onTopic<Value>(
  value: fc.Arbitrary<Value>,
  edit: (edits: RoomEdits, id: string, value: Value, state: RoomState) => void,
): fc.Arbitrary<Act> {
  return fc.tuple(fc.nat(7), value).map(([place, drawn]) => (editor) => {
    const state = editor.state();
    const topic = state.topics[place % Math.max(1, state.topics.length)];
    if (topic !== undefined) edit(editor.edits, topic.id, drawn, state);
  });
}

function onOutcome<Value>(
  value: fc.Arbitrary<Value>,
  edit: (edits: RoomEdits, id: string, value: Value) => void,
): fc.Arbitrary<Act> {
  return fc.tuple(fc.nat(7), value).map(([place, drawn]) => (editor) => {
    const { outcomes } = editor.state();
    const outcome = outcomes[place % Math.max(1, outcomes.length)];
    if (outcome !== undefined) edit(editor.edits, outcome.id, drawn);
  });
}
