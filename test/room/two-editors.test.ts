import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RoomState } from '../../shared/room/room-state.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';
import { someAct, someRoom, someUndo } from './arbitrary-room.ts';
import { roomWith, table } from './editors.ts';
import { readRoom } from '../../shared/room/room-schema.ts';

const who = fc.constantFrom('ana', 'ben');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ who, act: someAct }) },
  { weight: 1, arbitrary: fc.record({ who, act: someUndo }) },
  { weight: 2, arbitrary: fc.record({ who, act: fc.constant('sync') }) },
);

test('[R2] [R3] every interleaving of every edit ends in one room, in which one topic at most is discussed', () => {
  fc.assert(
    fc.property(someRoom, fc.array(step, { maxLength: 30 }), (start, steps) => {
      const both = table(start);
      for (const { who, act } of steps) {
        const editor = who === 'ana' ? both.ana : both.ben;
        if (typeof act === 'string') editor.sync();
        else act(editor);
        const { topics } = editor.state();
        expect(topics.filter((each) => each.state === 'discussing').length).toBeLessThan(2);
      }
      both.settle();
      const state = both.ana.state();
      expect(both.ben.state()).toEqual(state);
      expect(both.trunk()).toEqual(state);
      expect(RoomState.safeParse(state).success).toBe(true);
    }),
    { numRuns: 60 },
  );
});

/** Letters that occur once each, so that every one can be found again. */
const letterOf = (place: number) =>
  String.fromCodePoint((place % 2 === 0 ? 0x1f300 : 0x4e00) + place);
const keystroke = fc.record({
  who,
  at: fc.nat(40),
  kind: fc.constantFrom('type', 'type', 'type', 'type', 'delete', 'sync'),
  length: fc.integer({ min: 1, max: 3 }),
});

test('[R1] whatever two people type and delete in one text at once: every letter typed stays, once, unless it was deleted', () => {
  fc.assert(
    fc.property(fc.array(keystroke, { maxLength: 40 }), (keystrokes) => {
      const both = table(room(1, { topics: [topic('t', { title: 'ab' })] }));
      const letters = new Set(['a', 'b']);
      for (const [place, { who, at, kind, length }] of keystrokes.entries()) {
        const editor = who === 'ana' ? both.ana : both.ben;
        const before = Array.from(editor.state().topics[0]!.title);
        const start = at % (before.length + 1);
        const typed =
          kind === 'type' ? Array.from({ length }, (_, i) => letterOf(place * 3 + i)) : [];
        if (kind === 'sync') editor.sync();
        else {
          const gone = kind === 'delete' ? before.slice(start, start + length) : [];
          const after = before.toSpliced(start, gone.length, ...typed);
          for (const letter of typed) letters.add(letter);
          for (const letter of gone) letters.delete(letter);
          const caret = after.slice(0, start + typed.length).join('').length;
          editor.edits.retitle('t', { text: after.join(''), caret });
        }
      }
      both.settle();
      const title = both.ana.state().topics[0]!.title;
      expect(both.ben.state().topics[0]!.title).toBe(title);
      expect(Array.from(title).toSorted()).toEqual([...letters].toSorted());
    }),
    { numRuns: 60 },
  );
});

test('[R1] words typed at once into the same place stand side by side', () => {
  const both = table(room(1, { topics: [topic('t', { notes: 'Plan: .' })] }));
  both.ana.edits.writeNotes('t', { text: 'Plan: release.', caret: 13 });
  both.ben.edits.writeNotes('t', { text: 'Plan: holiday.', caret: 13 });
  both.settle();
  const { notes } = both.ana.state().topics[0]!;
  expect(['Plan: releaseholiday.', 'Plan: holidayrelease.']).toContain(notes);
});

test('[R3] who calls up a topic last has it discussed, and only that one', () => {
  const both = table(room(1, { topics: [topic('a'), topic('b')] }));
  both.ana.edits.discuss('a');
  both.ben.edits.discuss('b');
  both.ana.sync();
  both.settle();
  expect(both.ana.state()).toEqual(
    room(1, {
      topics: [topic('a'), topic('b', { state: 'discussing' })],
      calls: both.ben.state().calls,
    }),
  );
});

test('[R6] a topic that is finished or taken away while the other calls it up is not discussed', () => {
  const start = room(1, { topics: [topic('a'), topic('b')] });
  for (const callsFirst of [true, false]) {
    const both = table(start);
    both.ana.edits.settle('a', 'done');
    both.ana.edits.removeTopic('b');
    both.ben.edits.discuss('b');
    both.ben.edits.discuss('a');
    both.ben.edits.settle('a', 'done');
    if (callsFirst) both.ben.sync();
    both.settle();
    expect(both.ben.state().topics).toEqual([topic('a', { state: 'done' })]);
    expect(both.ana.state()).toEqual(both.ben.state());
  }
});

test('[R7] a topic moved by both stands on the agenda once, and keeps what was typed into it', () => {
  const both = table(room(1, { topics: [topic('a'), topic('b'), topic('c')] }));
  both.ana.edits.moveTopic('a', 2);
  both.ben.edits.moveTopic('a', 1);
  both.ben.edits.retitle('a', { text: 'About a, moved', caret: 14 });
  both.settle();
  const state = both.ana.state();
  expect(state.topics.map((each) => each.id).toSorted()).toEqual(['a', 'b', 'c']);
  expect(state.topics.find((each) => each.id === 'a')?.title).toBe('About a, moved');
});

test('[O12] both note on one outcome at once, and both notes stay; undo takes one’s own back', () => {
  const both = table(room(2, { outcomes: [outcome('o')] }));
  both.ana.edits.noteProgress('o', 'The team is asked');
  both.ben.edits.noteProgress('o', 'Two have said yes');
  both.settle();
  const texts = () => both.ana.state().outcomes[0]!.progress?.map(({ by, text }) => [by, text]);
  expect(texts()).toEqual([
    ['ana', 'The team is asked'],
    ['ben', 'Two have said yes'],
  ]);
  both.ben.edits.undo();
  both.settle();
  expect(texts()).toEqual([['ana', 'The team is asked']]);
});

test('[O11] [O13] a day that is moved, and an answer, say so in the room, in one step', () => {
  const start = room(5, { outcomes: [outcome('o', { by: '2027-01-01' })] });
  const both = table(start);
  both.ana.edits.setBy('o', '2027-02-01');
  both.settle();
  expect(both.ben.state().outcomes).toEqual([
    outcome('o', { by: '2027-02-01', status: 'changed' }),
  ]);
  both.ana.edits.undo();
  both.ben.edits.keepOutcome('o');
  both.settle();
  expect(both.ana.state().outcomes).toEqual([outcome('o', { by: '2027-01-01', keptIn: 5 })]);
  both.ben.edits.agreeAnew('o');
  both.settle();
  expect(both.ana.state().outcomes).toEqual([
    outcome('o', { by: '2027-01-01', keptIn: 5, status: 'changed' }),
  ]);
});

test('[O11] in the meeting of its agreement an outcome’s day and owner are still being found', () => {
  const both = table(room(1, { outcomes: [outcome('o', { by: '2027-01-01' })] }));
  both.ana.edits.setBy('o', '2027-02-01');
  both.ana.edits.setOwner('o', 'both');
  expect(both.ana.state().outcomes).toEqual([outcome('o', { by: '2027-02-01', owner: 'both' })]);
});

test('[R4] a room that is read and filled again reads the same', () => {
  fc.assert(
    fc.property(someRoom, (state) => {
      expect(readRoom(roomWith(state).root)).toEqual(state);
    }),
  );
});

test('[R4] what another version wrote is read as the nearest thing known', () => {
  const view = roomWith(room(1, { topics: [topic('a')] }));
  view.root.topics[0]!.element = 'mood';
  view.root.topics[0]!.settled = 'postponed';
  view.root.discussing = 'nobody';
  expect(readRoom(view.root)).toEqual(room(1, { topics: [topic('a')] }));
});
