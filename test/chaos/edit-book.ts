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
  /** Every word that somebody began, whether it came to be written or not. */
  readonly #begun: string[] = [];

  count(): number {
    return this.#edits.length;
  }

  nextToken(by: string): string {
    const token = `x${by}${String(this.#begun.length + 1).padStart(4, '0')}z`;
    this.#begun.push(token);
    return token;
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
    const words = new Set(this.#edits.map(({ token }) => token));
    const unfinished = this.#begun.filter((token) => !words.has(token));
    const times = timesThere(JSON.stringify(state), words, unfinished);
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
 * and taken out, and then the outer one. Of the inner one there may be a part only, as it was left
 * `unfinished`: a browser takes no letter while it asks whether to leave the page.
 */
function timesThere(
  text: string,
  words: ReadonlySet<string>,
  unfinished: readonly string[],
): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const found = (word: string) => {
    times.set(word, (times.get(word) ?? 0) + 1);
    return '';
  };
  const withoutWhole = (from: string): string => {
    const rest = from.replaceAll(/x[a-z]\d{4}z/g, (word) => (words.has(word) ? found(word) : word));
    return rest === from ? rest : withoutWhole(rest);
  };
  let rest = withoutWhole(text);
  for (const word of words) {
    const parted = unfinished
      .flatMap((inner) => partedBy(word, inner))
      .find((each) => each.test(rest));
    if (parted !== undefined) rest = withoutWhole(rest.replace(parted, () => found(word)));
  }
  return times;
}

/** Finds a word with letters of another, in their order, between two of its own. */
function partedBy(word: string, inner: string): readonly RegExp[] {
  const letters = [...inner].map((letter) => `${letter}?`).join('');
  return Array.from(
    { length: word.length - 1 },
    (_, before) => new RegExp(`${word.slice(0, before + 1)}${letters}${word.slice(before + 1)}`),
  );
}
