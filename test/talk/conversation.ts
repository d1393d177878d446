/** Two people talking, as it truly was: made up after the published distributions. */
import type { Span, Spans } from '../../shared/talk/span.ts';
import { spansOf } from '../../shared/talk/span.ts';
import type { Random } from './random.ts';

/**
 * How a pair talks. Turn gaps: Stivers 2009 (mean about 200 ms over languages, which differ),
 * Heldner & Edlund 2010 (sd about 450 ms, four in ten changes overlap). Pauses and backchannels:
 * log-normal, medians as usually reported for dialogue (around half a second, a third to a half).
 */
export interface Manners {
  readonly minutes: number;
  /** The manager's part of the talking that is aimed at; the truth is counted afterwards. */
  readonly aim: number;
  readonly turnMedianMs: number;
  readonly turnSigma: number;
  readonly gapMeanMs: number;
  readonly gapSdMs: number;
  /** Gaps with a long tail to the right instead of a bell. */
  readonly gapSkewed: boolean;
  /** Per second of speech inside a turn, for each of the two. */
  readonly pauseRates: readonly [number, number];
  readonly pauseMedianMs: number;
  /** Per minute of the other's turn, for each of the two. */
  readonly backchannelRates: readonly [number, number];
  readonly backchannelMedianMs: number;
  readonly silenceChance: number;
}

export function mannersOf(random: Random): Manners {
  const { between, chance } = random;
  const pauseRate = between(0.12, 0.35);
  return {
    minutes: between(20, 50),
    aim: between(0.2, 0.8),
    turnMedianMs: between(3_000, 9_000),
    turnSigma: between(0.6, 1.1),
    gapMeanMs: between(50, 350),
    gapSdMs: between(300, 550),
    gapSkewed: chance(0.4),
    pauseRates: [pauseRate * between(0.8, 1.25), pauseRate * between(0.8, 1.25)],
    pauseMedianMs: between(350, 700),
    backchannelRates: [between(1, 7), between(1, 7)],
    backchannelMedianMs: between(300, 550),
    silenceChance: between(0, 0.05),
  };
}

export interface Conversation {
  readonly ms: number;
  /** The sounds of the manager, then those of the report. */
  readonly speech: readonly [Spans, Spans];
}

export function conversationOf(manners: Manners, random: Random): Conversation {
  const ms = Math.round(manners.minutes * 60_000);
  const sounds: [Span[], Span[]] = [[], []];
  // One's turn is longer and the other's shorter, so that the shares come out as aimed.
  const turnMedians = [
    manners.turnMedianMs * 2 * manners.aim,
    manners.turnMedianMs * 2 * (1 - manners.aim),
  ];
  let speaker = random.chance(0.5) ? 1 : 0;
  let from = random.between(500, 4_000);
  while (from < ms) {
    const to = from + Math.max(250, random.logNormal(turnMedians[speaker]!, manners.turnSigma));
    sounds[speaker]!.push(...soundsOfTurn(from, to, manners.pauseRates[speaker]!, manners, random));
    const listener = 1 - speaker;
    sounds[listener]!.push(
      ...backchannels(from, to, manners.backchannelRates[listener]!, manners, random),
    );
    const silence = random.chance(manners.silenceChance) ? random.between(2_000, 12_000) : 0;
    from = Math.max(from + 100, to + silence + gapOf(manners, random));
    speaker = listener;
  }
  const whole = (spans: readonly Span[]) =>
    spansOf(
      spans.map((span) => ({ from: Math.round(span.from), to: Math.min(ms, Math.round(span.to)) })),
    );
  return { ms, speech: [whole(sounds[0]), whole(sounds[1])] };
}

function gapOf({ gapMeanMs, gapSdMs, gapSkewed }: Manners, random: Random): number {
  if (!gapSkewed) return random.normal(gapMeanMs, gapSdMs);
  // A log-normal moved to the left, with the same mean and standard deviation.
  const sigma = 0.4;
  const median = gapSdMs / Math.sqrt((Math.exp(sigma ** 2) - 1) * Math.exp(sigma ** 2));
  return random.logNormal(median, sigma) - median * Math.exp(sigma ** 2 / 2) + gapMeanMs;
}

function soundsOfTurn(
  from: number,
  to: number,
  rate: number,
  manners: Manners,
  random: Random,
): Span[] {
  const sounds: Span[] = [];
  let at = from;
  for (;;) {
    const pauseAt = at + Math.max(250, (-Math.log(1 - random.unit()) / rate) * 1_000);
    const resumeAt = pauseAt + Math.max(100, random.logNormal(manners.pauseMedianMs, 0.6));
    if (resumeAt > to - 250) return [...sounds, { from: at, to }];
    sounds.push({ from: at, to: pauseAt });
    at = resumeAt;
  }
}

function backchannels(
  from: number,
  to: number,
  perMinute: number,
  manners: Manners,
  random: Random,
): Span[] {
  const sounds: Span[] = [];
  let at = from;
  for (;;) {
    at += 1_000 + (-Math.log(1 - random.unit()) / perMinute) * 60_000;
    const until = at + Math.max(120, random.logNormal(manners.backchannelMedianMs, 0.35));
    if (until > to - 500) return sounds;
    sounds.push({ from: at, to: until });
    at = until;
  }
}
