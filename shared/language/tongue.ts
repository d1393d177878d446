/** The languages that the app speaks, and which of them a reader gets. */
export const tongues = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const;
export type Tongue = (typeof tongues)[number];

export type Direction = 'ltr' | 'rtl';

export interface Reader {
  readonly tongue: Tongue;
  /** For dates and numbers: as exact as it is known, such as `de-AT`. */
  readonly locale: string;
}

/** Of what Teams or a browser says, such as `de-at`; whoever speaks another language gets English. */
export function readerOf(said: string | undefined): Reader {
  const locale = localeTag(said);
  const tongue = tongues.find((each) => each === locale?.split('-')[0]);
  if (locale === undefined || tongue === undefined) return { tongue: 'en', locale: 'en' };
  // Teams writes the same digits in Arabic as elsewhere, and so do its users' calendars and chats.
  return { tongue, locale: tongue === 'ar' ? `${locale}-u-nu-latn` : locale };
}

/**
 * What all of them read: their common language, as in their region where that is the same too. In
 * English where they read different ones, or it is not known of one of them what they read.
 */
export function commonReader(said: readonly (string | undefined)[]): Reader {
  const [first, ...others] = said.map((each) => readerOf(each));
  if (first === undefined || others.some(({ tongue }) => tongue !== first.tongue)) {
    return readerOf(undefined);
  }
  return others.every(({ locale }) => locale === first.locale) ? first : readerOf(first.tongue);
}

export function directionOf(tongue: Tongue): Direction {
  return tongue === 'ar' ? 'rtl' : 'ltr';
}

/**
 * The first language in what is said, such as `de-AT` of `de-at,de;q=0.9`; without what may follow
 * the region: a calendar or digits of somebody's own.
 */
export function localeTag(said: string | undefined): string | undefined {
  const tag = /^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?(?![a-z\d])/i.exec(
    said ?? '',
  );
  return tag === null ? undefined : Intl.getCanonicalLocales(tag[0].replaceAll('_', '-'))[0];
}
