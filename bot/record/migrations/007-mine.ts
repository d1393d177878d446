/** What lets the thousandth 1:1 open as quickly as the first. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const mine: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index member_of_person on member (tenant_id, user_id)`.execute(db);
    // What later meetings ask of an earlier one is little. Finding it out takes the states of many.
    await sql`alter table meeting add column gist jsonb`.execute(db);
    // When Teams has the next 1:1 planned, as it last said.
    await sql`
      alter table series
        add column planned_start timestamptz,
        add column plan_asked_at timestamptz`.execute(db);
  },
};
