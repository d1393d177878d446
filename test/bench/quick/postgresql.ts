/** A PostgreSQL server for one bench: the one that is named, else a private one that goes with it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { z } from 'zod';

export interface NewDatabase extends AsyncDisposable {
  readonly url: string;
}

/** Rejects where no server is named by TEST_DATABASE_URL and none is installed. */
export async function newDatabase(): Promise<NewDatabase> {
  const named = process.env['TEST_DATABASE_URL'];
  const server = named === undefined ? await startServer() : { url: named, stop: () => {} };
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  const ask = async (command: string) => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(command);
    await client.end();
  };
  await ask(`create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      await ask(`drop database ${name} with (force)`);
      server.stop();
    },
  };
}

async function startServer() {
  const programs = globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1);
  if (programs === undefined)
    throw new Error('This bench needs PostgreSQL: install it, or name one by TEST_DATABASE_URL.');
  const folder = mkdtempSync(join(tmpdir(), 'bench-postgresql-'));
  const home = join(folder, 'home');
  mkdirSync(home);
  chmodSync(folder, 0o711);
  const isRoot = process.getuid?.() === 0;
  // PostgreSQL refuses to run as root.
  const run = (program: string, ...args: string[]) =>
    isRoot
      ? execFileSync(
          'setpriv',
          [
            '--reuid=postgres',
            '--regid=postgres',
            '--clear-groups',
            join(programs, program),
            ...args,
          ],
          { stdio: 'ignore', cwd: '/' },
        )
      : execFileSync(join(programs, program), args, { stdio: 'ignore', cwd: '/' });
  if (isRoot) chownSync(home, userId('-u'), userId('-g'));
  const port = await freePort();
  const data = join(home, 'data');
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home} -c fsync=off -c max_connections=200`;
  run('pg_ctl', '-D', data, '-w', '-s', '-l', join(home, 'log'), '-o', options, 'start');
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', '-D', data, '-s', '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const userId = (which: '-u' | '-g') =>
  Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = z.object({ port: z.number() }).parse(probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}
