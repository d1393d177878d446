/** The tables of saved templates and private notes, and what a series remembers of its agendas. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const agenda: Migration = {
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
