/** The tables of the talk balance: who agreed, totals, and who is in a running meeting. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const talk: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table talk_setting (
        tenant_id text not null,
        series_id uuid not null,
        settings jsonb not null,
        primary key (tenant_id, series_id),
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade
      )`.execute(db);
    await sql`
      create table talk_consent (
        tenant_id text not null,
        series_id uuid not null,
        user_id text not null,
        primary key (tenant_id, series_id, user_id),
        foreign key (tenant_id, series_id, user_id)
          references member (tenant_id, series_id, user_id) on delete cascade
      )`.execute(db);
    await sql`
      create table talk_totals (
        tenant_id text not null,
        meeting_id uuid not null,
        totals jsonb not null,
        parts jsonb not null,
        saved_at timestamptz not null,
        primary key (tenant_id, meeting_id),
        foreign key (tenant_id, meeting_id) references meeting (tenant_id, id) on delete cascade
      )`.execute(db);
    await sql`
      create table felt_heard (
        tenant_id text not null,
        meeting_id uuid not null,
        user_id text not null,
        felt jsonb not null,
        primary key (tenant_id, meeting_id, user_id),
        foreign key (tenant_id, meeting_id) references meeting (tenant_id, id) on delete cascade
      )`.execute(db);
    await sql`
      create table presence (
        tenant_id text not null,
        meeting_id uuid not null,
        user_id text not null,
        at timestamptz not null,
        is_in boolean not null,
        primary key (tenant_id, meeting_id, user_id, at, is_in),
        foreign key (tenant_id, meeting_id) references meeting (tenant_id, id) on delete cascade
      )`.execute(db);
  },
};
