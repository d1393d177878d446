/** The database of the record: an embedded PGlite folder, or a PostgreSQL server. */
import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Pool } from 'pg';
import { fromPglite, PgBoss, type ConstructorOptions } from 'pg-boss';
import { signInTo, type DatabaseServer } from './database-sign-in.ts';
import { lockFolder } from './folder-lock.ts';
import { migrations } from './migrations.ts';
import { diskOf, sparing } from './spare-disk.ts';
import type { Tables } from './tables.ts';

export interface Database {
  readonly db: Kysely<Tables>;
  /** A job runner on the same database. */
  jobRunner(options?: ConstructorOptions): PgBoss;
  close(): Promise<void>;
}

export type DatabaseSetting =
  | { readonly kind: 'embedded'; readonly folder: string }
  | ({ readonly kind: 'server' } & DatabaseServer);

/**
 * Opens the database with its tables up to date. Rejects when it can't be reached or migrated.
 * `onLost` is told of connections that break while nobody uses them; the next query opens another.
 */
export async function openDatabase(
  setting: DatabaseSetting,
  onLost?: (error: Error) => void,
): Promise<Database> {
  const database =
    setting.kind === 'embedded' ? await embedded(setting.folder) : server(setting, onLost);
  try {
    await migrate(database.db);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function embedded(folder: string): Promise<Database> {
  const lock = await lockFolder(folder);
  await mkdir(folder, { recursive: true });
  const pglite = await openFolder(folder, lock.release);
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  return {
    db,
    jobRunner: (options) => new PgBoss({ ...options, backend: 'pglite', db: fromPglite(pglite) }),
    close: async () => {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
      lock.release();
    },
  };
}

async function openFolder(folder: string, letGo: () => void): Promise<PGlite> {
  try {
    return sparing(await PGlite.create(folder), diskOf(folder));
  } catch (error) {
    letGo();
    throw error;
  }
}

function server(setting: DatabaseServer, onLost?: (error: Error) => void): Database {
  const signIn = signInTo(setting);
  const pool = new Pool({ ...signIn, max: 10 });
  // Without anybody to listen, the end of a connection would end the process: of an idle one the pool
  // tells, and whoever uses one learns it from their query.
  pool.on('error', (error) => onLost?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    jobRunner: (options) => new PgBoss({ ...options, ...signIn, max: 4 }),
    close: () => db.destroy(),
  };
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new Error('The tables of the record could not be brought up to date.', { cause: error });
  }
}
