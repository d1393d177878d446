/** How long a topic or an outcome has been with the pair, in words; undefined when it is new. */
import { ageIn } from '../../shared/agenda/topic.ts';
import type { Say } from '../../shared/language/say.ts';

export function ageText(say: Say, meetingNumber: number, since: number): string | undefined {
  const count = ageIn(meetingNumber, since);
  if (count === 0) return undefined;
  return say('{count, plural, one {# meeting old} other {# meetings old}}', { count });
}
