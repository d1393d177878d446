/** How long ago, how often and how soon, as one says it of 1:1s and of what was agreed in them. */
import type { Language } from '../language/language.ts';
import type { Say } from '../language/say.ts';
import type { Day } from '../outcomes/outcome.ts';
import { daysBetween } from './local-time.ts';

/** So near that it is worth a word of its own. */
const soonDays = 7;
/** Carried this often, an outcome is old: its pair is asked what to do with it. */
const oldMeetings = 3;

export type OutcomeStanding = 'late' | 'soon' | 'old' | 'open';

/** `today` is the reader's own day. */
export function standingOfOutcome(
  { by, age }: { readonly by: Day | null; readonly age: number },
  today: Day,
): OutcomeStanding {
  const days = by === null ? undefined : daysBetween(today, by);
  if (days !== undefined && days < 0) return 'late';
  if (days !== undefined && days <= soonDays) return 'soon';
  return age >= oldMeetings ? 'old' : 'open';
}

/** "3 days late", "due today", "due in 5 days"; undefined while there is time. */
export function dueWords(say: Say, by: Day, today: Day): string | undefined {
  const days = daysBetween(today, by);
  if (days < 0) return say('{count, plural, one {# day} other {# days}} late', { count: -days });
  if (days === 0) return say('due today');
  if (days === 1) return say('due tomorrow');
  return days <= soonDays ? say('due in {days, number} days', { days }) : undefined;
}

/** "today", "yesterday", "9 days ago", "5 weeks ago", "8 months ago". */
export function agoWords({ locale }: Language, day: Day, today: Day): string {
  const days = Math.max(0, daysBetween(day, today));
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (days < 14) return ago.format(-days, 'day');
  // A month has no fixed length; past half a year nobody counts the weeks.
  return days < 182
    ? ago.format(-Math.floor(days / 7), 'week')
    : ago.format(-Math.floor(days / 30.44), 'month');
}

/** "every week", "every 2 weeks", "every 3 days". */
export function rhythmWords(say: Say, everyDays: number): string {
  return everyDays % 7 === 0
    ? say('{count, plural, =1 {every week} other {every # weeks}}', { count: everyDays / 7 })
    : say('{count, plural, =1 {every day} other {every # days}}', { count: everyDays });
}
