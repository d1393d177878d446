/** A moment as its reader writes it: the day, and the time on their own clock. */
const whenFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** `at` in milliseconds since 1970. */
export function whenText(at: number): string {
  return whenFormat.format(at);
}
