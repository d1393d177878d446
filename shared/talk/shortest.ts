/** The shortest that a panel's signal was ever on, or off: no shorter than its own slowness. */
import type { ObservedPanel } from './observed.ts';

/** How many of the shortest are looked at. */
const kept = 4;

export interface Shortest {
  readonly value: number;
  /** How far the shortest few lie apart: a lone one may be an accident. */
  readonly spread: number;
}

export interface ShortestOfPanel {
  /** Second to the shortest, as one may be a fluke. Undefined with too few to look at. */
  readonly stretch: Shortest | undefined;
  readonly silence: Shortest | undefined;
}

export function shortestOf({ heard, open }: ObservedPanel): ShortestOfPanel {
  const stretches: number[] = [];
  const silences: number[] = [];
  let span = 0;
  let before: number | undefined;
  for (const { from, to } of heard) {
    while ((open[span]?.to ?? Infinity) <= from) {
      span += 1;
      before = undefined;
    }
    if (before !== undefined) silences.push(from - before);
    before = to;
    // What the panel's opening or closing cut off has no length of its own.
    if (from > (open[span]?.from ?? 0) && to < (open[span]?.to ?? 0)) stretches.push(to - from);
  }
  return { stretch: rank(stretches, 1), silence: rank(silences, 0) };
}

function rank(lengths: readonly number[], place: number): Shortest | undefined {
  const shortest: number[] = [];
  for (const length of lengths) {
    if (shortest.length === kept && length >= (shortest.at(-1) ?? 0)) continue;
    const index = shortest.findIndex((known) => length < known);
    shortest.splice(index < 0 ? shortest.length : index, 0, length);
    if (shortest.length > kept) shortest.pop();
  }
  const value = shortest[place];
  const [least] = shortest;
  const last = shortest[kept - 1];
  if (value === undefined || least === undefined || last === undefined) return undefined;
  return { value, spread: last - least };
}
