/** Starts Evenhand on this machine alone, with the stand-in for Teams around it. */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import express from 'express';
import { readConfig } from '../../bot/config.ts';
import { startEvenhand } from '../../bot/evenhand.ts';
import { buildPages } from './build-pages.ts';
import { createSimulator } from './simulator.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const port = Number(process.env['PORT'] || 3978);
const origin = `http://localhost:${port}`;
const dataFolder = resolve(process.env['DATA_FOLDER'] || 'data');

say('Evenhand is starting.');
await buildPages((page) => say(`  ✓ ${page}`));

const simulator = await createSimulator({
  origin,
  dataFolder,
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

const evenhand = await startEvenhand(
  readConfig({
    LOG_LEVEL: 'warn',
    ...process.env,
    EVENHAND_MODE: 'local',
    PORT: String(port),
    DATA_FOLDER: dataFolder,
    TOKEN_ISSUER: simulator.settings.issuer,
    TOKEN_AUDIENCE: simulator.settings.audience,
    TOKEN_JWKS_URL: simulator.settings.jwksUrl,
  }),
  { onProgress: (part) => say(`  ✓ ${part}`) },
);

const app = express();
app.use(simulator.router);
app.use(evenhand.app);
const server = createServer(app);
evenhand.attach(server);
server.on('error', (error) => {
  say(`Port ${port} can't be used (${error.message}). Set PORT to a free one and start again.`);
  process.exit(1);
});
server.listen(port, () => {
  void simulator
    .start()
    .then(() => say(`\nOpen ${origin}/simulator  (Ctrl-C stops it; all is kept)`));
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say('Stopping: what the rooms hold is being kept.');
    void evenhand
      .stop()
      .then(() => simulator.stop())
      .then(() => process.exit(0));
  });
}

/** The bot answers in JSON, or in words when it refuses. */
function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
