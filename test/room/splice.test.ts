import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spliceBetween, type Splice } from '../../shared/room/splice.ts';
import { someText } from './arbitrary-room.ts';

const applied = (before: string, { at, remove, insert }: Splice) =>
  Array.from(before).toSpliced(at, remove, insert).join('');

test('[R8] the splice makes the one text the other, wherever the caret is said to be', () => {
  fc.assert(
    fc.property(
      someText,
      someText,
      fc.option(fc.nat(40), { nil: undefined }),
      (before, after, caret) => {
        const splice = spliceBetween(before, after, caret);
        if (splice === undefined) expect(after).toBe(before);
        else expect(applied(before, splice)).toBe(after);
      },
    ),
  );
});

test('[R8] a letter is inserted where the caret says it was typed, also among its like', () => {
  fc.assert(
    fc.property(someText, fc.nat(20), someText, (before, place, typed) => {
      fc.pre(typed !== '');
      const points = Array.from(before);
      const at = place % (points.length + 1);
      const head = points.slice(0, at).join('') + typed;
      const after = head + points.slice(at).join('');
      expect(spliceBetween(before, after, head.length)).toEqual({
        at,
        remove: 0,
        insert: typed,
      });
    }),
  );
});

test('[R8] one edit in the middle touches nothing around it', () => {
  expect(spliceBetween('same', 'same')).toBeUndefined();
  expect(spliceBetween('one two three', 'one 2 three')).toEqual({ at: 4, remove: 3, insert: '2' });
  expect(spliceBetween('aaa', 'aaaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' });
  expect(spliceBetween('aaa', 'aa', 1)).toEqual({ at: 1, remove: 1, insert: '' });
  expect(spliceBetween('', 'new')).toEqual({ at: 0, remove: 0, insert: 'new' });
  expect(spliceBetween('gone', '')).toEqual({ at: 0, remove: 4, insert: '' });
});

test('[R8] emoji are whole: half of one is never inserted or taken out', () => {
  expect(spliceBetween('x😀y', 'x😁y')).toEqual({ at: 1, remove: 1, insert: '😁' });
  expect(spliceBetween('😀😀', '😀😀😀', 2)).toEqual({ at: 0, remove: 0, insert: '😀' });
});
