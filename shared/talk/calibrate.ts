/** Calibration: how late each panel's signal is to drop, told from the conversation itself. */
import { floorGaps } from './floor-gap.ts';
import {
  firstLag,
  lagCovariance,
  lagIn,
  priorsOf,
  toldByGaps,
  toldByShortest,
  unknownsOf,
} from './lag-model.ts';
import type { Belief } from './least-squares.ts';
import { believe } from './least-squares.ts';
import type { ObservedPanel } from './observed.ts';
import { shortestOf } from './shortest.ts';
import type { Spans } from './span.ts';
import { intersect } from './span.ts';

/** Fewer changes of floor in one direction than this tell nothing. */
const fewestChanges = 8;
/** Lags are believed in when one is this many standard deviations above none. */
const clearOfZero = 2.5;
/** Which changes count depends on the lags, and the other way round: they settle in a few rounds. */
const mostRounds = 8;
const settledMs = 0.5;

interface Lag {
  readonly panel: string;
  readonly verdict:
    /** Stretches heard by this panel are shortened by `ms`. */
    | 'corrected'
    /** People leave gaps as one expects: no lag can be seen, and none is taken off. */
    | 'not-visible'
    /** Too few changes of floor to tell. */
    | 'unknown';
  /** The best estimate, whatever the verdict; 0 when unknown. */
  readonly ms: number;
}

export interface Calibration {
  readonly lags: readonly Lag[];
  /** Covariance of the lags' errors, in their order; of use where the verdict is not unknown. */
  readonly covariance: readonly (readonly number[])[];
}

/** `panels` of both people, each as far as it can be trusted. */
export function calibrate(panels: readonly ObservedPanel[]): Calibration {
  const pairs = pairsOf(panels);
  const shortest = panels.map(shortestOf);
  let lags: readonly number[] = shortest.map(firstLag);
  let changes: readonly Changes[] = [];
  let belief: Belief | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    changes = pairs.flatMap((pair) => changesOf(pair, lags));
    const known = [
      ...priorsOf(panels.length),
      ...changes.flatMap(({ gaps, ending, starting }) =>
        toldByGaps(gaps, ending, starting, panels.length),
      ),
    ];
    const byGaps = believe(unknownsOf(panels.length), known);
    const found = believe(unknownsOf(panels.length), [
      ...known,
      ...shortest.flatMap((of, panel) => toldByShortest(of, panel, panels.length, byGaps)),
    ]);
    // No lag is longer than the shortest stretch, which contains it.
    const next = shortest.map(({ stretch }, panel) =>
      Math.max(0, Math.min(lagIn(found, panel), stretch?.value ?? 0)),
    );
    const isSettled = next.every((lag, panel) => Math.abs(lag - (lags[panel] ?? 0)) < settledMs);
    lags = next;
    belief = found;
    if (isSettled) break;
  }
  const covarianceOf = (one: number, other: number) =>
    belief === undefined ? 0 : lagCovariance(belief, one, other);
  const isKnown = panels.map((_, index) => {
    const seen = changes.filter(({ ending }) => ending === index);
    return seen.reduce((sum, { gaps }) => sum + gaps.length, 0) >= fewestChanges;
  });
  // Signals either hold on or do not: one that clearly does speaks for the others too.
  const isClear = lags.some(
    (lag, index) => isKnown[index] && lag > clearOfZero * Math.sqrt(covarianceOf(index, index)),
  );
  return {
    lags: panels.map(({ panel }, index): Lag => {
      if (isKnown[index] !== true) return { panel, verdict: 'unknown', ms: 0 };
      return { panel, verdict: isClear ? 'corrected' : 'not-visible', ms: lags[index] ?? 0 };
    }),
    covariance: panels.map((_, one) => panels.map((_, other) => covarianceOf(one, other))),
  };
}

/** Two panels that hear each other's users, over the time both were open. */
interface PanelPair {
  readonly indexes: readonly [number, number];
  readonly heard: readonly [Spans, Spans];
  readonly open: Spans;
}

function pairsOf(panels: readonly ObservedPanel[]): readonly PanelPair[] {
  return panels.flatMap((one, first) =>
    panels.flatMap((other, second): PanelPair[] => {
      if (second <= first || one.user === other.user) return [];
      const open = intersect(one.open, other.open);
      const heard = [intersect(one.heard, open), intersect(other.heard, open)] as const;
      return [{ indexes: [first, second], heard, open }];
    }),
  );
}

interface Changes {
  /** The panel that heard the one end, and the panel that heard the other start. */
  readonly ending: number;
  readonly starting: number;
  /** As observed, nothing taken off; ascending. */
  readonly gaps: Float64Array;
}

function changesOf({ indexes, heard, open }: PanelPair, lags: readonly number[]): Changes[] {
  const [one, other] = indexes;
  const first = { heard: heard[0], lagMs: lags[one] ?? 0 };
  const second = { heard: heard[1], lagMs: lags[other] ?? 0 };
  return [
    { ending: one, starting: other, gaps: floorGaps(first, second, open).toSorted() },
    { ending: other, starting: one, gaps: floorGaps(second, first, open).toSorted() },
  ];
}
