/** When a meeting is to end, as far as the calendar knows. */

/** No 1:1 is planned for longer; a calendar that says so speaks of something else. */
const longestMs = 8 * 60 * 60_000;

/**
 * Milliseconds on the clock of the arguments; undefined where the calendar says nothing of use. For a
 * meeting that repeats, calendars may name the first occurrence: then its length is what counts.
 */
export function scheduledEnd({
  startedAt,
  plannedStart,
  plannedEnd,
}: {
  readonly startedAt: number;
  readonly plannedStart: number | undefined;
  readonly plannedEnd: number | undefined;
}): number | undefined {
  if (plannedEnd === undefined || Number.isNaN(plannedEnd)) return undefined;
  if (plannedEnd > startedAt && plannedEnd - startedAt <= longestMs) return plannedEnd;
  if (plannedStart === undefined) return undefined;
  const length = plannedEnd - plannedStart;
  return length > 0 && length <= longestMs ? startedAt + length : undefined;
}
