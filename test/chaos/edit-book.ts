/** What was written in a run, what of it the panel said was saved, and what of it is still there. */
import type { RoomState } from '../../shared/room/room-state.ts';

export interface Edit {
  /** Stands in no other edit, nor in part. */
  readonly token: string;
  /** Of which panel. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The panel showed "Saved" since. */
  isSaved: boolean;
  /** Its panel, its relay and its server were all gone before a second had passed. */
  isAtRisk: boolean;
}

export interface Audit {
  readonly made: number;
  readonly saved: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Of the last second before everything was gone. */
  readonly missingOfLastSecond: number;
}

export class EditBook {
  readonly #edits: Edit[] = [];
  #tokens = 0;

  count(): number {
    return this.#edits.length;
  }

  nextToken(by: string): string {
    this.#tokens += 1;
    return `x${by}${String(this.#tokens).padStart(4, '0')}z`;
  }

  made(token: string, by: string, at: number): void {
    this.#edits.push({ token, by, at, isSaved: false, isAtRisk: false });
  }

  /** What that panel had written when so many edits were made is acknowledged; what went with an earlier one is not. */
  saved(by: string, made: number): void {
    for (const edit of this.#edits.slice(0, made))
      if (edit.by === by && !edit.isAtRisk) edit.isSaved = true;
  }

  /** Everything went at `at`, and the panels with it. */
  everythingGone(at: number, lastMs: number): void {
    for (const edit of this.#edits)
      if (!edit.isSaved && edit.at > at - lastMs) edit.isAtRisk = true;
  }

  audit(state: RoomState): Audit {
    const times = timesThere(JSON.stringify(state), new Set(this.#edits.map(({ token }) => token)));
    const found = this.#edits.map((edit) => ({ edit, times: times.get(edit.token) ?? 0 }));
    const missing = found.filter(({ times }) => times === 0).map(({ edit }) => edit);
    const told = ({ token, by, at, isSaved }: Edit) =>
      `${token} of ${by} at ${new Date(at).toISOString()}${isSaved ? ', said to be saved' : ''}`;
    return {
      made: this.#edits.length,
      saved: this.#edits.filter(({ isSaved }) => isSaved).length,
      lost: missing.filter(({ isAtRisk }) => !isAtRisk).map(told),
      doubled: found.filter(({ times }) => times > 1).map(({ edit }) => told(edit)),
      missingOfLastSecond: missing.filter(({ isAtRisk }) => isAtRisk).length,
    };
  }
}

/**
 * How often each word stands in a text. Where two begin in one place at once, one's word may come to
 * stand in the midst of the other's; both are there with all their letters, so the inner one is read
 * and taken out, and then the outer one.
 */
function timesThere(text: string, words: ReadonlySet<string>): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (let rest = text, before = ''; rest !== before;) {
    before = rest;
    rest = rest.replaceAll(/x[a-z]\d{4}z/g, (word) => {
      if (!words.has(word)) return word;
      times.set(word, (times.get(word) ?? 0) + 1);
      return '';
    });
  }
  return times;
}
