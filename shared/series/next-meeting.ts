/** When the two will meet next, as far as it can be known: from Teams, or from their rhythm. */
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Meetings that show a rhythm: older ones may have followed another. */
const meetingsLookedAt = 6;
/** So many missed in a row, and the rhythm is over. */
const missedAtMost = 1;

export interface KnownMeetings {
  /** When the meetings of the series began, in any order; milliseconds. */
  readonly startedAt: readonly number[];
  /** What Teams says is planned, if it does. */
  readonly scheduledAt: number | undefined;
  readonly now: number;
}

/** Undefined where nothing tells: no plan, and fewer than three meetings or no rhythm in them. */
export function nextMeetingAt({ startedAt, scheduledAt, now }: KnownMeetings): number | undefined {
  if (scheduledAt !== undefined && scheduledAt > now) return scheduledAt;
  const starts = startedAt.toSorted((a, b) => a - b).slice(-meetingsLookedAt);
  const last = starts.at(-1);
  const every = rhythmOf(starts);
  if (last === undefined || every === undefined) return undefined;
  const missed = Math.max(0, Math.floor((now - last) / every));
  return missed > missedAtMost ? undefined : last + (missed + 1) * every;
}

/** How regular the two are, and how many of their 1:1s have been missed since the last. */
export interface Regularity {
  readonly everyDays: number;
  readonly missed: number;
}

/** Undefined where their meetings show no rhythm that anything could be missed of. */
export function regularityOf({
  startedAt,
  now,
}: Pick<KnownMeetings, 'startedAt' | 'now'>): Regularity | undefined {
  const starts = startedAt.toSorted((a, b) => a - b).slice(-meetingsLookedAt);
  const last = starts.at(-1);
  const every = rhythmOf(starts);
  if (last === undefined || every === undefined) return undefined;
  // A 1:1 that is a day late has moved; it has not been missed.
  const missed = Math.max(0, Math.floor((now - last - dayMs) / every));
  return { everyDays: every / dayMs, missed };
}

/** The usual distance in whole days; undefined where the distances have nothing in common. */
function rhythmOf(starts: readonly number[]): number | undefined {
  const gaps = starts.slice(1).map((start, index) => (start - (starts[index] ?? start)) / dayMs);
  const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)];
  if (gaps.length < 2 || median === undefined || median < 0.5) return undefined;
  const alike = gaps.filter((gap) => Math.abs(gap - median) <= Math.max(1, median * 0.2));
  if (alike.length * 2 <= gaps.length) return undefined;
  const weeks = Math.round(median / 7);
  // A meeting that moved within its week is still a weekly one.
  const days = weeks > 0 && Math.abs(median - weeks * 7) <= 1 ? weeks * 7 : Math.round(median);
  return days * dayMs;
}
