/**
 * The model of lags. Of every sound from `s` to `e` a panel says it was on from `s + attack` to
 * `e + hang-over`; so a stretch is too long by their difference, the lag. The unknowns are the
 * attack and the hang-over of each panel and the error of its clock, the pair's mean gap between
 * turns, and the shortest sound that shows. Each thing seen is a sum of them with an error.
 */
import type { Belief, Knowledge } from './least-squares.ts';
import { covarianceOf, valueOf } from './least-squares.ts';
import { quantile, spreadOf } from './median.ts';
import type { Shortest, ShortestOfPanel } from './shortest.ts';

/** What is known beforehand, in milliseconds as [mean, standard deviation]. */
const priors = {
  /** Between 300 and 1,600 ms were seen; left nearly free. */
  hangover: [900, 600],
  attack: [190, 75],
  /** Of the server's clock, as far as the panel knows it. */
  clock: [0, 30],
  /** Mean over ten languages about 200 ms (Stivers 2009); pairs differ by some 90 ms. */
  gap: [200, 90],
  /** A clipped "mm" or "yes" that still passes as speech. */
  shortestSound: [230, 80],
} as const;
/** Offsets between turns spread by this much (Heldner & Edlund 2010). */
const gapSpreadMs = 450;
/** How many observed changes of floor the published spread counts for. */
const gapSpreadWorth = 10;
/** Each side's shortest sound, and shortest silence, is its own by this (standard deviation). */
const ownShortestMs = 50;
const ownSilenceMs = 40;
/** How likely it is beforehand that the shortest that was seen is as short as it can be. */
const isTelling = 0.8;
/** If not, it lies anywhere in a range this wide. */
const anywhereMs = 3_000;

const ofEach = 3;
const hangoverOf = (panel: number) => ofEach * panel;
const attackOf = (panel: number) => ofEach * panel + 1;
const clockOf = (panel: number) => ofEach * panel + 2;
const gapAfter = (panels: number) => ofEach * panels;
const shortestSoundAfter = (panels: number) => ofEach * panels + 1;

export function unknownsOf(panels: number): number {
  return ofEach * panels + 2;
}

export function priorsOf(panels: number): readonly Knowledge[] {
  return [
    prior(gapAfter(panels), priors.gap),
    prior(shortestSoundAfter(panels), priors.shortestSound),
    ...Array.from({ length: panels }, (_, panel) => [
      prior(hangoverOf(panel), priors.hangover),
      prior(attackOf(panel), priors.attack),
      prior(clockOf(panel), priors.clock),
    ]).flat(),
  ];
}

function prior(index: number, [value, sd]: readonly [number, number]): Knowledge {
  return { of: [[index, 1]], value, sd };
}

/** The gaps (ascending) from what the panel `ending` heard the end of to what `starting` heard the start of. */
export function toldByGaps(
  gaps: Float64Array,
  ending: number,
  starting: number,
  panels: number,
): readonly Knowledge[] {
  const middle = quantile(gaps, 0.5);
  if (middle === undefined) return [];
  const spread = Math.sqrt(
    (gapSpreadWorth * gapSpreadMs ** 2 + gaps.length * spreadOf(gaps) ** 2) /
      (gapSpreadWorth + gaps.length),
  );
  // The standard error of a bell's median is a quarter more than that of its mean.
  const error = (1.25 * spread) / Math.sqrt(gaps.length);
  return [
    {
      of: [
        [gapAfter(panels), 1],
        [attackOf(starting), 1],
        [clockOf(starting), 1],
        [hangoverOf(ending), -1],
        [clockOf(ending), -1],
      ],
      value: middle,
      sd: error,
    },
  ];
}

/**
 * A stretch is the sound and the lag; a signal that dropped is off for at least the time that it
 * needs to come on. `before` is what is believed without this: as far as what was seen fits it, it
 * counts in full.
 */
export function toldByShortest(
  { stretch, silence }: ShortestOfPanel,
  panel: number,
  panels: number,
  before: Belief,
): readonly Knowledge[] {
  const told = (of: Knowledge['of'], shortest: Shortest | undefined, ownMs: number) =>
    shortest === undefined ? [] : [doubted(of, shortest, ownMs, before)];
  return [
    ...told([...lagTerms(panel), [shortestSoundAfter(panels), 1]], stretch, ownShortestMs),
    ...told([[attackOf(panel), 1]], silence, ownSilenceMs),
  ];
}

/**
 * Perhaps nobody made a sound, or a pause, as short as that. Then what was seen may lie anywhere
 * and tells nothing; by Bayes' rule the further off it lies, the likelier that is.
 */
function doubted(
  of: Knowledge['of'],
  { value, spread }: Shortest,
  ownMs: number,
  before: Belief,
): Knowledge {
  const sd = Math.hypot(ownMs, spread);
  const expected = valueOf(before, of);
  const variance = sd ** 2 + expected.variance;
  const bell =
    Math.exp(-((value - expected.mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
  const telling = (bell * isTelling) / (bell * isTelling + (1 - isTelling) / anywhereMs);
  return { of, value, sd: sd / Math.sqrt(Math.max(telling, 1e-6)) };
}

/** A lag to begin with: as if the shortest stretch were the shortest sound. */
export function firstLag({ stretch }: ShortestOfPanel): number {
  const [mean, sd] = priors.hangover;
  const lag = (stretch?.value ?? 0) - priors.shortestSound[0];
  return Math.max(0, Math.min(lag, mean + sd));
}

export function lagIn(belief: Belief, panel: number): number {
  return valueOf(belief, lagTerms(panel)).mean;
}

export function lagCovariance(belief: Belief, one: number, other: number): number {
  return covarianceOf(belief, lagTerms(one), lagTerms(other));
}

function lagTerms(panel: number): Knowledge['of'] {
  return [
    [hangoverOf(panel), 1],
    [attackOf(panel), -1],
  ];
}
