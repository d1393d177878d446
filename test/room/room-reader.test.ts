import { Tree } from 'fluid-framework';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rewrite } from '../../shared/room/room-schema.ts';
import { roomReader } from '../../tabs/room/room-reader.ts';
import { room, topic } from '../agenda/agenda-builders.ts';
import { someAct, someRoom } from './arbitrary-room.ts';
import { roomWith, table } from './editors.ts';

test('[Q6] what the panel reads is what the room holds, after every edit of either and in any order', () => {
  const step = fc.record({
    who: fc.constantFrom('ana', 'ben'),
    act: fc.oneof(someAct, fc.constant('sync')),
  });
  fc.assert(
    fc.property(someRoom, fc.array(step, { maxLength: 20 }), (start, steps) => {
      const both = table(start);
      const seats = [both.ana, both.ben].map((editor) => ({ editor, read: roomReader() }));
      for (const { who, act } of steps) {
        const editor = who === 'ana' ? both.ana : both.ben;
        if (typeof act === 'string') editor.sync();
        else act(editor);
        for (const seat of seats)
          expect(seat.read(seat.editor.room())).toEqual(seat.editor.state());
      }
    }),
    { numRuns: 60 },
  );
});

test('[Q6] a change of two topics at once is read as a whole, though the room is told of it before the second', () => {
  const start = room(1, { topics: [topic('a', { title: 'abc' }), topic('b', { title: 'x' })] });
  const trunk = roomWith(start);
  const mine = trunk.fork();
  const theirs = trunk.fork();
  const read = roomReader();
  expect(read(mine.root)).toEqual(start);
  // As the panel does while it is told.
  Tree.on(mine.root, 'treeChanged', () => void read(mine.root));

  theirs.runTransaction(() => {
    const [first, second] = theirs.root.topics;
    rewrite(first!.title, 'ab');
    rewrite(second!.title, 'xy');
  });
  trunk.merge(theirs);
  mine.rebaseOnto(trunk);

  expect(read(mine.root)).toEqual(
    room(1, { topics: [topic('a', { title: 'ab' }), topic('b', { title: 'xy' })] }),
  );
});

test('[Q6] what did not change stays the same object', () => {
  const view = roomWith(room(1, { topics: [topic('a'), topic('b')] }));
  const read = roomReader();
  const before = read(view.root);
  expect(read(view.root)).toBe(before);
  rewrite(view.root.topics[0]!.title, 'another');
  const after = read(view.root);
  expect(after.topics.map((each, place) => each === before.topics[place])).toEqual([false, true]);
  expect(after.outcomes).toEqual(before.outcomes);
});
