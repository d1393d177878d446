/** What a person's page of all their 1:1s is read from quickly, however long those have been going on. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const mine: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index member_of_person on member (tenant_id, user_id)`.execute(db);
    await sql`create index meeting_newest on meeting (tenant_id, series_id, number desc)`.execute(
      db,
    );
    // What later meetings ask of an earlier one is little; its whole state is large, and taking it
    // apart again for each of sixty meetings at every opening is not.
    await sql`
      create function room_glance(state jsonb) returns jsonb
        language sql immutable parallel safe
        as $glance$
          select jsonb_build_object(
            'lean', state->'lean',
            'topics', coalesce((
              select jsonb_agg(jsonb_build_object(
                'id', topic->'id',
                'element', topic->'element',
                'state', topic->'state',
                'notes', case btrim(topic->>'notes', E' \\n\\r\\t') when '' then ''
                  else md5(btrim(topic->>'notes', E' \\n\\r\\t')) end))
              from jsonb_array_elements(state->'topics') as topic), '[]'))
        $glance$`.execute(db);
    await sql`
      alter table room add column glance jsonb
        generated always as (room_glance(state)) stored`.execute(db);
    // When Teams has the next 1:1 planned, as it last said.
    await sql`
      alter table series
        add column planned_start timestamptz,
        add column plan_asked_at timestamptz`.execute(db);
  },
};
