/** Who belongs to the simulated series, who is in its meeting, and how Teams writes a member. */
import { pairKeys, people, tenantId } from './people.ts';
import type { SimulatedPerson } from './people.ts';
import type { World } from './world.ts';

export const isInSeries = (person: SimulatedPerson): boolean =>
  pairKeys.some((key) => people[key] === person);

export const isInMeeting = (world: World, person: SimulatedPerson): boolean =>
  world.stage === 'running' && (isInSeries(person) || world.thirdPerson);

/** `objectId` is the older name that some of the connector's clients still read. */
export const memberShape = (person: SimulatedPerson) => ({
  id: person.id,
  name: person.name,
  objectId: person.oid,
  aadObjectId: person.oid,
  givenName: person.givenName,
  surname: person.surname,
  email: person.email,
  userPrincipalName: person.email,
  tenantId,
  userRole: 'user',
});
