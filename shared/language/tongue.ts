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
  const locale = canonical(said);
  const tongue = tongues.find((each) => each === locale?.split('-')[0]);
  if (locale === undefined || tongue === undefined) return { tongue: 'en', locale: 'en' };
  // Teams writes the same digits in Arabic as elsewhere, and so do its users' calendars and chats.
  return { tongue, locale: tongue === 'ar' ? `${locale}-u-nu-latn` : locale };
}

export function directionOf(tongue: Tongue): Direction {
  return tongue === 'ar' ? 'rtl' : 'ltr';
}

/** Without what may follow the region: a calendar or digits of somebody's own. */
function canonical(said: string | undefined): string | undefined {
  const tag = /^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?(?![a-z\d])/i.exec(
    said ?? '',
  );
  return tag === null ? undefined : Intl.getCanonicalLocales(tag[0].replaceAll('_', '-'))[0];
}
