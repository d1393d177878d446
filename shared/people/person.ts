/** A person of a 1:1 and the role they hold in it. */
import { z } from 'zod';

export const roles = ['manager', 'report'] as const;
export type Role = (typeof roles)[number];

/** The person's Entra object id: the only name for a person that a token can prove. */
export const UserId = z.string().min(1).max(128);
export type UserId = z.infer<typeof UserId>;

export const Person = z.object({
  id: UserId,
  name: z.string().max(256),
  role: z.enum(roles),
});
export type Person = Readonly<z.infer<typeof Person>>;

/** The manager and the report of one 1:1, in that order. */
export const Pair = z.tuple([Person, Person]);
export type Pair = readonly [Person, Person];

export function otherOf(pair: Pair, id: UserId): Person {
  return pair[0].id === id ? pair[1] : pair[0];
}
