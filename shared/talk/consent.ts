/** Consent: talk is measured only while both have said yes, each for themselves. */
import type { Talkers } from './event.ts';

export const consents = ['series', 'meeting', 'off'] as const;
/** Yes for all 1:1s of the series, yes for this meeting, or no. */
export type Consent = (typeof consents)[number];

/** Who has said yes, by person; who said nothing is not in it. */
export type ConsentByUser = ReadonlyMap<string, Consent>;

export function hasAgreed(given: ConsentByUser, user: string): boolean {
  const consent = given.get(user);
  return consent === 'series' || consent === 'meeting';
}

export function haveBothAgreed(given: ConsentByUser, people: Talkers): boolean {
  return people.every(({ id }) => hasAgreed(given, id));
}
