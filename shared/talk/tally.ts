/** Talk time counted from a transcript's cues, for as many people as it names. */
import type { Span, Spans } from './span.ts';
import { clip, intersect, spansOf, totalOf, unite } from './span.ts';
import { nameKey, showName } from './speaker-name.ts';
import { turnsOf } from './turn.ts';
import type { Cue } from './vtt.ts';

export interface Tally {
  readonly people: readonly {
    readonly name: string;
    readonly talkMs: number;
    readonly share: number | null;
    readonly longestTurnMs: number;
    readonly turns: number;
  }[];
  readonly overlapMs: number;
  readonly silenceMs: number;
  readonly durationMs: number;
  /** Cues that were read. */
  readonly cues: number;
  /** Cues that could not be. */
  readonly skipped: number;
}

export interface Voice {
  readonly key: string;
  readonly name: string;
  /** The union of the person's cues, from the transcript's start on. */
  readonly speech: Spans;
}

/** One voice for each name, in the order in which they are first named. */
export function voicesOf(cues: readonly Cue[]): readonly Voice[] {
  const voices = new Map<string, { readonly name: string; readonly spans: Span[] }>();
  const spansByName = new Map<string, Span[]>();
  const spansFor = (name: string): Span[] => {
    const key = nameKey(name);
    const voice = voices.get(key) ?? { name: showName(name), spans: [] };
    voices.set(key, voice);
    spansByName.set(name, voice.spans);
    return voice.spans;
  };
  for (const { from, to, speakers } of cues)
    for (const name of speakers) (spansByName.get(name) ?? spansFor(name)).push({ from, to });
  return [...voices].map(([key, { name, spans }]) => ({
    key,
    name,
    speech: clip(spansOf(spans), 0, Infinity),
  }));
}

export function durationOf(cues: readonly Cue[]): number {
  return cues.reduce((last, { to }) => Math.max(last, to), 0);
}

export function tallyOf(cues: readonly Cue[], skipped: number): Tally {
  const voices = voicesOf(cues);
  const durationMs = durationOf(cues);
  const speech = voices.map((voice) => voice.speech);
  const turns = turnsOf(speech, [{ from: 0, to: durationMs }]);
  const talked = speech.map(totalOf);
  const allMs = talked.reduce((sum, ms) => sum + ms, 0);
  return {
    people: voices.map(({ name }, index) => {
      const own = turns.filter(({ speaker }) => speaker === index);
      const talkMs = talked[index] ?? 0;
      return {
        name,
        talkMs,
        share: allMs > 0 ? talkMs / allMs : null,
        longestTurnMs: own.reduce((longest, turn) => Math.max(longest, turn.talkMs), 0),
        turns: own.length,
      };
    }),
    overlapMs: totalOf(shared(speech)),
    silenceMs: durationMs - totalOf(unite(...speech)),
    durationMs,
    cues: cues.length,
    skipped,
  };
}

/** When more than one of the lists is on. */
function shared(lists: readonly Spans[]): Spans {
  let any: Spans = [];
  let several: Spans = [];
  for (const list of lists) {
    several = unite(several, intersect(any, list));
    any = unite(any, list);
  }
  return several;
}
