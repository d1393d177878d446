/** A PostgreSQL server of the test's own, which may be killed: where the machine has the programs for one. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);
const installed = '/usr/lib/postgresql';

export interface PrivatePostgresql extends AsyncDisposable {
  readonly url: string;
  /** Every process of it is gone at once. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** Undefined where there are no programs for one, or nobody it could run as: it refuses root. */
export async function privatePostgresql(): Promise<PrivatePostgresql | undefined> {
  const [version] = (await readdir(installed).catch(() => [])).toSorted().toReversed();
  const isRoot = process.getuid?.() === 0;
  const other = isRoot ? await idsOf('postgres') : undefined;
  if (version === undefined || (isRoot && other === undefined)) return undefined;
  const owner = other ?? {};
  const programs = join(installed, version, 'bin');
  const folder = await mkdtemp(join(tmpdir(), 'postgresql-'));
  if (other !== undefined) await chown(folder, other.uid, other.gid);
  const data = join(folder, 'data');
  await run(
    `${programs}/initdb`,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-N'],
    owner,
  );
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let ended: Promise<unknown> = Promise.resolve();

  async function start(): Promise<void> {
    const settings = [`listen_addresses=127.0.0.1`, `unix_socket_directories=${folder}`];
    const server = spawn(
      `${programs}/postgres`,
      ['-D', data, '-p', String(port), ...settings.flatMap((each) => ['-c', each])],
      { ...owner, stdio: 'ignore' },
    );
    ended = once(server, 'close');
    while (!(await answers(url))) {
      if (server.exitCode !== null) throw new Error('PostgreSQL stopped at once.');
    }
  }

  async function kill(): Promise<void> {
    const [first = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(first), 'SIGKILL');
    await ended;
  }

  await start();
  return {
    url,
    kill,
    start,
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    // Not yet: it is starting, or mending itself.
    return false;
  } finally {
    await client.end();
  }
}

async function idsOf(user: string): Promise<{ uid: number; gid: number } | undefined> {
  const line = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .map((each) => each.split(':'))
    .find(([name]) => name === user);
  return line && { uid: Number(line[2]), gid: Number(line[3]) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
