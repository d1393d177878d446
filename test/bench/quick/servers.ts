/** Evenhand's servers as the benches run them: each a process of its own, and what it costs. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** Linux counts a process' time in hundredths of a second. */
const clockTickMs = 10;

export interface Server {
  readonly origin: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export async function startServer(
  url: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-server-'));
  const program = new URL('server-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [...(await flagsInProduction()), program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...settings, DATABASE_URL: url, DATA_FOLDER: folder },
  });
  const ended = once(child, 'close').then(() => {
    throw new Error('The server did not start.');
  });
  const [port] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  ended.catch(() => {});
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    process: child,
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
      // Its relay goes by itself, a moment later, and may still be writing.
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}

const Package = z.object({ scripts: z.object({ serve: z.string() }) });

/** What Node is told where `npm run serve` starts it. */
async function flagsInProduction(): Promise<readonly string[]> {
  const text = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  return Package.parse(JSON.parse(text)).scripts.serve.match(/--\S+/g) ?? [];
}

export function serverOf(servers: readonly Server[], index: number): Server {
  const server = servers[index % servers.length];
  if (server === undefined) throw new Error('There is no server.');
  return server;
}

/** The most that the process ever held in memory. */
export async function peakMegabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]) / 1_024;
}

/** What the process holds in memory now, and what it has taken of a core so far. */
export async function costOf({
  pid,
}: ChildProcess): Promise<{ readonly megabytes: number; readonly cpuMs: number }> {
  const [status, stat] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
  ]);
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return {
    megabytes: Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1]) / 1_024,
    cpuMs: (Number(user) + Number(system)) * clockTickMs,
  };
}
