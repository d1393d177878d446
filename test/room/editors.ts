/** Two people at one room without a relay: each edits a branch, and what they sync goes through a trunk. */
import { independentView, type TreeViewAlpha } from 'fluid-framework/alpha';
import { readRoom, roomConfig, roomOf, type Room } from '../../shared/room/room-schema.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { RoomEdits } from '../../tabs/room/live-room.ts';
import { watchOwnEdits } from '../../tabs/room/own-edits.ts';
import { editsOn } from '../../tabs/room/room-edits.ts';
import { UndoStack } from '../../tabs/room/undo-stack.ts';

type View = TreeViewAlpha<typeof Room>;

export interface Editor {
  readonly edits: RoomEdits;
  readonly undoStack: UndoStack;
  state(): RoomState;
  /** What this editor edits. */
  room(): Room;
  /** Sends what this editor did and takes what had been sent before. */
  sync(): void;
}

export interface Table {
  readonly ana: Editor;
  readonly ben: Editor;
  /** Everything that was done has arrived everywhere. */
  settle(): void;
  /** What the relay holds: what was synced so far. */
  trunk(): RoomState;
}

/** `now` in milliseconds, for those who care when something was typed. */
export function table(state: RoomState, now: () => number = () => 0): Table {
  const trunk = roomWith(state);
  const ana = editor(trunk, 'ana', now);
  const ben = editor(trunk, 'ben', now);
  return {
    ana,
    ben,
    settle() {
      for (const each of [ana, ben, ana]) each.sync();
    },
    trunk: () => readRoom(trunk.root),
  };
}

export function roomWith(state: RoomState): View {
  const view = independentView(roomConfig);
  view.initialize(roomOf(state));
  return view;
}

function editor(trunk: View, me: string, now: () => number): Editor {
  const view: View = trunk.fork();
  const undoStack = new UndoStack();
  let typedInto: string | undefined;
  let ids = 0;
  watchOwnEdits(view, undoStack, () => ({ typedInto, at: now() }));
  return {
    undoStack,
    edits: editsOn({
      room: view.root,
      me,
      now,
      newId: () => `${me}-${(ids += 1)}`,
      typing(text, edit) {
        typedInto = text;
        edit();
        typedInto = undefined;
      },
      undo: () => undoStack.undo(),
      redo: () => undoStack.redo(),
    }),
    state: () => readRoom(view.root),
    room: () => view.root,
    sync() {
      trunk.merge(view, false);
      view.rebaseOnto(trunk);
    },
  };
}
