/** Teams' transcriber: writes down who says what from its beginning to its end. */
import type { PairKey, TranscriptRequest } from '../contract.ts';
import type { Speakers } from './hearing.ts';

export interface Transcriber {
  begin(at: number): void;
  /** Who speaks from now on, and what each says. Times are milliseconds since 1970. */
  hear(speaks: Speakers, at: number, words: (who: PairKey) => string): void;
  /** Undefined when it was not writing. */
  end(at: number): TranscriptRequest | undefined;
}

interface Line {
  readonly from: number;
  readonly text: string;
}

export function createTranscriber(): Transcriber {
  const speaking = new Map<PairKey, Line>();
  let written: { readonly from: number; readonly lines: TranscriptRequest['lines'] } | undefined;

  function endLine(by: PairKey, to: number): void {
    const line = speaking.get(by);
    speaking.delete(by);
    if (line === undefined || written === undefined) return;
    const from = Math.max(written.from, line.from);
    if (to > from) written.lines.push({ by, from, to, text: line.text });
  }

  return {
    begin(at) {
      written = { from: at, lines: [] };
    },
    hear(speaks, at, words) {
      for (const who of ['ana', 'ben'] as const) {
        if (!speaks[who]) endLine(who, at);
        else if (!speaking.has(who)) speaking.set(who, { from: at, text: words(who) });
      }
    },
    end(at) {
      if (written === undefined) return undefined;
      const still = new Map(speaking);
      for (const who of still.keys()) endLine(who, at);
      const { from, lines } = written;
      written = undefined;
      // Whoever goes on speaking is heard by the next transcript too.
      for (const [who, { text }] of still) speaking.set(who, { from: at, text });
      return { from, to: at, lines };
    },
  };
}
