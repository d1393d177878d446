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

  /** To be told of each edit without a connection before it is made. Answers whether it is time to go apart. */
  editsOffline(): boolean {
    this.#waiting += 1;
    return !this.isApart && this.#waiting > waitingOneByOne;
  }

  /** From here on, `view` is another. */
  goApart(): void {
    this.#apart = { edited: this.#room.fork(), base: this.#room.fork() };
  }

  /** To be told of every edit; the same object stands for the same state. */
  changed(change: OwnChange): void {
    if (this.isApart && change.before !== change.after) this.#changes.push(change);
  }

  talked(edit: (talk: Talk) => void): void {
    if (this.isApart) this.#talked.push(edit);
  }

  /** To be told when there is a connection. */
  editsOnline(): void {
    this.#waiting = 0;
  }

  /** To be called when connected and caught up: from here on, `view` is the room itself. */
  comeBack(): void {
    const apart = this.#apart;
    if (apart === undefined) return;
    const { edited, base } = apart;
    base.runTransaction(() => {
      for (const { before, after } of inOnePlace(this.#changes)) replay(base.root, before, after);
      for (const edit of this.#talked) if (base.root.talk !== undefined) edit(base.root.talk);
    });
    this.#room.merge(base);
    this.#apart = undefined;
    this.#changes = [];
    this.#talked = [];
    edited.dispose();
  }
}
