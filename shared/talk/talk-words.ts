/** The talk balance in words: shares, coverage and method, the same in the panel and the recap. */
import type { Say } from '../language/say.ts';
import type { TalkTotals } from './totals.ts';

export function methodName(say: Say, method: TalkTotals['method']): string {
  switch (method) {
    case 'crossed':
      return say('from what each panel heard of the other');
    case 'manual':
      return say('tapped by hand');
    case 'transcript':
      return say('from the transcript');
  }
}

/** Half a share in whole percent may not add up to more than the whole. */
export function percent(share: number): number {
  return Math.round(share * 100);
}

export function percentText(say: Say, share: number): string {
  return say('{percent, number} %', { percent: percent(share) });
}

/** "21 of 24 min"; in seconds while a meeting is younger than two minutes. */
export function coverageWords(say: Say, measuredMs: number, meetingMs: number): string {
  const inUnits = (unitMs: number, round: (count: number) => number) => ({
    measured: round(measuredMs / unitMs),
    meeting: round(meetingMs / unitMs),
  });
  return meetingMs < 120_000
    ? say('{measured} of {meeting} s', inUnits(1_000, Math.floor))
    : say('{measured} of {meeting} min', inUnits(60_000, Math.round));
}

/** "Ben 58 %, Ana 42 %, measured 21 of 24 min, from the transcript"; undefined with nobody heard. */
export function balanceLine(
  say: Say,
  totals: TalkTotals,
  nameOf: (user: string) => string,
): string | undefined {
  const { people, measuredMs, meetingMs, method } = totals;
  const [one, other] = people;
  if (one.share === null || other.share === null) return undefined;
  return say('{one} {ones, number} %, {other} {others, number} %, measured {coverage}, {method}', {
    one: nameOf(one.id),
    ones: percent(one.share),
    other: nameOf(other.id),
    others: percent(other.share),
    coverage: coverageWords(say, measuredMs, meetingMs),
    method: methodName(say, method),
  });
}

/** "1 min 20 s", "45 s", "0.4 s". */
export function durationWords(say: Say, ms: number): string {
  if (Math.abs(ms) < 10_000)
    return say('{seconds, number} s', { seconds: Math.round(ms / 100) / 10 });
  const all = Math.round(ms / 1_000);
  const [minutes, seconds] = [Math.floor(all / 60), all % 60];
  if (minutes === 0) return say('{seconds, number} s', { seconds });
  return seconds === 0
    ? say('{count, number} min', { count: minutes })
    : say('{minutes, number} min {seconds, number} s', { minutes, seconds });
}
