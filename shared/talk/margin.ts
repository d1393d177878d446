/** By how much a share may be off, given how well the panels' lags are known. */
import type { Calibration } from './calibrate.ts';
import type { Talkers } from './event.ts';
import type { ObservedPanel } from './observed.ts';
import type { Spans } from './span.ts';
import { totalOf } from './span.ts';

/** Nineteen times in twenty, for a bell. */
const standardDeviations = 1.96;
/**
 * Left even with the lags known: jitter, sounds missed, one's pauses longer than the other's. A
 * standard deviation at even shares, found with made-up conversations; less where one talks most.
 */
const unexplained = 0.008;
/** The longest lag that was ever seen, in milliseconds. */
const longestLagMs = 1_600;

/**
 * The share of the first of `people` is `a / (a + b)`; a millisecond of lag takes one millisecond
 * off each stretch that the panel heard. Where the lags are known, their errors are carried over
 * (first order); where they are not, any lag up to the longest may be true.
 */
export function marginOf(
  panels: readonly ObservedPanel[],
  { lags, covariance }: Calibration,
  speech: readonly [Spans, Spans],
  people: Talkers,
): number | null {
  const [a, b] = [totalOf(speech[0]), totalOf(speech[1])];
  if (a + b === 0) return null;
  const slopes = panels.map(({ user, heard, open }) => {
    if (open.length === 0) return 0;
    // The panel of the first hears the second: what it heard too much lowers the share.
    const factor = user === people[0].id ? -a : b;
    return (factor * heard.length) / (a + b) ** 2;
  });
  let known = 0;
  let free = 0;
  for (const [index, slope] of slopes.entries()) {
    const lag = lags[index];
    if (lag?.verdict === 'unknown') {
      const shortest = Math.min(
        longestLagMs,
        ...(panels[index]?.heard ?? []).map(({ from, to }) => to - from),
      );
      free += Math.abs(slope) * shortest;
      continue;
    }
    if (lag?.verdict === 'not-visible') free += Math.abs(slope) * lag.ms;
    for (const [other, otherSlope] of slopes.entries())
      if (lags[other]?.verdict !== 'unknown')
        known += slope * otherSlope * (covariance[index]?.[other] ?? 0);
  }
  const share = a / (a + b);
  const rest = 4 * share * (1 - share) * unexplained;
  return Math.min(1, free + standardDeviations * Math.hypot(Math.sqrt(Math.max(0, known)), rest));
}
