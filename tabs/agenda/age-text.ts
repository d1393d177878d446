/** How long a topic or an outcome has been with the pair, in words; undefined when it is new. */
import { ageIn } from '../../shared/agenda/topic.ts';
import { english } from '../../shared/language/language.ts';

/** English is for the outcomes, which are not said in the reader's language yet. */
export function ageText(
  meetingNumber: number,
  since: number,
  say = english.say,
): string | undefined {
  const count = ageIn(meetingNumber, since);
  if (count === 0) return undefined;
  return say('{count, plural, one {# meeting old} other {# meetings old}}', { count });
}
