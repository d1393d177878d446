/** How the tables came to be, step by step: a step that was released is never changed. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { outcomesMigration } from './outcomes-migration.ts';

const first: Migration = {
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

const agenda: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table series add column patience jsonb`.execute(db);
    await sql`
      alter table member add column wording_hints boolean not null default true`.execute(db);
    await sql`alter table meeting add column scheduled_end timestamptz`.execute(db);
    await sql`
      create table template (
        tenant_id text not null,
        series_id uuid not null,
        id text not null,
        template jsonb not null,
        saved_at timestamptz not null,
        primary key (tenant_id, series_id, id),
        foreign key (tenant_id, series_id) references series (tenant_id, id) on delete cascade
      )`.execute(db);
    await sql`
      create table private_note (
        tenant_id text not null,
        series_id uuid not null,
        user_id text not null,
        kind text not null check (kind in ('topic', 'meeting')),
        about text not null,
        note text not null,
        saved_at timestamptz not null,
        primary key (tenant_id, series_id, user_id, kind, about),
        foreign key (tenant_id, series_id, user_id)
          references member (tenant_id, series_id, user_id) on delete cascade
      )`.execute(db);
  },
};

/** What is kept of the talk: totals, and never who spoke when. */
const talk: Migration = {
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

export const migrations: Readonly<Record<string, Migration>> = {
  '001-first': first,
  '002-agenda': agenda,
  '003-talk': talk,
  '004-outcomes': outcomesMigration,
};
