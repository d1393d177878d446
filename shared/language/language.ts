/** A language as one reader has it: its words, direction, days and lists. */
import { sayWith, type Say } from './say.ts';
import { directionOf, type Direction, type Reader } from './tongue.ts';

export interface Language extends Reader {
  readonly direction: Direction;
  readonly say: Say;
  /** "Ana and Ben". */
  list(items: readonly string[]): string;
  /** A day `YYYY-MM-DD` as it is written in a sentence: "Mon, 2 Mar". */
  day(day: string): string;
  /** "today", "tomorrow", "in 3 days", "2 days ago". */
  daysAway(days: number): string;
}

/** The English text of each message, and what is said in its place. */
export type Catalogue = Readonly<Record<string, string>>;

export function languageOf({ tongue, locale }: Reader, catalogue: Catalogue): Language {
  const direction = directionOf(tongue);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const dates = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const away = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    tongue,
    locale,
    direction,
    say: sayWith({ locale, direction, messages: new Map(Object.entries(catalogue)) }),
    list: (items) => lists.format(items),
    day: (day) => dates.format(Date.parse(`${day}T00:00:00Z`)),
    daysAway: (days) => away.format(days, 'day'),
  };
}

/** The English that the messages themselves are written in. */
export const english: Language = languageOf({ tongue: 'en', locale: 'en' }, {});
