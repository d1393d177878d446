/** Tells the undo stack of every edit that this panel makes, and of no edit of the other's. */
import type { TreeViewAlpha } from 'fluid-framework/alpha';
import type { Room } from '../../shared/room/room-schema.ts';
import type { UndoStack } from './undo-stack.ts';

export interface Typing {
  /** The text that is being typed into, if any. */
  readonly typedInto: string | undefined;
  /** Milliseconds. */
  readonly at: number;
}

/** Answers how to stop. Undone and redone edits are told as well: each can be taken back again. */
export function watchOwnEdits(
  view: TreeViewAlpha<typeof Room>,
  undoStack: UndoStack,
  typing: () => Typing,
): () => void {
  return view.events.on('commitApplied', (commit, getRevertible) => {
    if (!commit.isLocal || getRevertible === undefined) return;
    const { typedInto, at } = typing();
    undoStack.add(getRevertible(), typedInto, at);
  });
}
