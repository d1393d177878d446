/** The tables of a chat whose two are not named yet: what its members say, and the call they are in. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const pair: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table naming (
        tenant_id text not null,
        series_id uuid not null,
        by_user text not null,
        manager text not null,
        report text not null,
        said_at timestamptz not null,
        primary key (tenant_id, series_id, by_user),
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade,
        check (manager <> report),
        check (by_user in (manager, report))
      )`.execute(db);
    await sql`
      create table unnamed_call (
        tenant_id text not null,
        series_id uuid not null,
        teams_meeting_id text not null,
        started_at timestamptz not null,
        primary key (tenant_id, series_id),
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade
      )`.execute(db);
  },
};
