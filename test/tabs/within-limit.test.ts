import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withinLimit } from '../../tabs/text/within-limit.ts';

const typed = (before: string, text: string, limit: number, caret = text.length) =>
  withinLimit({ before, edit: { text, caret }, limit });

test('[P3] what fits is taken as it is', () => {
  expect(typed('ab', 'abc', 3)).toEqual({ text: 'abc', caret: 3, isCut: false });
});

test('[P3] a paste is cut to what fits, and what stood there stays', () => {
  expect(typed('ab', 'aXYZb', 3, 4)).toEqual({ text: 'aXb', caret: 2, isCut: true });
});

test('[P3] an emoji is kept whole or left out', () => {
  expect(typed('ab', 'ab🙂', 3)).toEqual({ text: 'ab', caret: 2, isCut: true });
});

test('[P3] a text that two people filled past its limit can be shortened and takes no more', () => {
  expect(typed('abcde', 'abcd', 3)).toEqual({ text: 'abcd', caret: 4, isCut: false });
  expect(typed('abcde', 'abcdeX', 3)).toEqual({ text: 'abcde', caret: 5, isCut: true });
});

test('[P3] typing never takes a text past its limit, and loses nothing that was not replaced', () => {
  const part = fc.string({ unit: 'grapheme', maxLength: 15 });
  fc.assert(
    fc.property(part, part, part, part, fc.nat(20), (head, old, fresh, tail, limit) => {
      const before = head + old + tail;
      const edit = { text: head + fresh + tail, caret: head.length + fresh.length };
      const { text, caret } = withinLimit({ before, edit, limit });
      expect(text.length).toBeLessThanOrEqual(Math.max(limit, before.length));
      expect(text.startsWith(head)).toBe(true);
      expect(text.endsWith(tail)).toBe(true);
      expect(caret).toBeLessThanOrEqual(text.length);
    }),
  );
});
