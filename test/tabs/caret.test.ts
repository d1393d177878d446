import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinEdits, offsetAfter } from '../../tabs/text/caret.ts';

/** Letters of one's own and of the other that cannot be taken for each other. */
const mine = fc.string({ unit: fc.constantFrom('a', 'b', '🙂'), maxLength: 8 });
const theirs = fc.string({ unit: fc.constantFrom('1', '2', '🙃'), maxLength: 8 });

test('[P1] a caret stays between the same letters when the other types before or behind it', () => {
  fc.assert(
    fc.property(mine, mine, theirs, (head, tail, added) => {
      const before = `(${head}${tail})`;
      const caret = 1 + head.length;
      expect(offsetAfter(before, added + before, caret)).toBe(caret + added.length);
      expect(offsetAfter(before, before + added, caret)).toBe(caret);
    }),
  );
});

test('[P1] what the other types at the caret itself comes behind it', () => {
  expect(offsetAfter('see ', 'see you', 4)).toBe(4);
});

test('[P1] a caret in a passage that the other replaced goes behind what took its place', () => {
  expect(offsetAfter('the old plan', 'the new plan', 6)).toBe(7);
  expect(offsetAfter('🙂 old', '🙂 🙃 new', 4)).toBe(9);
});

test('[P2] what was composed with an input method joins what the other wrote meanwhile', () => {
  expect(joinEdits({ base: 'plan ', mine: 'plan 日本', caret: 7, theirs: 'the plan ' })).toEqual({
    text: 'the plan 日本',
    caret: 11,
  });
});

test('[P2] two additions in different places are both kept, whatever they are', () => {
  fc.assert(
    fc.property(mine, theirs, (mine, theirs) => {
      const joined = joinEdits({
        base: 'start-end',
        mine: `start-${mine}end`,
        caret: 6 + mine.length,
        theirs: `${theirs}|start-end`,
      });
      expect(joined).toEqual({
        text: `${theirs}|start-${mine}end`,
        caret: theirs.length + 1 + 6 + mine.length,
      });
    }),
  );
});
