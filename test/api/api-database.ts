/** One database with its jobs for all tests of a file; each test may serve the API on it for a tenant of its own. */
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { startJobs, type Jobs } from '../../bot/jobs.ts';
import type { Tables } from '../../bot/record/tables.ts';
import { databases, type OpenDatabase } from '../record/databases.ts';
import { worldOn, type TestWorld } from '../world.ts';
import { serveApi, type ApiServer } from './api-server.ts';

export interface ApiDatabase {
  db(): Kysely<Tables>;
  jobs(): Jobs;
  /** Without the API. */
  world(): TestWorld;
  serve(): Promise<ApiServer>;
}

/** To be called once at the top of a test file. */
export function apiDatabase(): ApiDatabase {
  let opened: OpenDatabase;
  let jobs: Jobs;

  beforeAll(async () => {
    opened = await databases[0]!.open();
    jobs = await startJobs(opened.database, pino({ level: 'silent' }));
  });
  afterAll(async () => {
    await jobs.stop();
    await opened.close();
  });

  return {
    db: () => opened.database.db,
    jobs: () => jobs,
    world: () => worldOn(opened.database, jobs),
    serve: () => serveApi(worldOn(opened.database, jobs)),
  };
}
