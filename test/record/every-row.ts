/** Every row that the record holds of a tenant, by table: to see that something is there, or that nothing changed. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../bot/record/tables.ts';

/** The record's own tables, as the database itself lists them. */
export async function tableNames(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name not like 'kysely_%' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

export async function everyRow(
  db: Kysely<Tables>,
  tenantId: string,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const found: Record<string, readonly unknown[]> = {};
  for (const table of await tableNames(db)) {
    const { rows } = await sql`
      select * from ${sql.table(table)} where tenant_id = ${tenantId}
        order by ${sql.table(table)}::text`.execute(db);
    found[table] = rows;
  }
  return found;
}
