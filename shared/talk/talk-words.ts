/** The talk balance in words: shares, coverage and method, the same in the panel and the recap. */
import type { TalkTotals } from './totals.ts';

export const methodNames: Readonly<Record<TalkTotals['method'], string>> = {
  crossed: 'from what each panel heard of the other',
  manual: 'tapped by hand',
  transcript: 'from the transcript',
};

/** Half a share in whole percent may not add up to more than the whole. */
export function percent(share: number): number {
  return Math.round(share * 100);
}

export function percentText(share: number): string {
  return `${percent(share)} %`;
}

/** "21 of 24 min"; in seconds while a meeting is younger than two minutes. */
export function coverageWords(measuredMs: number, meetingMs: number): string {
  if (meetingMs < 120_000)
    return `${Math.floor(measuredMs / 1_000)} of ${Math.floor(meetingMs / 1_000)} s`;
  return `${Math.round(measuredMs / 60_000)} of ${Math.round(meetingMs / 60_000)} min`;
}

/** "Ben 58 %, Ana 42 %, measured 21 of 24 min, from the transcript"; undefined with nobody heard. */
export function balanceLine(
  totals: TalkTotals,
  nameOf: (user: string) => string,
): string | undefined {
  const { people, measuredMs, meetingMs, method } = totals;
  const shares = people.flatMap(({ id, share }) =>
    share === null ? [] : [`${nameOf(id)} ${percentText(share)}`],
  );
  if (shares.length === 0) return undefined;
  return `${shares.join(', ')}, measured ${coverageWords(measuredMs, meetingMs)}, ${methodNames[method]}`;
}

/** "1 min 20 s", "45 s", "0.4 s". */
export function durationWords(ms: number): string {
  if (Math.abs(ms) < 10_000) return `${(Math.round(ms / 100) / 10).toString()} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0
    ? `${Math.floor(seconds / 60)} min`
    : `${Math.floor(seconds / 60)} min ${rest} s`;
}
