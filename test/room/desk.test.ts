import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRoom } from '../../shared/room/room-schema.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { Desk } from '../../tabs/room/desk.ts';
import type { RoomEdits } from '../../tabs/room/live-room.ts';
import { runBy } from '../../tabs/room/own-changes.ts';
import { editsOn } from '../../tabs/room/room-edits.ts';
import { UndoStack } from '../../tabs/room/undo-stack.ts';
import { room, topic } from '../agenda/agenda-builders.ts';
import { someAct, someRoom } from './arbitrary-room.ts';
import { roomWith, type Editor } from './editors.ts';

/** Ana at her desk. */
function seated(start: RoomState) {
  const view = roomWith(start);
  const desk = new Desk(view);
  const undoStack = new UndoStack();
  let last: RoomState | undefined;
  const read = () => {
    const next = readRoom(desk.view.root);
    // As the panel's own reader: the same object for the same state.
    last = last !== undefined && JSON.stringify(last) === JSON.stringify(next) ? last : next;
    return last;
  };
  let ids = 0;
  const editsOf = (): RoomEdits =>
    editsOn({
      room: desk.view.root,
      me: 'ana',
      now: () => 0,
      newId: () => `ana-${(ids += 1)}`,
      typing: (_text, edit) => edit(),
      undo: () => undoStack.undo(),
      redo: () => undoStack.redo(),
    });
  const ana: Editor = {
    undoStack,
    state: read,
    room: () => desk.view.root,
    sync: () => undefined,
    edits: runBy(editsOf, (edit) => {
      const before = read();
      edit();
      desk.changed({ before, after: read() });
    }),
  };
  return { view, desk, ana };
}

test('[F13] what is done in many edits while cut off is in the room afterwards, as it was on the desk', () => {
  fc.assert(
    fc.property(someRoom, fc.array(someAct, { maxLength: 25 }), (start, acts) => {
      const { view, desk, ana } = seated(start);
      desk.goApart();
      for (const act of acts) act(ana);
      const done = ana.state();
      expect(desk.isApart).toBe(true);
      desk.comeBack();
      expect([desk.isApart, readRoom(view.root)]).toEqual([false, done]);
    }),
    { numRuns: 60 },
  );
});

const letterOf = (place: number) => String.fromCodePoint(0x4e00 + place);
const keystroke = fc.record({
  who: fc.constantFrom('ana', 'ben'),
  at: fc.nat(60),
  kind: fc.constantFrom('type', 'type', 'type', 'go on', 'go on', 'go on', 'delete'),
});

test('[F13] wherever both type and delete meanwhile, each letter is there once, and no word is torn', () => {
  fc.assert(
    fc.property(fc.array(keystroke, { maxLength: 80 }), (keystrokes) => {
      const { view, desk, ana } = seated(room(1, { topics: [topic('t', { notes: 'ab' })] }));
      desk.goApart();
      const letters = new Set(['a', 'b']);
      const caret = { ana: 0, ben: 0 };
      const ben = editsOn({
        room: view.root,
        me: 'ben',
        now: () => 0,
        newId: () => '',
        typing: (_text, edit) => edit(),
        undo: () => undefined,
        redo: () => undefined,
      });
      for (const [place, { who, at, kind }] of keystrokes.entries()) {
        const { notes } = (who === 'ana' ? ana.state() : readRoom(view.root)).topics[0]!;
        const before = Array.from(notes);
        const start = kind === 'go on' ? caret[who] : at % (before.length + 1);
        const typed = kind === 'delete' ? [] : [letterOf(place)];
        const gone = kind === 'delete' ? before.slice(start, start + 2) : [];
        const after = before.toSpliced(start, gone.length, ...typed);
        for (const letter of typed) letters.add(letter);
        for (const letter of gone) letters.delete(letter);
        caret[who] = start + typed.length;
        (who === 'ana' ? ana.edits : ben).writeNotes('t', {
          text: after.join(''),
          caret: caret[who],
        });
      }
      const mine = Array.from(ana.state().topics[0]!.notes);
      const theirs = Array.from(readRoom(view.root).topics[0]!.notes);
      desk.comeBack();
      const both = Array.from(readRoom(view.root).topics[0]!.notes);
      expect(both.toSorted()).toEqual([...letters].toSorted());
      // What stands there stands in the order in which either had it.
      const inOrder = (had: readonly string[]) => had.filter((letter) => letters.has(letter));
      for (const had of [mine, theirs])
        expect(both.filter((letter) => had.includes(letter))).toEqual(inOrder(had));
    }),
    { numRuns: 100 },
  );
});

test('[F13] what is said of the talk while cut off is in the room afterwards', () => {
  const { view, desk } = seated(room(1));
  desk.goApart();
  const agree = (talk: Parameters<Parameters<Desk['talked']>[0]>[0]) => talk.agree('ana', 'series');
  agree(desk.view.root.talk!);
  desk.talked(agree);
  desk.comeBack();
  expect(view.root.talk?.consents.get('ana')).toBe('series');
});

test('[F13] a few edits wait each for itself, and a connection lets as many wait again', () => {
  const { desk } = seated(room(1));
  const wait = (edits: number) => Array.from({ length: edits }, () => desk.editsOffline());
  expect(wait(10)).not.toContain(true);
  desk.editsOnline();
  expect([wait(10).includes(true), wait(1)]).toEqual([false, [true]]);
  desk.goApart();
  expect(wait(1)).toEqual([false]);
});
