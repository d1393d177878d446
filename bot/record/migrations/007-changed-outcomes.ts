/** Outcomes that were agreed on anew go on, under a status of their own. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const changedOutcomes: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table outcome drop constraint outcome_status_check`.execute(db);
    await sql`
      alter table outcome add constraint outcome_status_check
        check (status in ('open', 'changed', 'reached', 'dropped'))`.execute(db);
    await sql`drop index outcome_open`.execute(db);
    await sql`
      create index outcome_open on outcome (tenant_id, series_id)
        where status in ('open', 'changed') and not is_removed`.execute(db);
  },
};
