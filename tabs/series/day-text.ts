/** A day as its reader writes it. */
import type { Language } from '../../shared/language/language.ts';

/** `moment` in milliseconds since 1970. */
export function dayText({ locale }: Language, moment: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(moment);
}
