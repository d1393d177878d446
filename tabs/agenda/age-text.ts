/** How long a topic or an outcome has been with the pair, in words; undefined when it is new. */
import { ageIn } from '../../shared/agenda/topic.ts';

export function ageText(meetingNumber: number, since: number): string | undefined {
  const age = ageIn(meetingNumber, since);
  if (age === 0) return undefined;
  return age === 1 ? '1 meeting old' : `${age} meetings old`;
}
