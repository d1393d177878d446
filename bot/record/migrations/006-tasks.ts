/** Who lets their outcomes be put into their To Do, and which of them were. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const tasks: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      alter table person add column to_do boolean not null default false`.execute(db);
    await sql`
      create table task (
        tenant_id text not null,
        series_id uuid not null,
        outcome_id text not null,
        user_id text not null,
        claimed_until timestamptz,
        task_id text,
        put_at timestamptz,
        primary key (tenant_id, series_id, outcome_id, user_id),
        foreign key (tenant_id, series_id, user_id)
          references member (tenant_id, series_id, user_id) on delete cascade
      )`.execute(db);
  },
};
