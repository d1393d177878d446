/** A moment as its reader writes it: the day, and the time on their own clock. */
import type { Language } from '../../shared/language/language.ts';

/** `at` in milliseconds since 1970. */
export function whenText({ locale }: Language, at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
