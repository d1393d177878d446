/** Moves a whole record into another, empty database: every row of every table, and the jobs that are owed. */
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from './tables.ts';

/** Rows that go over in one statement. */
const atOnce = 200;
/** What every database makes for itself as it is opened. */
const ownTables = /^kysely_/;
const jobTables = ['pgboss.job', 'pgboss.job_dependency'] as const;

export class NotEmpty extends Error {}

/**
 * Both databases have the same tables. All goes over or nothing does; `from` is left as it is.
 * Answers how many rows each table has. Rejects with `NotEmpty` when `to` holds anything.
 */
export async function moveRecord(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
): Promise<Readonly<Record<string, number>>> {
  const tables = [...(await tablesInOrder(from)), ...jobTables];
  return to.transaction().execute(async (inside) => {
    const rows: Record<string, number> = {};
    for (const table of tables) {
      if ((await countOf(inside, table)) > 0) {
        throw new NotEmpty(`The table ${table} of the other database is not empty.`);
      }
    }
    for (const table of tables) {
      rows[table] = await copy(table, from, inside);
      if ((await countOf(inside, table)) !== rows[table]) {
        throw new Error(`Of the table ${table} not every row arrived.`);
      }
    }
    return rows;
  });
}

const Names = z.array(z.object({ name: z.string(), needs: z.array(z.string()) }));

/** Each after those that its rows refer to. */
async function tablesInOrder(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql`
    select c.relname as name,
           coalesce(array_agg(distinct f.relname::text) filter (where f.oid <> c.oid), '{}') as needs
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
      left join pg_class f on f.oid = k.confrelid
     where c.relkind = 'r'
     group by c.relname
     order by c.relname`.execute(db);
  const waiting = Names.parse(rows).filter(({ name }) => !ownTables.test(name));
  const ordered: string[] = [];
  while (ordered.length < waiting.length) {
    const next = waiting.find(
      ({ name, needs }) =>
        !ordered.includes(name) && needs.every((needed) => ordered.includes(needed)),
    );
    if (next === undefined) throw new Error('Tables that refer to each other in a circle.');
    ordered.push(next.name);
  }
  return ordered;
}

async function copy(table: string, from: Kysely<Tables>, to: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(t) as row from ${sql.table(table)} t`.execute(from);
  for (let at = 0; at < rows.length; at += atOnce) {
    const batch = JSON.stringify(rows.slice(at, at + atOnce).map(({ row }) => row));
    await sql`
      insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${batch}::jsonb)`.execute(
      to,
    );
  }
  return rows.length;
}

async function countOf(db: Kysely<Tables>, table: string): Promise<number> {
  const { rows } = await sql<{ rows: string }>`
    select count(*) as rows from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.rows);
}
