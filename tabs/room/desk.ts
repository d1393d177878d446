/**
 * Where this panel edits: the room itself or, once much was written while it was cut off, a branch of
 * it, which goes back into the room in one piece.
 *
 * Fluid weighs each edit that waits against each that comes in. After ten minutes of typing on both
 * sides, that would hold the panel up for minutes.
 */
import type { TreeViewAlpha } from 'fluid-framework/alpha';
import { inOnePlace, type OwnChange } from '../../shared/room/own-change.ts';
import { replay } from '../../shared/room/replay.ts';
import type { Room } from '../../shared/room/room-schema.ts';
import type { Talk } from '../../shared/talk/talk-schema.ts';

type View = TreeViewAlpha<typeof Room>;

/** So many edits may wait each for itself: a break of a second or two costs nothing, and undo goes on. */
const waitingOneByOne = 10;

export class Desk {
  readonly #room: View;
  /** The branch that is edited, and one that stays as it was when they were made. */
  #apart: { readonly edited: View; readonly base: View } | undefined;
  #waiting = 0;
  #changes: OwnChange[] = [];
  #talked: ((talk: Talk) => void)[] = [];

  constructor(room: View) {
    this.#room = room;
  }

  /** What is edited now. */
  get view(): View {
    return this.#apart?.edited ?? this.#room;
  }

  get isApart(): boolean {
    return this.#apart !== undefined;
  }

  /** To be called before each edit without a connection. Answers whether `view` is another from now on. */
  editsOffline(): boolean {
    this.#waiting += 1;
    if (this.isApart || this.#waiting <= waitingOneByOne) return false;
    this.#apart = { edited: this.#room.fork(), base: this.#room.fork() };
    return true;
  }

  /** To be told of every edit; the same object stands for the same state. */
  changed(change: OwnChange): void {
    if (this.isApart && change.before !== change.after) this.#changes.push(change);
  }

  talked(edit: (talk: Talk) => void): void {
    if (this.isApart) this.#talked.push(edit);
  }

  /** To be called when connected and caught up. Answers whether `view` is another from now on. */
  comesBack(): boolean {
    const apart = this.#apart;
    this.#waiting = 0;
    if (apart === undefined) return false;
    const { edited, base } = apart;
    const [changes, talked] = [inOnePlace(this.#changes), this.#talked];
    this.#apart = undefined;
    this.#changes = [];
    this.#talked = [];
    base.runTransaction(() => {
      for (const { before, after } of changes) replay(base.root, before, after);
      for (const edit of talked) if (base.root.talk !== undefined) edit(base.root.talk);
    });
    this.#room.merge(base);
    edited.dispose();
    return true;
  }
}
