/** `npm run move-record -- --to postgresql://… [--auth entra]`: from the embedded database to a PostgreSQL server. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { startJobs } from './jobs.ts';
import { openDatabase } from './record/database.ts';
import { FolderInUse } from './record/folder-lock.ts';
import { moveRecord, NotEmpty } from './record/move-record.ts';

const usage =
  'Use: npm run move-record -- --to postgresql://USER:PASSWORD@HOST:5432/DATABASE [--auth entra]\nIt moves the record in DATA_FOLDER (data), while nothing runs on it.';

await move().catch((error: unknown) => {
  const isExpected = error instanceof FolderInUse || error instanceof NotEmpty;
  const said = error instanceof Error && 'code' in error ? `${String(error.code)} ` : '';
  if (!(error instanceof Error)) throw error;
  process.stderr.write(
    isExpected ? `${error.message}\n` : `Nothing was moved. ${said}${error.message}\n`,
  );
  process.exitCode = 1;
});

async function move(): Promise<void> {
  const { to, auth } = settings();
  const folder = `${process.env['DATA_FOLDER'] || 'data'}/record`;
  if (to === undefined || !URL.canParse(to) || !existsSync(folder)) {
    process.stderr.write(existsSync(folder) ? `${usage}\n` : `There is no record in ${folder}.\n`);
    process.exitCode = 2;
    return;
  }
  const log = pino({ level: 'silent' });
  await using things = new AsyncDisposableStack();
  const opened = async (setting: Parameters<typeof openDatabase>[0]) => {
    const database = await openDatabase(setting);
    things.defer(() => database.close());
    // The job runner brings its own tables up to date.
    const jobs = await startJobs(database, log);
    things.defer(() => jobs.stop());
    return database;
  };
  const from = await opened({ kind: 'embedded', folder });
  const server = await opened({ kind: 'server', url: to, auth });
  const rows = await moveRecord(from.db, server.db);
  process.stdout.write(`${JSON.stringify(rows)}\n`);
  process.stderr.write(
    'All is moved. Start Evenhand with DATABASE_URL set to that address from now on.\n',
  );
}

function settings(): { readonly to: string | undefined; readonly auth: 'password' | 'entra' } {
  try {
    const { values } = parseArgs({
      options: { to: { type: 'string' }, auth: { type: 'string', default: 'password' } },
    });
    return { to: values.to, auth: values.auth === 'entra' ? 'entra' : 'password' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { to: undefined, auth: 'password' };
  }
}
