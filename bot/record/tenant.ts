/** One tenant's share of the database: what every query is bound to. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface Tenant {
  readonly db: Kysely<Tables>;
  readonly tenantId: string;
}

/** Everything inside happens, or nothing does, also where it is already part of something larger. */
export function inOneGo<Answer>(
  db: Kysely<Tables>,
  story: (inside: Kysely<Tables>) => Promise<Answer>,
): Promise<Answer> {
  return db.isTransaction ? story(db) : db.transaction().execute(story);
}
