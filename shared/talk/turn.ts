/** Turns: who has the floor, and how the floor goes from one to the other. */
import type { Spans } from './span.ts';

export interface Turn {
  /** Index of the speaker. */
  readonly speaker: number;
  readonly from: number;
  readonly to: number;
  /** The speech in it, without its pauses. */
  readonly talkMs: number;
  /** Said while the other kept the floor: a "mm-hm", a word thrown in. */
  readonly isAside: boolean;
}

/**
 * The turns in the order of their start. A stretch that lies within a stretch of somebody else is
 * an aside and takes no floor. A turn lasts over its pauses until another takes the floor, or
 * until `measured` has a hole: nobody knows who spoke in there.
 */
export function turnsOf(speech: readonly Spans[], measured: Spans): readonly Turn[] {
  const turns: Growing[] = [];
  const open: (Growing | undefined)[] = speech.map(() => undefined);
  const latest: (Stretch | undefined)[] = speech.map(() => undefined);
  let hole = 0;
  for (const stretch of inOrder(speech)) {
    const { speaker, from, to } = stretch;
    while ((measured[hole]?.to ?? Infinity) <= from) hole += 1;
    const isAside = latest.some((other) => other !== undefined && liesWithin(stretch, other));
    latest[speaker] = stretch;
    const turn = open[speaker];
    if (turn !== undefined && turn.isAside === isAside && turn.hole === hole) {
      turn.to = to;
      turn.talkMs += to - from;
      continue;
    }
    // Whoever takes the floor ends the turns of all others.
    if (!isAside) open.fill(undefined);
    const next = { speaker, from, to, talkMs: to - from, isAside, hole };
    open[speaker] = next;
    turns.push(next);
  }
  return turns.map(({ speaker, from, to, talkMs, isAside }) => ({
    speaker,
    from,
    to,
    talkMs,
    isAside,
  }));
}

interface Growing extends Turn {
  to: number;
  talkMs: number;
  /** Index of the span of `measured` that it lies in. */
  readonly hole: number;
}

interface Stretch {
  readonly speaker: number;
  readonly from: number;
  readonly to: number;
}

/** By their start, the longer first: what lies within another comes after it. */
function inOrder(speech: readonly Spans[]): readonly Stretch[] {
  return speech
    .flatMap((spans, speaker) => spans.map(({ from, to }) => ({ speaker, from, to })))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
}

function liesWithin(stretch: Stretch, other: Stretch): boolean {
  return (
    other.speaker !== stretch.speaker &&
    other.to >= stretch.to &&
    (other.from < stretch.from || other.to > stretch.to)
  );
}

export interface FloorChange {
  /** Who had the floor before. */
  readonly speaker: number;
  readonly next: number;
  /** Milliseconds from the end of the one to the start of the other; below zero when they overlap. */
  readonly gapMs: number;
}

/** The changes of floor within each span of `measured`. */
export function floorChanges(turns: readonly Turn[], measured: Spans): readonly FloorChange[] {
  const changes: FloorChange[] = [];
  let before: Turn | undefined;
  let hole = 0;
  for (const turn of turns) {
    if (turn.isAside) continue;
    while ((measured[hole]?.to ?? Infinity) <= turn.from) {
      hole += 1;
      before = undefined;
    }
    if (before !== undefined && before.speaker !== turn.speaker)
      changes.push({ speaker: before.speaker, next: turn.speaker, gapMs: turn.from - before.to });
    before = turn;
  }
  return changes;
}
