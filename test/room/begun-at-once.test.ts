/** Two who write into one empty text, each at their own caret, over a line that is slow as it likes. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetAfter } from '../../tabs/text/caret.ts';
import { room, topic } from '../agenda/agenda-builders.ts';
import { table, type Editor } from './editors.ts';

const anaWrites = 'ABCDEFGH';
const benWrites = 'abcdefgh';
const step = fc.record({
  who: fc.constantFrom('ana' as const, 'ben' as const),
  act: fc.constantFrom('type', 'type', 'sync'),
});

test('[R1] [P1] two who begin an empty text at once, both with the caret in it, leave each other’s words whole', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const both = table(room(1, { topics: [topic('t', { notes: '' })] }));
      const writers = { ana: writer(both.ana, anaWrites), ben: writer(both.ben, benWrites) };
      for (const { who, act } of steps) {
        if (act === 'sync') both[who].sync();
        else writers[who].type();
        writers[who].look();
      }
      for (const each of Object.values(writers)) while (each.type());
      both.settle();
      const notes = notesOf(both.ana);
      expect([anaWrites + benWrites, benWrites + anaWrites]).toContain(notes);
      expect(notesOf(both.ben)).toBe(notes);
    }),
    { numRuns: 100 },
  );
});

const notesOf = (editor: Editor) => editor.state().topics[0]!.notes;

/** One person's field, in which the caret stands where the panel would put it. */
function writer(editor: Editor, words: string) {
  let [seen, caret, typed] = ['', 0, 0];
  const look = () => {
    const now = notesOf(editor);
    caret = offsetAfter(seen, now, caret);
    seen = now;
  };
  return {
    look,
    /** Types the next letter; answers whether there was one left. */
    type(): boolean {
      const letter = words[typed];
      if (letter === undefined) return false;
      typed += 1;
      seen = seen.slice(0, caret) + letter + seen.slice(caret);
      caret += 1;
      editor.edits.writeNotes('t', { text: seen, caret });
      return true;
    },
  };
}
