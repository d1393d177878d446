import { expect, test } from 'vitest';
import { keptForMs, UndoStack, type Revertible } from '../../tabs/room/undo-stack.ts';
import { room, topic } from '../agenda/agenda-builders.ts';
import { table, type Editor } from '../room/editors.ts';

const start = room(1, { topics: [topic('a', { title: '' }), topic('b')] });
const titleOf = ({ state }: Editor) => state().topics[0]!.title;

function type({ edits, state }: Editor, typed: string): void {
  for (const letter of typed) {
    const text = state().topics[0]!.title + letter;
    edits.retitle('a', { text, caret: text.length });
  }
}

test('[R5] undo takes back what oneself did last and leaves what the other did since', () => {
  const both = table(start);
  type(both.ana, 'ana');
  both.ana.sync();
  both.ben.sync();
  type(both.ben, ' ben');
  both.ben.edits.discuss('b');
  both.settle();
  both.ana.edits.undo();
  both.settle();
  expect(both.ben.state()).toEqual(
    room(1, {
      topics: [topic('a', { title: ' ben' }), topic('b', { state: 'discussing' })],
      calls: [{ topic: 'b', at: 0 }],
    }),
  );
  expect([both.ana.undoStack.canUndo, both.ana.undoStack.canRedo]).toEqual([false, true]);
});

test('[R5] what the other did is nobody else’s to undo', () => {
  const both = table(start);
  both.ben.edits.removeTopic('b');
  both.settle();
  both.ana.edits.undo();
  both.ana.edits.redo();
  expect(both.ana.state().topics.map((each) => each.id)).toEqual(['a']);
  expect(both.ana.undoStack.canUndo).toBe(false);
});

test('[R9] every step can be undone, done again and undone again, as often as one likes', () => {
  const { ana } = table(start);
  ana.edits.settle('b', 'parked');
  ana.edits.removeTopic('a');
  const after = ana.state();
  for (let round = 0; round < 3; round += 1) {
    ana.edits.undo();
    ana.edits.undo();
    expect(ana.state()).toEqual(start);
    expect([ana.undoStack.canUndo, ana.undoStack.canRedo]).toEqual([false, true]);
    ana.edits.redo();
    ana.edits.redo();
    expect(ana.state()).toEqual(after);
    expect([ana.undoStack.canUndo, ana.undoStack.canRedo]).toEqual([true, false]);
  }
});

test('[R9] a topic that is brought back by undo holds what the other typed into it', () => {
  const both = table(start);
  both.ana.edits.removeTopic('a');
  type(both.ben, 'kept');
  both.settle();
  both.ana.edits.undo();
  both.settle();
  expect(both.ben.state()).toEqual(
    room(1, { topics: [topic('a', { title: 'kept' }), topic('b')] }),
  );
});

test('[R9] typing in one go is one step; a pause or another text begins the next', () => {
  let now = 0;
  const { ana } = table(start, () => (now += 100));
  type(ana, 'one');
  now += 1000;
  type(ana, ' two');
  ana.edits.writeNotes('a', { text: 'n', caret: 1 });
  type(ana, ' three');
  const seen = [titleOf(ana)];
  while (ana.undoStack.canUndo) {
    ana.edits.undo();
    seen.push(titleOf(ana) + ana.state().topics[0]!.notes);
  }
  expect(seen).toEqual(['one two three', 'one twon', 'one two', 'one', '']);
});

test('[R9] two taps in quick succession are two steps', () => {
  const { ana } = table(start);
  ana.edits.discuss('a');
  ana.edits.settle('a', 'done');
  ana.edits.undo();
  expect(ana.state().topics[0]!.state).toBe('discussing');
});

test('[R9] what is typed after an undo is a step of its own, and nothing is left to do again', () => {
  const { ana } = table(start);
  type(ana, 'one');
  ana.edits.undo();
  ana.edits.redo();
  type(ana, ' two');
  expect(ana.undoStack.canRedo).toBe(false);
  ana.edits.undo();
  expect(titleOf(ana)).toBe('one');
});

test('[R9] a step that was done or undone half an hour ago is let go of, and no younger one', () => {
  let now = 0;
  const { ana } = table(start, () => now);
  type(ana, 'old');
  ana.edits.settle('b', 'parked');
  ana.edits.undo();
  now = 1;
  ana.undoStack.forgetOld(keptForMs);
  expect([ana.undoStack.canUndo, ana.undoStack.canRedo]).toEqual([true, true]);
  ana.undoStack.forgetOld(keptForMs + 1);
  expect([ana.undoStack.canUndo, ana.undoStack.canRedo]).toEqual([false, false]);
  type(ana, ' and new');
  ana.undoStack.forgetOld(keptForMs + 1);
  ana.edits.undo();
  expect(titleOf(ana)).toBe('old');
  ana.edits.redo();
  expect(titleOf(ana)).toBe('old and new');
});

test('steps are kept up to a limit, and let go of what the room keeps for them', () => {
  const disposed: number[] = [];
  const stack = new UndoStack();
  const edit = (id: number): Revertible => ({ revert() {}, dispose: () => disposed.push(id) });
  for (let id = 0; id < 110; id += 1) stack.add(edit(id), undefined, id);
  expect(disposed).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  stack.dispose();
  expect(disposed.length).toBe(110);
  expect([stack.canUndo, stack.canRedo]).toEqual([false, false]);
});
