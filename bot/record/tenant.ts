/** One tenant's share of the database: what every query is bound to. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface Tenant {
  readonly db: Kysely<Tables>;
  readonly tenantId: string;
}
