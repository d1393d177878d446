/** The first tables: whose 1:1s there are, their meetings, rooms and recaps. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const first: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table series (
        tenant_id text not null,
        id uuid not null,
        conversation_id text not null,
        title text not null,
        reference jsonb not null,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, conversation_id)
      )`.execute(db);
    await sql`
      create table member (
        tenant_id text not null,
        series_id uuid not null,
        user_id text not null,
        name text not null,
        role text not null check (role in ('manager', 'report')),
        primary key (tenant_id, series_id, user_id),
        unique (tenant_id, series_id, role) deferrable initially immediate,
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade
      )`.execute(db);
    await sql`
      create table meeting (
        tenant_id text not null,
        id uuid not null,
        series_id uuid not null,
        number integer not null check (number >= 1),
        stage text not null check (stage in ('planned', 'running', 'ended')),
        teams_meeting_id text,
        started_at timestamptz,
        ended_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, series_id, number),
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade,
        check (stage = 'planned' or started_at is not null),
        check ((stage = 'ended') = (ended_at is not null))
      )`.execute(db);
    await sql`
      create unique index meeting_one_open on meeting (tenant_id, series_id)
        where stage <> 'ended'`.execute(db);
    await sql`
      create unique index meeting_one_start on meeting (tenant_id, series_id, started_at)
        where started_at is not null`.execute(db);
    await sql`
      create table room (
        tenant_id text not null,
        meeting_id uuid not null,
        room_id text,
        relay_life text,
        sequence integer not null check (sequence >= 0),
        state jsonb not null,
        saved_at timestamptz not null,
        primary key (tenant_id, meeting_id),
        foreign key (tenant_id, meeting_id) references meeting (tenant_id, id) on delete cascade
      )`.execute(db);
    await sql`
      create table recap (
        tenant_id text not null,
        meeting_id uuid not null,
        recap jsonb,
        owed_at timestamptz not null,
        claimed_until timestamptz,
        posted_at timestamptz,
        activity_id text,
        primary key (tenant_id, meeting_id),
        foreign key (tenant_id, meeting_id) references meeting (tenant_id, id) on delete cascade
      )`.execute(db);
  },
};
