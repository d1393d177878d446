/** How long a pair wants its 1:1 to be kept, where that is shorter than the usual. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const retention: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table retention (
        tenant_id text not null,
        series_id uuid not null,
        outcome_months integer not null check (outcome_months > 0),
        talk_months integer not null check (talk_months > 0),
        chosen_by text not null,
        chosen_at timestamptz not null,
        primary key (tenant_id, series_id),
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade
      )`.execute(db);
    // Whoever agreed before deletions had a date of their own is asked again.
    await sql`delete from deletion_consent`.execute(db);
  },
};
