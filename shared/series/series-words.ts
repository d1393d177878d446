/** How long ago, how often and how soon, as one says it of 1:1s and of what was agreed in them. */
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
export function dueWords(by: Day, today: Day): string | undefined {
  const days = daysBetween(today, by);
  if (days < 0) return `${counted(-days, 'day')} late`;
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  return days <= soonDays ? `due in ${days} days` : undefined;
}

/** "today", "yesterday", "9 days ago", "5 weeks ago", "8 months ago". */
export function agoWords(day: Day, today: Day): string {
  const days = Math.max(0, daysBetween(day, today));
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  // A month has no fixed length; past half a year nobody counts the weeks.
  return days < 182
    ? `${Math.floor(days / 7)} weeks ago`
    : `${Math.floor(days / 30.44)} months ago`;
}

/** "every week", "every 2 weeks", "every 3 days". */
export function rhythmWords(everyDays: number): string {
  if (everyDays === 1) return 'every day';
  if (everyDays === 7) return 'every week';
  return everyDays % 7 === 0 ? `every ${everyDays / 7} weeks` : `every ${everyDays} days`;
}

export function counted(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
