/** Remembers one's own edits as steps that can be taken back, the last one first. */

/** An edit that can be taken back once. */
export interface Revertible {
  revert(): void;
  dispose(): void;
}

interface Step {
  /** Typing into the same text in quick succession is one step: a typed word, not its letters. */
  readonly typedInto: string | undefined;
  readonly lastAt: number;
  readonly edits: readonly Revertible[];
}

/** A pause in typing that begins a new step. */
const pauseMs = 1_000;
const stepsKept = 100;
/**
 * Fluid keeps every change by anybody since the oldest step that can still be taken back. Where the
 * talk is measured, that would be each change of speaker of the whole meeting.
 */
export const keptForMs = 30 * 60_000;

export class UndoStack {
  #done: readonly Step[] = [];
  #undone: readonly Step[] = [];
  #collecting: 'done' | 'undone' | undefined;
  #collected: Revertible[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /**
   * To be told of every edit of one's own, in order; `at` in milliseconds. `typedInto` names the text
   * that was typed into, and is undefined for any other edit.
   */
  add(edit: Revertible, typedInto: string | undefined, at: number): void {
    if (this.#collecting !== undefined) {
      this.#collected.push(edit);
      return;
    }
    disposeAll(this.#undone);
    this.#undone = [];
    const last = this.#done.at(-1);
    if (
      last !== undefined &&
      typedInto !== undefined &&
      last.typedInto === typedInto &&
      at - last.lastAt < pauseMs
    ) {
      const longer = { typedInto, lastAt: at, edits: [...last.edits, edit] };
      this.#done = [...this.#done.slice(0, -1), longer];
      return;
    }
    const steps = [...this.#done, { typedInto, lastAt: at, edits: [edit] }];
    disposeAll(steps.slice(0, -stepsKept));
    this.#done = steps.slice(-stepsKept);
  }

  /** Lets go of what was done so long ago that nobody takes it back any more; `now` as `at` in `add`. */
  forgetOld(now: number): void {
    const isOld = ({ lastAt }: Step) => now - lastAt > keptForMs;
    for (const steps of [this.#done, this.#undone]) disposeAll(steps.filter(isOld));
    this.#done = this.#done.filter((step) => !isOld(step));
    this.#undone = this.#undone.filter((step) => !isOld(step));
  }

  undo(): void {
    const step = this.#done.at(-1);
    if (step === undefined) return;
    this.#done = this.#done.slice(0, -1);
    const opposite = this.#revert(step, 'undone');
    if (opposite !== undefined) this.#undone = [...this.#undone, opposite];
  }

  redo(): void {
    const step = this.#undone.at(-1);
    if (step === undefined) return;
    this.#undone = this.#undone.slice(0, -1);
    const opposite = this.#revert(step, 'done');
    if (opposite !== undefined) this.#done = [...this.#done, opposite];
  }

  dispose(): void {
    disposeAll([...this.#done, ...this.#undone]);
    this.#done = [];
    this.#undone = [];
  }

  /** Reverting is itself an edit, whose reverse is what redo needs. */
  #revert(step: Step, into: 'done' | 'undone'): Step | undefined {
    this.#collecting = into;
    this.#collected = [];
    try {
      for (const edit of step.edits.toReversed()) edit.revert();
    } finally {
      this.#collecting = undefined;
    }
    // A step that was reverted is never joined by later edits.
    if (this.#collected.length === 0) return undefined;
    return { typedInto: undefined, lastAt: step.lastAt, edits: this.#collected };
  }
}

function disposeAll(steps: readonly Step[]): void {
  for (const edit of steps.flatMap((step) => step.edits)) edit.dispose();
}
