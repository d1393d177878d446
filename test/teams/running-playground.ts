/** Microsoft's Agents Playground as a second client of the bot, on free ports, with its connector watched. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { z } from 'zod';

const startWithinMs = 120_000;

const Setup = z.object({
  config: z.object({
    tenantId: z.string(),
    bot: z.object({ id: z.string() }),
    currentUser: z.looseObject({ id: z.string(), name: z.string(), aadObjectId: z.string() }),
    users: z.array(z.looseObject({ id: z.string(), name: z.string(), aadObjectId: z.string() })),
    groupChats: z.array(z.object({ id: z.string() })),
  }),
});
const Members = z.looseObject({ members: z.array(z.looseObject({ id: z.string() })) });

/** What the bot asked of the connector. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
  readonly answer: unknown;
}

export interface Playground extends AsyncDisposable {
  readonly setup: z.infer<typeof Setup>['config'];
  readonly serviceUrl: string;
  readonly chatId: string;
  /** All that the bot asked, in order. */
  readonly asked: Asked[];
  /** Asks the playground for something, as its own page does; the answer as parsed JSON. */
  tell(path: string, body: unknown): Promise<unknown>;
}

/**
 * Its only group chat has six people, and a 1:1 has two: of the member lists, the first two people
 * are let through, each on a page of their own, as a long list would come.
 */
export async function runPlayground(botEndpoint: string): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const asked: Asked[] = [];
  let origin = '';
  let two: readonly string[] = [];

  const app = express();
  app.use(express.json({ limit: '1mb' }), async (request, response) => {
    const url = new URL(request.url, origin);
    const page = Number(url.searchParams.get('continuationToken') ?? 0);
    if (url.pathname.endsWith('/pagedmembers')) url.searchParams.delete('continuationToken');
    const hasBody = request.method === 'POST' || request.method === 'PUT';
    const passed = await fetch(url, {
      method: request.method,
      headers: { 'content-type': 'application/json' },
      ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
    });
    const text = await passed.text();
    const answer: unknown = /^[[{]/.test(text) ? JSON.parse(text) : text;
    const { method, body } = request;
    asked.push({ method, path: request.path, status: passed.status, body, answer });
    const list = Members.safeParse(answer);
    if (!list.success) return void response.status(passed.status).json(answer);
    const pair = list.data.members.filter(({ id }) => two.includes(id));
    response.json({
      members: pair.slice(page, page + 1),
      ...(page + 1 < pair.length ? { continuationToken: String(page + 1) } : {}),
    });
  });
  const watch = app.listen(0, '127.0.0.1');
  await once(watch, 'listening');
  const serviceUrl = `http://localhost:${portOf(watch.address())}/_connector`;

  const program = new URL(
    '../../node_modules/@microsoft/m365agentsplayground/cli.js',
    import.meta.url,
  ).pathname;
  const child = spawn(
    process.execPath,
    [
      program,
      'start',
      `--app-endpoint=${botEndpoint}`,
      '--channel-id=msteams',
      `--service-url=${serviceUrl}`,
      // Where the port is taken meanwhile it finds another, and says which.
      `--port=${await freePort()}`,
      '--disable-telemetry',
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      child.emit('said');
    });
  const deadline = AbortSignal.timeout(startWithinMs);
  while (!/Listening on \d+/.test(output)) {
    await Promise.race([
      once(child, 'said', { signal: deadline }),
      once(child, 'close').then(() => {
        throw new Error(`The playground ended.\n${output}`);
      }),
    ]);
  }
  origin = `http://localhost:${/Listening on (\d+)/.exec(output)![1]}`;
  const answer = await fetch(`${origin}/_internal/v1/testConfig`);
  const { config } = Setup.parse(await answer.json());
  two = [config.currentUser.id, config.users[0]!.id];

  return {
    setup: config,
    serviceUrl,
    chatId: config.groupChats[0]!.id,
    asked,
    async tell(path, body) {
      const told = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await told.text();
      if (!told.ok) throw new Error(`${path} answered ${told.status}: ${text}`);
      return /^[[{]/.test(text) ? JSON.parse(text) : text;
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', killAtExit);
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
      watch.close();
      watch.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port.');
  return address.port;
}

async function freePort(): Promise<number> {
  const probe = express().listen(0);
  await once(probe, 'listening');
  const port = portOf(probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}
