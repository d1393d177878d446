/** What the two roles are called on screen. */
import type { Say } from '../../shared/language/say.ts';
import type { Role } from '../../shared/people/person.ts';

export function roleNames(say: Say): Readonly<Record<Role, string>> {
  return { manager: say('Manager'), report: say('Report') };
}
