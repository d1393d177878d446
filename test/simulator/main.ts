/** Starts Evenhand on this machine alone, with the stand-in for Teams around it. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import express, { type Express } from 'express';
import { readConfig } from '../../bot/config.ts';
import { startEvenhand } from '../../bot/evenhand.ts';
import { FolderInUse } from '../../bot/record/folder-lock.ts';
import { buildPages } from './build-pages.ts';
import { addReports } from './more-reports.ts';
import { createSimulator } from './simulator.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const port = Number(process.env['PORT'] || 3978);
const origin = `http://localhost:${port}`;
const dataFolder = resolve(process.env['DATA_FOLDER'] || 'data');

say('Evenhand is starting.');
const app = express();
// First of all the port: whoever starts it twice is told so at once.
const servers = await listen(app);
// Pages that are open from an earlier start ask at once; a refusal would end their line to us.
let open = (): void => undefined;
const isOpen = new Promise<void>((resolve) => {
  open = resolve;
});
app.use((_request, _response, next) => void isOpen.then(() => next()));
await buildPages((page) => say(`  ✓ ${page}`));

const simulator = await createSimulator({
  origin,
  dataFolder,
  members: process.env['CHAT_MEMBERS'] === 'three' ? 'three' : 'two',
  now: () => Date.now(),
  async deliver(activity, authorization) {
    const answer = await fetch(`${origin}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: authorization },
      body: JSON.stringify(activity),
    });
    return { status: answer.status, body: bodyOf(await answer.text()) };
  },
});

const config = readConfig({
  LOG_LEVEL: 'warn',
  ...process.env,
  EVENHAND_MODE: 'local',
  PORT: String(port),
  DATA_FOLDER: dataFolder,
  TOKEN_ISSUER: simulator.settings.issuer,
  TOKEN_AUDIENCE: simulator.settings.audience,
  TOKEN_JWKS_URL: simulator.settings.jwksUrl,
  GRAPH_URL: simulator.settings.graphUrl,
});
// Seven more people for Ana to lead, for who wants to see many at once.
const moreReports = Number(process.env['MORE_REPORTS'] || 0);
if (moreReports > 0) {
  const { serviceUrl } = simulator.settings;
  await addReports(config.database, { count: moreReports, serviceUrl, now: Date.now() }).catch(
    refuse,
  );
}
const evenhand = await startEvenhand(config, { onProgress: (part) => say(`  ✓ ${part}`) }).catch(
  refuse,
);

app.get('/', (_request, response) => response.redirect('/simulator'));
app.use(simulator.router);
app.use(evenhand.app);
for (const server of servers) evenhand.attach(server);
open();
await simulator.start();
say(`\nOpen ${origin}/simulator  (Ctrl-C stops it; all is kept)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say('Stopping: what the rooms hold is being kept.');
    void evenhand
      .stop()
      .then(() => simulator.stop())
      .then(() => process.exit(0));
  });
}

/** Listens on loopback only: the simulated sign-in gives anybody a token. */
async function listen(handler: Express): Promise<Server[]> {
  const listening = await Promise.all(
    ['127.0.0.1', '::1'].map(async (host) => {
      const server = createServer(handler);
      try {
        await once(server.listen(port, host), 'listening');
        return [server];
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        // A machine without IPv6 has one loopback address less.
        if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return [];
        say(
          `Port ${port} can't be used (${String(code)}). Set PORT to a free one and start again.`,
        );
        return process.exit(1);
      }
    }),
  );
  return listening.flat();
}

/** The bot answers in JSON, or in words when it refuses. */
function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Two products on one data folder would spoil it. */
function refuse(error: unknown): never {
  if (!(error instanceof FolderInUse)) throw error;
  say(error.message);
  process.exit(1);
}
