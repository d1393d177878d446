/** The gaps at changes of floor as two signals show them, each late to drop by its own lag. */
import type { Spans } from './span.ts';

/** Two turns further apart than this do not answer each other. */
const longestGapMs = 2_500;

export interface Signal {
  readonly heard: Spans;
  /** Milliseconds that every stretch is too long at its end, as far as is known. */
  readonly lagMs: number;
}

/**
 * Milliseconds from the end of a stretch of `before`, as heard, to the start of the stretch of
 * `after` that took the floor from it: it outlasts it, and no other had outlasted it yet. What
 * takes the floor is judged without the lags. Stretches that the ends of `open` cut do not count.
 * It runs many times over a whole meeting, so it walks both lists once and builds nothing else.
 */
export function floorGaps(before: Signal, after: Signal, open: Spans): Float64Array {
  const gaps = new Float64Array(after.heard.length);
  let count = 0;
  let span = 0;
  let index = -1;
  let previousEnd = -Infinity;
  for (const stretch of after.heard) {
    while ((before.heard[index + 1]?.from ?? Infinity) < stretch.from) index += 1;
    while ((open[span]?.to ?? Infinity) <= stretch.from) span += 1;
    const last = before.heard[index];
    const end = stretch.to - after.lagMs;
    const endBefore = previousEnd;
    previousEnd = end;
    if (last === undefined || last.from < (open[span]?.from ?? 0)) continue;
    const lastEnd = last.to - before.lagMs;
    const takesFloor = end > lastEnd && endBefore <= lastEnd;
    const isCut = last.to >= (open[span]?.to ?? 0);
    if (!takesFloor || isCut || Math.abs(stretch.from - lastEnd) > longestGapMs) continue;
    gaps[count] = stretch.from - last.to;
    count += 1;
  }
  return gaps.subarray(0, count);
}
