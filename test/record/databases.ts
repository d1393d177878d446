/** The two kinds of database that the record must live on, each new and empty for whoever opens one. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import { openDatabase, type Database, type DatabaseSetting } from '../../bot/record/database.ts';
import { servePglite } from './pglite-server.ts';

export interface OpenDatabase {
  readonly database: Database;
  /** Closes it and opens it anew, as the next start of the server does. */
  reopen(): Promise<Database>;
  close(): Promise<void>;
}

interface Place {
  readonly setting: DatabaseSetting;
  clear(): Promise<void>;
}

async function folder(): Promise<Place> {
  const path = await mkdtemp(join(tmpdir(), 'record-'));
  return {
    setting: { kind: 'embedded', folder: path },
    clear: () => rm(path, { recursive: true, force: true }),
  };
}

async function onServer(serverUrl: string): Promise<Place> {
  const name = `evenhand_${randomUUID().replaceAll('-', '')}`;
  const ask = async (command: string) => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(command);
    await client.end();
  };
  await ask(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    setting: { kind: 'server', url: url.href },
    clear: () => ask(`drop database ${name} with (force)`),
  };
}

async function onPglite(): Promise<Place> {
  const pglite = await PGlite.create();
  const server = await servePglite(pglite);
  return {
    setting: { kind: 'server', url: server.url },
    async clear() {
      await server.close();
      await pglite.close();
    },
  };
}

async function openAt({ setting, clear }: Place): Promise<OpenDatabase> {
  let database = await openDatabase(setting);
  return {
    database,
    async reopen() {
      await database.close();
      database = await openDatabase(setting);
      return database;
    },
    async close() {
      await database.close();
      await clear();
    },
  };
}

const serverUrl = process.env['TEST_DATABASE_URL'];

export const databases = [
  { name: 'PGlite', open: async () => openAt(await folder()) },
  serverUrl
    ? { name: 'PostgreSQL', open: async () => openAt(await onServer(serverUrl)) }
    : { name: 'PGlite by the pg driver', open: async () => openAt(await onPglite()) },
];
