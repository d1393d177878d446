import { independentView, type TreeViewAlpha } from 'fluid-framework/alpha';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrowed, type OwnChange } from '../../shared/room/own-change.ts';
import { replay } from '../../shared/room/replay.ts';
import { readRoom, rewrite, roomConfig, roomOf, type Room } from '../../shared/room/room-schema.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { OwnChanges, runBy } from '../../tabs/room/own-changes.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';

type View = TreeViewAlpha<typeof Room>;

function opened(state: RoomState): View {
  const view = independentView(roomConfig);
  view.initialize(roomOf(state));
  return view;
}

/** A panel's part in a room: what it does, and what it would do again. */
function panel(trunk: View) {
  const view = trunk.fork();
  const own = new OwnChanges();
  let last: RoomState | undefined;
  const read = () => {
    const next = readRoom(view.root);
    // As the panel's own reader: the same object for the same state.
    last = JSON.stringify(last) === JSON.stringify(next) && last !== undefined ? last : next;
    return last;
  };
  return {
    own,
    view,
    write(text: string) {
      const before = read();
      const notes = view.root.topics[0]!.notes;
      rewrite(notes, `${notes.fullString()}${text}`);
      own.add(before, read(), { isConnected: true });
    },
    sync() {
      trunk.merge(view, false);
      view.rebaseOnto(trunk);
      own.sent();
    },
  };
}

const state = room(1, { topics: [topic('a')] });
/** Words of two letters that occur nowhere else: of another script for each of the two. */
const wordOf = (first: number, index: number) =>
  String.fromCodePoint(first + 2 * index, first + 2 * index + 1);

const writer = fc.constantFrom(0, 1);

test('[R10] both do again what each had changed, at once, and every word stands there once', () => {
  fc.assert(
    fc.property(fc.array(writer, { maxLength: 12 }), fc.nat(12), (steps, recordedAt) => {
      const trunk = opened(state);
      const panels = [panel(trunk), panel(trunk)] as const;
      const words = [0x4e00, 0xac00].map((first) => (index: number) => wordOf(first, index));
      let recorded = state;
      for (const [index, who] of steps.entries()) {
        panels[who]!.sync();
        panels[who]!.write(words[who]!(index));
        // The last of each may be on its way when the relay is gone.
        if (steps.lastIndexOf(who) !== index) panels[who]!.sync();
        // One of the two tells the record what the relay has; neither knows of the other's telling.
        if (index === recordedAt) recorded = readRoom(trunk.root);
      }
      const next = opened(recorded);
      const again = panels.map(({ own }) => {
        const fork = next.fork();
        for (const { before, after } of own.notRecorded().map(narrowed))
          replay(fork.root, before, after);
        return fork;
      });
      for (const fork of again) next.merge(fork);
      const notes = next.root.topics[0]!.notes.fullString();
      const written = steps.map((who, index) => words[who]!(index));
      expect(written.map((word) => [word, notes.split(word).length - 1])).toEqual(
        written.map((word) => [word, 1]),
      );
    }),
    { numRuns: 60 },
  );
});

test('[R10] what is on record is not done again, nor what the relay of the same room has', () => {
  const states = Array.from({ length: 6 }, (_, index) => room(index + 1));
  const change = (from: number, to: number): OwnChange => ({
    before: states[from]!,
    after: states[to]!,
  });
  const own = new OwnChanges();
  const add = (from: number, to: number, isConnected: boolean) =>
    own.add(states[from]!, states[to]!, { isConnected });
  add(0, 1, true);
  add(1, 2, true);
  expect([own.notSent(), own.notRecorded()]).toEqual([[change(0, 2)], [change(0, 2)]]);
  const first = own.sent();
  // Without a connection typing in one go is one change, unless the other's came in between.
  add(2, 3, false);
  add(3, 4, false);
  add(1, 5, false);
  expect([own.notSent(), own.notRecorded()]).toEqual([
    [change(2, 4), change(1, 5)],
    [change(0, 2), change(2, 4), change(1, 5)],
  ]);
  own.recorded(first);
  own.recorded(first);
  expect(own.notRecorded()).toEqual([change(2, 4), change(1, 5)]);
  own.recorded(own.sent());
  expect([own.notSent(), own.notRecorded()]).toEqual([[], []]);
  add(5, 5, true);
  expect(own.notRecorded()).toEqual([]);
});

test('a change is kept without what it left alone, and makes the same of a room', () => {
  const [kept, changed] = [topic('kept', { notes: 'n' }), topic('changed')];
  const o = outcome('o');
  const before = room(1, { topics: [kept, changed, topic('gone')], outcomes: [o] });
  const after = room(1, { topics: [kept, { ...changed, title: 'New' }], outcomes: [o] });
  const small = narrowed({ before, after });
  expect([small.before.topics.length, small.after.outcomes.length]).toEqual([2, 0]);
  const view = opened(before);
  replay(view.root, small.before, small.after);
  expect(readRoom(view.root)).toEqual(after);
  const moved = { before, after: { ...before, topics: before.topics.toReversed() } };
  expect(narrowed(moved).after.topics).toEqual(moved.after.topics);
});

test('an edit run by another keeps its name, its answer and itself', () => {
  const runs: string[] = [];
  const edits = runBy(
    () => ({ twice: (of: number) => of * 2, name: 'edits' }),
    (edit) => {
      runs.push('run');
      return edit();
    },
  );
  expect([edits.twice(4), edits.name, edits.twice === edits.twice, runs]).toEqual([
    8,
    'edits',
    true,
    ['run'],
  ]);
});
