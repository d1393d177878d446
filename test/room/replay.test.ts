import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../../shared/room/replay.ts';
import { replayText } from '../../shared/room/replay-text.ts';
import { readRoom } from '../../shared/room/room-schema.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';
import { someAct, someRoom } from './arbitrary-room.ts';
import { roomWith, table } from './editors.ts';

const replayed = (into: RoomState, base: RoomState, mine: RoomState): RoomState => {
  const view = roomWith(into);
  replay(view.root, base, mine);
  return readRoom(view.root);
};

test('[R10] what the lost room never took is all there in the next one', () => {
  fc.assert(
    fc.property(someRoom, fc.array(someAct, { maxLength: 12 }), (base, acts) => {
      const { ana } = table(base);
      for (const act of acts) act(ana);
      expect(replayed(base, base, ana.state())).toEqual(ana.state());
    }),
    { numRuns: 60 },
  );
});

test('[R10] what had arrived after all is not done twice', () => {
  fc.assert(
    fc.property(someRoom, fc.array(someAct, { maxLength: 12 }), (base, acts) => {
      const { ana } = table(base);
      for (const act of acts) act(ana);
      expect(replayed(ana.state(), base, ana.state())).toEqual(ana.state());
    }),
    { numRuns: 60 },
  );
});

test('[R10] what both had not finished is kept, whoever comes first into the next room', () => {
  const base = room(1, { topics: [topic('a', { notes: 'one two' }), topic('b')] });
  const both = table(base);
  both.ana.edits.writeNotes('a', { text: 'zero one two', caret: 4 });
  both.ana.edits.discuss('b');
  both.ana.edits.moveTopic('b', 0);
  both.ben.edits.writeNotes('a', { text: 'one two three', caret: 13 });
  both.ben.edits.planMinutes('b', 5);
  both.ben.edits.agree({ result: 'Shipped', owner: 'ben', by: null });
  const left = [both.ana.state(), both.ben.state()];
  const whole = room(1, {
    topics: [
      topic('b', { state: 'discussing', plannedMinutes: 5 }),
      topic('a', { notes: 'zero one two three' }),
    ],
    outcomes: [outcome('ben-1', { result: 'Shipped' })],
    calls: [{ topic: 'b', at: 0 }],
  });
  for (const order of [left, left.toReversed()]) {
    const view = roomWith(base);
    for (const mine of order) replay(view.root, base, mine);
    expect(readRoom(view.root)).toEqual(whole);
    // A panel that loses this room too repeats it all once more.
    for (const mine of order) replay(view.root, base, mine);
    expect(readRoom(view.root)).toEqual(whole);
  }
});

/** Letters that occur nowhere else. */
const some = (first: number) =>
  fc
    .array(fc.nat(99), { maxLength: 6 })
    .map((places) =>
      places.map((place, index) => String.fromCodePoint(first + index * 100 + place)),
    );
const typing = (first: number) =>
  fc.record({ at: fc.nat(20), remove: fc.nat(4), insert: some(first) });
type Typing = { readonly at: number; readonly remove: number; readonly insert: readonly string[] };

const typed = (text: readonly string[], { at, remove, insert }: Typing) =>
  text.toSpliced(at % (text.length + 1), remove, ...insert);
const gone = (text: readonly string[], { at, remove }: Typing) => {
  const from = at % (text.length + 1);
  return text.slice(from, from + remove);
};

test('[R10] in one text: every letter that either typed is there once, and none that either took out', () => {
  fc.assert(
    fc.property(
      some(0x1f300),
      typing(0x4e00),
      typing(0xac00),
      fc.boolean(),
      (base, mine, theirs, hasArrived) => {
        const now = typed(hasArrived ? typed(base, mine) : base, theirs);
        const out = hasArrived
          ? [...gone(base, mine), ...gone(typed(base, mine), theirs)]
          : [...gone(base, mine), ...gone(base, theirs)];
        // Where the other typed into the midst of what arrived, it is no longer found as one.
        fc.pre(!hasArrived || now.join('').includes(mine.insert.join('')));
        // What arrived and was then taken out by the other can't be told from what never came.
        fc.pre(!hasArrived || mine.insert.every((letter) => !out.includes(letter)));
        const merged = replayText(base.join(''), typed(base, mine).join(''), now.join(''));
        const expected = [...base, ...mine.insert, ...theirs.insert].filter(
          (letter) => !out.includes(letter),
        );
        expect(Array.from(merged).toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 1000 },
  );
});

test('[R10] what was written into a new topic is kept, also where the topic itself had arrived', () => {
  const added = topic('n', { notes: 'no', title: 'New' });
  const mine = topic('n', { notes: 'notes', title: 'New', plannedMinutes: 5, state: 'discussing' });
  const agreed = outcome('o', { result: 'Ship', success: '' });
  const rewritten = outcome('o', { result: 'Ship it', by: '2026-12-01', status: 'reached' });
  expect(
    replayed(
      room(1, { topics: [added], outcomes: [agreed] }),
      room(1),
      room(1, { topics: [mine], outcomes: [rewritten] }),
    ),
  ).toEqual(room(1, { topics: [mine], outcomes: [rewritten] }));
});

test('[R10] of a word that had arrived in part, the rest is added', () => {
  expect(replayText('', 'hello', 'hel')).toBe('hello');
  expect(replayText('say .', 'say hello.', 'say hel.')).toBe('say hello.');
  expect(replayText('aa', 'aaaa', 'aaa')).toBe('aaaa');
});

test('[R10] two who had begun the same line differently both keep theirs', () => {
  expect(replayText('', 'They said', 'The plan')).toBe('The planThey said');
});

test('[R10] a text too long to be compared letter by letter loses nothing either', () => {
  const old = 'a'.repeat(3000);
  const now = 'b'.repeat(3000);
  expect(replayText(old, `${old}!`, now)).toBe(`${now}!`);
});

test('[R10] where letters repeat, what had arrived is still found, also with more behind it', () => {
  expect(replayText('a 21z', 'a 21z 26z', 'a 21z 26z 27')).toBe('a 21z 26z 27');
  expect(replayText('Ship it.', 'Ship it. Tell all.', 'Ship it. Tell all. Now')).toBe(
    'Ship it. Tell all. Now',
  );
});

test('[R10] of a word that was sent in part, the rest follows its beginning, not what the other wrote', () => {
  expect(replayText('hel', 'hello', 'hel and I')).toBe('hello and I');
});
