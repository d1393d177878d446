/** The self-check: whether a panel hears only the other person, or everybody and so proves nothing. */
import type { Observed, ObservedPanel } from './observed.ts';
import { alone } from './observed.ts';
import type { Span, Spans } from './span.ts';
import { clip, intersect, startedBefore, subtract, totalOf, unite } from './span.ts';

/** A signal holds on for no longer than this: the longest hang-over we allow for. */
const hangoverCeilingMs = 2_000;
/** A signal is on this long after the speech began, clock errors included. */
const attackCeilingMs = 400;
/** Clear speech shorter than this says nothing: it may be a "mm-hm". */
const clearSpeechMs = 500;
/**
 * A panel that hears everybody is on for nearly all of its own user's speech (short pauses can
 * show on the other side first); one that works is on for some of it, by overlap and hang-over.
 */
const shareOfEverybody = 0.6;
/** People throw in a word while the other speaks: so much of what both are heard in proves little. */
const plainAsideMs = 1_500;
const asideCounts = 0.25;
/** That a panel comes on just when its user begins to speak is worth this much more speech. */
const startsTogetherMs = 1_500;
/** One long stretch is one accident: beyond this, what more there is of it proves a sixteenth. */
const longStretchMs = 8_000;
/** Off while its user clearly speaks, it can hardly be one that hears everybody. */
const offCounts = 2;
/** Milliseconds of speech heard against the rule that it takes to change our mind. */
const proofMs = 10_000;
/** No person speaks this long without a break that a signal would show. */
const breathMs = 180_000;

type Fault =
  /** It hears its own user too. */
  | 'hears-everybody'
  /** It never says that nobody speaks. */
  | 'never-silent';

/** Heard by the one while the other is silent, for so long beyond any hang-over, tells whose it is. */
const tellsWhoseMs = 1_500;

export interface CheckedPanel {
  /** As far as the two were alone. */
  readonly panel: ObservedPanel;
  readonly fault: Fault | undefined;
  /** The panels of which one hears everybody: itself, and those that it cannot be told from. */
  readonly suspects: readonly ObservedPanel[];
  /** When it cannot be trusted. */
  readonly failing: Spans;
}

/**
 * Own speech of the panel's user is what the other's panels heard. Each clear stretch of it speaks
 * for or against the panel, by its length; the most likely course of good and bad times follows
 * by dynamic programming (Viterbi) with `proofMs` as the price of every change.
 */
export function checkPanels(observed: Observed): readonly CheckedPanel[] {
  // With company, both panels rightly hear the same person: that time says nothing.
  const only = alone(observed);
  const panels = observed.panels.map((panel): ObservedPanel => {
    const { open, heard } = panel;
    return { ...panel, open: intersect(open, only), heard: intersect(heard, only) };
  });
  const isStuck = new Set(panels.filter(isNeverSilent));
  const checked = panels.map((panel): CheckedPanel => {
    const listeners = panels.filter((other) => other.user !== panel.user);
    const sound = listeners.filter((other) => !isStuck.has(other));
    const others = sound.length > 0 ? sound : listeners;
    const verdicts = others.map((other) => {
      const bad = intersect(badTimes(clearSpeech(panel, other), observed.meetingMs), other.open);
      return { bad, good: subtract(other.open, bad) };
    });
    // Two signals that differ as two people do clear each other, whatever a third one says.
    const failing = subtract(
      intersect(unite(...verdicts.map(({ bad }) => bad)), panel.open),
      unite(...verdicts.map(({ good }) => good)),
    );
    const fault = failing.length > 0 ? 'hears-everybody' : undefined;
    const suspects = [panel];
    if (!isStuck.has(panel)) return { panel, fault, suspects, failing };
    return { panel, fault: fault ?? 'never-silent', suspects, failing: panel.open };
  });
  return checked.map((one) =>
    isStuck.has(one.panel) ? one : withSuspects(acquitted(one, checked), panels),
  );
}

/** What it alone has heard tells that it is this one; without that, it may be the other's. */
function withSuspects(one: CheckedPanel, panels: readonly ObservedPanel[]): CheckedPanel {
  const alike = panels.filter(
    (other) =>
      other.user !== one.panel.user &&
      totalOf(intersect(one.failing, other.open)) > 0 &&
      heardAlone(one.panel, other, one.failing) < tellsWhoseMs,
  );
  return { ...one, suspects: [one.panel, ...alike] };
}

/**
 * While two panels hear the same, each looks as if it heard everybody. The one that does hears all
 * that the other hears, and its own user besides: what it alone hears acquits the other. Nothing is
 * gained for the measure, which needs both; but nobody is blamed for the other's client.
 */
function acquitted(one: CheckedPanel, all: readonly CheckedPanel[]): CheckedPanel {
  const { panel, failing } = one;
  const isTheOthers = all.flatMap((other) => {
    if (other.panel.user === panel.user) return [];
    const both = intersect(failing, other.failing);
    const owed = heardAlone(other.panel, panel, both);
    return owed >= tellsWhoseMs && heardAlone(panel, other.panel, both) === 0 ? [both] : [];
  });
  const left = subtract(failing, unite(...isTheOthers));
  return { ...one, fault: left.length > 0 ? one.fault : undefined, failing: left };
}

/** Milliseconds in which `one` hears somebody and `other` does not, for longer than signals are late. */
function heardAlone(one: ObservedPanel, other: ObservedPanel, during: Spans): number {
  const listening = intersect(during, intersect(one.open, other.open));
  return subtract(intersect(one.heard, listening), other.heard).reduce(
    (sum, { from, to }) => sum + Math.max(0, to - from - hangoverCeilingMs),
    0,
  );
}

interface Evidence extends Span {
  /** Milliseconds for (above 0) or against hearing everybody. */
  readonly weight: number;
}

/** The stretches in which the panel's own user surely spoke, with what the panel made of them. */
function clearSpeech(panel: ObservedPanel, other: ObservedPanel): readonly Evidence[] {
  const shortest = other.heard.reduce(
    (least, { from, to }) => Math.min(least, to - from),
    Infinity,
  );
  // No stretch is shorter than the hang-over that it contains.
  const hangoverMs = Math.min(hangoverCeilingMs, shortest);
  const evidence: Evidence[] = [];
  for (const stretch of intersect(other.heard, panel.open)) {
    const from = stretch.from + attackCeilingMs;
    const to = stretch.to - hangoverMs;
    const length = to - from;
    if (length < clearSpeechMs) continue;
    const share = totalOf(within(panel.heard, from, to)) / length;
    const proof = Math.min(length, longStretchMs) + Math.max(0, length - longStretchMs) / 16;
    const lean = Math.max(-1, (share - shareOfEverybody) / (1 - shareOfEverybody));
    const aside = startsTogether(panel.heard, stretch.from) ? -startsTogetherMs : plainAsideMs;
    const weight =
      lean * (lean > 0 ? Math.max(asideCounts * proof, proof - aside) : offCounts * proof);
    evidence.push({ from: stretch.from, to: stretch.to, weight });
  }
  return evidence;
}

function startsTogether(heard: Spans, at: number): boolean {
  const started = heard[startedBefore(heard, at + attackCeilingMs) - 1];
  return started !== undefined && started.from > at - attackCeilingMs;
}

function within(spans: Spans, from: number, to: number): Spans {
  const first = Math.max(0, startedBefore(spans, from) - 1);
  return clip(spans.slice(first, startedBefore(spans, to)), from, to);
}

function badTimes(evidence: readonly Evidence[], meetingMs: number): Spans {
  let good = 0;
  let bad = -proofMs;
  const cameFrom: { readonly good: boolean; readonly bad: boolean }[] = [];
  for (const { weight } of evidence) {
    const step = { good: good >= bad - proofMs, bad: good - proofMs > bad };
    const nextGood = step.good ? good : bad - proofMs;
    bad = (step.bad ? good - proofMs : bad) + weight;
    good = nextGood;
    cameFrom.push(step);
  }
  const times: Span[] = [];
  let isGood = good >= bad;
  let to = isGood ? undefined : meetingMs;
  for (let index = evidence.length - 1; index >= 0; index -= 1) {
    const wasGood = isGood ? (cameFrom[index]?.good ?? true) : (cameFrom[index]?.bad ?? true);
    // What lies between good and bad evidence is not trusted.
    if (wasGood && !isGood) {
      times.unshift({ from: evidence[index - 1]?.to ?? 0, to: to ?? meetingMs });
      to = undefined;
    } else if (!wasGood && isGood) to = evidence[index]?.from ?? meetingMs;
    isGood = wasGood;
  }
  if (!isGood) times.unshift({ from: 0, to: to ?? meetingMs });
  return times.filter((span) => span.to > span.from);
}

function isNeverSilent({ heard, open }: ObservedPanel): boolean {
  const [only] = heard;
  if (only === undefined || heard.length > open.length) return false;
  const breathless = heard.every((stretch) => open.some((span) => span.to === stretch.to));
  return breathless && heard.some((stretch) => stretch.to - stretch.from >= breathMs);
}
