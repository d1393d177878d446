import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansOf } from '../../shared/agenda/call.ts';
import { leans } from '../../shared/agenda/rhythm.ts';
import type { Suggestion } from '../../shared/agenda/suggest.ts';
import { readRoom, roomOf } from '../../shared/room/room-schema.ts';
import type { RoomEdits } from '../../tabs/room/live-room.ts';
import { roomWith, table } from '../room/editors.ts';
import { room, topic } from './agenda-builders.ts';

const growth: Suggestion = {
  kind: 'overdue-element',
  id: 'm2-element-development',
  element: 'development',
  title: 'Growing from here',
  because: 'Development has not come up yet.',
};
const weekly = {
  id: 'weekly',
  name: 'Weekly',
  topics: ['How are you?', 'What is in the way?'].map((title) => ({
    title,
    element: 'wellbeing' as const,
    plannedMinutes: 5,
  })),
};
const ids = ({ topics }: ReturnType<typeof room>) => topics.map(({ id }) => id);

test('[A12] a suggestion that both tap at once is one topic, which moves and goes as one', () => {
  const { ana, ben, settle } = table(room(2, { topics: [topic('a'), topic('b')] }));
  for (const each of [ana, ben]) each.edits.take(growth);
  settle();
  expect(ids(ana.state())).toEqual(['a', 'b', growth.id]);
  ben.edits.moveTopic(growth.id, 0);
  settle();
  expect([ids(ana.state()), ids(ben.state())]).toEqual([
    [growth.id, 'a', 'b'],
    [growth.id, 'a', 'b'],
  ]);
  ana.edits.moveTopic('a', 2);
  settle();
  expect(ids(ben.state())).toEqual([growth.id, 'b', 'a']);
  ana.edits.removeTopic(growth.id);
  settle();
  expect(ids(ben.state())).toEqual(['b', 'a']);
});

test('[A12] a carried topic that is suggested is called up, not doubled', () => {
  const { ana } = table(room(2, { topics: [topic('a')] }));
  ana.edits.take({
    kind: 'carried-topic',
    id: 'm2-topic-a',
    topicId: 'a',
    title: 'About a',
    because: 'Carried from the last meeting.',
  });
  expect(ana.state().topics).toEqual([topic('a', { state: 'discussing' })]);
});

test('[A14] a template is added in one edit and taken back in one; the other’s topic stays', () => {
  const { ana, ben, settle } = table(room(1, { topics: [topic('a')] }));
  ana.edits.applyTemplate(weekly);
  ben.edits.addTopic({ title: 'Mine', element: 'progress' });
  settle();
  expect(ids(ben.state())).toHaveLength(4);
  ana.edits.undo();
  settle();
  expect(ids(ben.state())).toEqual(['a', 'ben-1']);
  ana.edits.redo();
  settle();
  expect(ids(ben.state())).toHaveLength(4);
});

test('[A18] calls of both at once leave one topic being discussed at any moment', () => {
  let now = 0;
  const { ana, ben, settle } = table(room(1, { topics: [topic('a'), topic('b')] }), () => now);
  now = 60_000;
  ana.edits.discuss('a');
  now = 90_000;
  ben.edits.discuss('b');
  settle();
  now = 150_000;
  ana.edits.settle('b', 'done');
  settle();
  const { calls } = ben.state();
  expect(calls).toEqual(ana.state().calls);
  expect(spansOf(calls ?? [])).toEqual([
    { topic: 'a', from: 60_000, to: 90_000 },
    { topic: 'b', from: 90_000, to: 150_000 },
  ]);
});

test('[A18] spans never overlap and end with the meeting, in whatever order calls arrive', () => {
  const calls = fc.array(
    fc.record({
      topic: fc.constantFrom('a', 'b', null),
      at: fc.integer({ min: 0, max: 1_000 }),
    }),
  );
  fc.assert(
    fc.property(calls, fc.integer({ min: 0, max: 1_200 }), (log, endedAt) => {
      const spans = spansOf(log, endedAt);
      for (const [index, { from, to }] of spans.entries()) {
        expect(to).not.toBeNull();
        expect(to ?? 0).toBeGreaterThan(from);
        expect(to ?? 0).toBeLessThanOrEqual(endedAt);
        expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0);
      }
    }),
  );
});

test('[A19] dismissing at once is dismissing; the other suggestion of the other goes too', () => {
  const { ana, ben, settle } = table(room(2));
  ana.edits.dismiss('x');
  ben.edits.dismiss('x');
  ben.edits.dismiss('y');
  settle();
  expect([ana.state().dismissed, ben.state().dismissed]).toEqual([
    ['x', 'y'],
    ['x', 'y'],
  ]);
});

type Verb = (edits: RoomEdits) => void;
const verbs = fc.oneof(
  fc.constantFrom(...leans).map(
    (lean): Verb =>
      (edits) =>
        edits.leanTo(lean),
  ),
  fc.constantFrom('x', 'y').map(
    (id): Verb =>
      (edits) =>
        edits.dismiss(id),
  ),
  fc.constantFrom('a', 'b').map(
    (id): Verb =>
      (edits) =>
        edits.keepTopic(id),
  ),
  fc.constantFrom('a', 'b').map(
    (id): Verb =>
      (edits) =>
        edits.discuss(id),
  ),
  fc.constantFrom('a', 'b').map(
    (id): Verb =>
      (edits) =>
        edits.settle(id, 'done'),
  ),
  fc.constantFrom('a', 'b').map(
    (id): Verb =>
      (edits) =>
        edits.removeTopic(id),
  ),
  fc.constantFrom('a', 'b', 'z').map(
    (id): Verb =>
      (edits) =>
        edits.bringBack(topic(id)),
  ),
  fc.constant<Verb>((edits) => edits.take(growth)),
  fc.constant<Verb>((edits) => void edits.applyTemplate(weekly)),
  fc.integer({ min: 0, max: 3 }).map(
    (to): Verb =>
      (edits) =>
        edits.moveTopic(growth.id, to),
  ),
  fc.constant<Verb>((edits) => edits.undo()),
);

test('[A19] [R2] whatever both do, and in whatever order it arrives, both end with the same', () => {
  const step = fc.record({
    who: fc.constantFrom('ana' as const, 'ben' as const),
    verb: verbs,
    syncs: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let now = 0;
      const both = table(room(4, { topics: [topic('a'), topic('b')] }), () => (now += 1_000));
      for (const { who, verb, syncs } of steps) {
        verb(both[who].edits);
        if (syncs) both[who].sync();
      }
      both.settle();
      const { topics } = both.ana.state();
      expect(both.ana.state()).toEqual(both.ben.state());
      expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
      expect(topics.filter(({ state }) => state === 'discussing').length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});

test('[R4] how a meeting is led reads the same after filling a room with it', () => {
  const led = room(4, {
    topics: [topic('a', { keptIn: 3 })],
    lean: 'reflection',
    dismissed: ['m4-element-feedback'],
    calls: [
      { topic: 'a', at: 1_000 },
      { topic: null, at: 2_000 },
    ],
  });
  expect(readRoom(roomWith(led).root)).toEqual(led);
  expect(readRoom(roomWith(readRoom(roomOf(room(1)))).root)).toEqual(room(1));
});

test('[A25] a topic that is brought back twice, even at once, stands there once and open', () => {
  const { ana, ben, settle } = table(room(5, { topics: [topic('b', { state: 'done' })] }));
  const before = topic('a', { raisedIn: 2, state: 'done', notes: 'said' });
  ana.edits.bringBack(before);
  ben.edits.bringBack(before);
  ben.edits.bringBack(topic('b', { state: 'done' }));
  settle();
  expect(ana.state().topics).toEqual([topic('b'), { ...before, state: 'open' }]);
});
