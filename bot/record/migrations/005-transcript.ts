/** Of which meetings a transcript is waited for, and what became of it; nothing of what it says. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const transcript: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table transcript (
        tenant_id text not null,
        meeting_id uuid not null,
        fate text not null,
        counted_from timestamptz not null,
        settled_at timestamptz,
        primary key (tenant_id, meeting_id),
        foreign key (tenant_id, meeting_id) references meeting (tenant_id, id) on delete cascade
      )`.execute(db);
  },
};
