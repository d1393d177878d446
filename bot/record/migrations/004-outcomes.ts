/** The tables of the ledger, and of what the two say of a recap. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const outcomes: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table ledger (
        tenant_id text not null,
        series_id uuid not null,
        id text not null,
        outcome_id text not null,
        at timestamptz not null,
        by_user text,
        via text not null check (via in ('panel', 'card', 'message')),
        change jsonb not null,
        primary key (tenant_id, series_id, id),
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade
      )`.execute(db);
    await sql`create index ledger_of_outcome on ledger (tenant_id, series_id, outcome_id)`.execute(
      db,
    );
    await sql`
      create table outcome (
        tenant_id text not null,
        series_id uuid not null,
        id text not null,
        outcome jsonb not null,
        status text not null check (status in ('open', 'reached', 'dropped')),
        is_removed boolean not null,
        agreed_at timestamptz not null,
        changed_at timestamptz not null,
        primary key (tenant_id, series_id, id),
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade
      )`.execute(db);
    await sql`
      create index outcome_open on outcome (tenant_id, series_id)
        where status = 'open' and not is_removed`.execute(db);
    await sql`
      create table recap_confirmation (
        tenant_id text not null,
        meeting_id uuid not null,
        user_id text not null,
        confirmed_at timestamptz not null,
        primary key (tenant_id, meeting_id, user_id),
        foreign key (tenant_id, meeting_id) references meeting (tenant_id, id) on delete cascade
      )`.execute(db);
    await sql`
      create table person (
        tenant_id text not null,
        user_id text not null,
        digest boolean not null default true,
        reminders boolean not null default true,
        time_zone text,
        locale text,
        personal_chat jsonb,
        primary key (tenant_id, user_id)
      )`.execute(db);
    await sql`
      create table deletion_consent (
        tenant_id text not null,
        series_id uuid not null,
        user_id text not null,
        agreed_at timestamptz not null,
        primary key (tenant_id, series_id, user_id),
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade
      )`.execute(db);
    await sql`
      create table notice (
        tenant_id text not null,
        series_id uuid not null,
        id text not null,
        claimed_until timestamptz,
        posted_at timestamptz,
        primary key (tenant_id, series_id, id),
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade
      )`.execute(db);
  },
};
