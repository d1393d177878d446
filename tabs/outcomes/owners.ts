/** Who can own an outcome: either of the two, or both. */
import type { Say } from '../../shared/language/say.ts';
import { bothOwn } from '../../shared/outcomes/outcome.ts';
import type { Person } from '../../shared/people/person.ts';

interface OwnerChoice {
  readonly id: string;
  readonly name: string;
}

export interface Owners {
  /** The manager, the report, both: in this order on both panels. */
  readonly choices: readonly OwnerChoice[];
  /** Outcomes are the report's, unless the two say otherwise. */
  readonly usual: string;
}

export function nameOf(say: Say, owners: Owners, owner: string): string {
  return owners.choices.find(({ id }) => id === owner)?.name ?? say('Somebody else');
}

export function ownersOf(say: Say, people: readonly [Person, Person]): Owners {
  const [first, second] = people;
  const [manager, report] = first.role === 'manager' ? [first, second] : [second, first];
  return {
    choices: [
      { id: manager.id, name: manager.name },
      { id: report.id, name: report.name },
      { id: bothOwn, name: say('Both') },
    ],
    usual: report.id,
  };
}
