/**
 * The changes that this panel made and that may not be on record yet: what is done again should the
 * room be lost. The other's changes are the other panel's to do again; done by both, they would
 * stand there twice.
 */
import type { OwnChange } from '../../shared/room/own-change.ts';
import type { RoomState } from '../../shared/room/room-state.ts';

/** How many changes there had been at a moment. */
export type Mark = number;

export class OwnChanges {
  #changes: OwnChange[] = [];
  /** How many there were before the first of these. */
  #dropped: Mark = 0;
  #sent: Mark = 0;
  /** The last of these was made while there was no connection. */
  #isApart = false;

  /** The same object stands for the same state. */
  add(
    before: RoomState,
    after: RoomState,
    { isConnected }: { readonly isConnected: boolean },
  ): void {
    if (before === after) return;
    const last = this.#changes.at(-1);
    // Of what is typed while connected, the relay may have any part; of the rest it has nothing.
    const goesOn = this.#isApart && !isConnected && last?.after === before;
    if (goesOn) this.#changes.splice(-1, 1, { before: last.before, after });
    else this.#changes.push({ before, after });
    this.#isApart = !isConnected;
  }

  /** The relay has all there is until now. */
  sent(): Mark {
    this.#sent = this.#count();
    this.#isApart = false;
    return this.#sent;
  }

  /** The record has all there was at `mark`. */
  recorded(mark: Mark): void {
    if (mark <= this.#dropped) return;
    this.#changes = this.#changes.slice(mark - this.#dropped);
    this.#dropped = mark;
  }

  notRecorded(): readonly OwnChange[] {
    // What was sent is certain to be one part of a word, and what was not to be the other.
    return [...inOneGo(this.#changes.slice(0, this.#sentHere())), ...this.notSent()];
  }

  notSent(): readonly OwnChange[] {
    return inOneGo(this.#changes.slice(this.#sentHere()));
  }

  #sentHere(): number {
    return Math.max(0, this.#sent - this.#dropped);
  }

  #count(): Mark {
    return this.#dropped + this.#changes.length;
  }
}

/**
 * A word is done again as a word: of its single letters nobody could tell whether they had arrived,
 * or stand there because the other typed the same ones.
 */
function inOneGo(changes: readonly OwnChange[]): readonly OwnChange[] {
  const joined: OwnChange[] = [];
  for (const { before, after } of changes) {
    const last = joined.at(-1);
    if (last?.after === before) joined.splice(-1, 1, { before: last.before, after });
    else joined.push({ before, after });
  }
  return joined;
}

/** The edits that `edits` answers at the moment, each run by `run`. */
export function runBy<Edits extends object>(
  edits: () => Edits,
  run: (edit: () => unknown) => unknown,
): Edits {
  const known = new Map<string | symbol, unknown>();
  return new Proxy(edits(), {
    get(first, name) {
      const edit: unknown = Reflect.get(first, name);
      if (typeof edit !== 'function') return edit;
      if (!known.has(name)) {
        known.set(name, (...given: unknown[]) =>
          run(() => {
            // Running it may be what changes the edits.
            const current: unknown = Reflect.get(edits(), name);
            return typeof current === 'function'
              ? Reflect.apply(current, edits(), given)
              : undefined;
          }),
        );
      }
      return known.get(name);
    },
  });
}
