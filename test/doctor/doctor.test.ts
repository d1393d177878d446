import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../bot/config.ts';
import { checkBot } from '../../bot/doctor/check-bot.ts';
import { checkDatabase } from '../../bot/doctor/check-database.ts';
import type { GraphAnswer } from '../../bot/graph/graph.ts';
import { checkGraph } from '../../bot/doctor/check-graph.ts';
import { checkHolding } from '../../bot/doctor/check-relay.ts';
import { checkPublicAddress, checkSignIn } from '../../bot/doctor/check-addresses.ts';
import { examine, exitCode } from '../../bot/doctor/examine.ts';
import type { Check, Finding } from '../../bot/doctor/finding.ts';
import { startEmbeddedRelay } from '../../bot/room/embedded-relay.ts';
import type { Relay } from '../../bot/room/relay.ts';

const log = pino({ level: 'silent' });
const now = () => Date.now();

async function findingOf(check: Check): Promise<Finding | undefined> {
  for await (const finding of examine([check])) return finding;
  return undefined;
}

const Port = z.object({ port: z.number() });

async function answering(status: number, body: unknown) {
  const server = createServer((_request, response) => {
    response.writeHead(status).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = Port.parse(server.address());
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

const unsigned = (claims: unknown) =>
  `${btoa('{}')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.none`;

const bot = {
  appId: 'bot',
  type: 'UserAssignedMSI',
  tenantId: 'tenant',
  password: '',
  teamsAppId: 'app',
  connectors: 'teams',
} as const;

test('[I8] what is well, what is worth a note and what is ill are told apart', async () => {
  const checks: readonly Check[] = [
    { part: 'one', mend: 'Mend one.', look: async () => ({ state: 'well', says: 'Fine.' }) },
    { part: 'two', mend: 'Mend two.', look: () => Promise.reject(new Error('It broke')) },
    { part: 'three', mend: 'Mend three.', look: () => new Promise(() => {}) },
  ];
  const findings: Finding[] = [];
  for await (const finding of examine(checks, 20)) findings.push(finding);
  expect(findings).toEqual([
    { part: 'one', state: 'well', says: 'Fine.' },
    { part: 'two', state: 'ill', says: 'It broke. Mend two.' },
    { part: 'three', state: 'ill', says: 'No answer within 0.02 s. Mend three.' },
  ]);
  expect([exitCode(findings), exitCode(findings.slice(0, 1))]).toEqual([1, 0]);
});

test('[I8] a database that answers is well; one that does not says what to check', async () => {
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1' });
  await server.start();
  const url = `postgresql://postgres@${server.getServerConn()}/postgres?sslmode=disable`;
  const found = await findingOf(checkDatabase({ kind: 'server', url, auth: 'password' }));
  await server.stop();
  await db.close();
  expect(found).toEqual({
    part: 'database',
    state: 'well',
    says: expect.stringMatching(/^PostgreSQL 1\d\.\d.*, database postgres\.$/),
  });
  const gone = await findingOf(checkDatabase({ kind: 'server', url, auth: 'password' }));
  expect(gone).toEqual({
    part: 'database',
    state: 'ill',
    says: expect.stringMatching(/ECONNREFUSED.*Check the host, name and password/),
  });
}, 60_000);

test('[I8] an embedded database needs a folder that can be written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  writeFileSync(`${folder}/file`, '');
  const database = (path: string) => checkDatabase({ kind: 'embedded', folder: path });
  expect(await findingOf(database(`${folder}/not/yet`))).toMatchObject({ state: 'well' });
  expect(await findingOf(database(`${folder}/file/record`))).toMatchObject({
    state: 'ill',
    says: expect.stringContaining('Set DATA_FOLDER'),
  });
});

test('[I8] a relay is well when it holds a room and refuses a forged token', async () => {
  const relay = await startEmbeddedRelay(mkdtempSync(join(tmpdir(), 'doctor-relay-')), log);
  const well = await findingOf(checkHolding(relay, log, now));
  const otherKey: Relay = { ...relay, key: { ...relay.key, key: 'another key' } };
  const wrongKey = await findingOf(checkHolding(otherKey, log, now));
  await relay.stop();
  expect(well).toEqual({
    part: 'relay',
    state: 'well',
    says: expect.stringMatching(/gave it back in \d+ ms, and refused a forged token\.$/),
  });
  expect(wrongKey).toMatchObject({
    state: 'ill',
    says: expect.stringContaining('Check RELAY_ENDPOINT, RELAY_TENANT_ID and RELAY_KEY'),
  });
}, 60_000);

test("[I8] the bot's identity must be given a token for the Bot Connector, in its tenant", async () => {
  const given = (claims: unknown) =>
    findingOf(checkBot(bot, () => async () => unsigned(claims))).then((found) => found?.state);
  const connector = 'https://api.botframework.com';
  expect(await given({ aud: connector, tid: 'tenant' })).toBe('well');
  expect(await given({ aud: connector, tid: 'another' })).toBe('ill');
  expect(await given({ aud: 'https://graph.microsoft.com', tid: 'tenant' })).toBe('ill');
  const refused = () => () => Promise.reject(new Error('No managed identity here'));
  expect(await findingOf(checkBot(bot, refused))).toMatchObject({
    state: 'ill',
    says: expect.stringMatching(/^No managed identity here\. Check that this machine runs with/),
  });
});

test('[I8] Graph: no right in the whole tenant is enough, and more than one is named', async () => {
  const app = { appId: 'app', tenantId: 'tenant', proof: { kind: 'secret', secret: 's' } } as const;
  const asked = (answer: GraphAnswer<string>) =>
    findingOf(checkGraph({ url: 'https://graph', app }, async () => async () => answer));
  const holding = async (roles?: readonly string[]) =>
    (await asked({ kind: 'answered', value: unsigned({ roles }) }))?.state;
  expect(await holding()).toBe('well');
  expect(await holding(['OnlineMeetingTranscript.Read.All'])).toBe('well');
  expect(await holding(['OnlineMeetingTranscript.Read.All', 'User.Read.All'])).toBe('note');
  expect(await asked({ kind: 'not-allowed', code: 'AADSTS7000222' })).toMatchObject({
    state: 'ill',
    says: expect.stringMatching(/\(AADSTS7000222\)\. Check GRAPH_APP_ID/),
  });
  const off = findingOf(checkGraph(undefined, () => Promise.reject(new Error('Not asked'))));
  expect(await off).toMatchObject({ state: 'note', says: expect.stringMatching(/^Not set up/) });
});

test('[I8] the public address must be ready, and sign-in must have keys', async () => {
  const ready = await answering(200, { keys: [{}] });
  const waiting = await answering(503, {});
  const at = (url: string) =>
    readConfig({ EVENHAND_MODE: 'local', PUBLIC_URL: url, TOKEN_JWKS_URL: url });
  const states = await Promise.all(
    [ready, waiting].flatMap(({ url }) =>
      [checkPublicAddress(at(url)), checkSignIn(at(url))].map(findingOf),
    ),
  );
  ready.close();
  waiting.close();
  expect(states.map((found) => found?.state)).toEqual(['well', 'well', 'ill', 'ill']);
});

const run = (settings: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: unknown; readonly said: string }>((resolve) => {
    const file = join(import.meta.dirname, '../../bot/doctor.ts');
    const env = { PATH: process.env['PATH'], ...settings };
    execFile(process.execPath, [file], { env }, (error, said) =>
      resolve({ code: error?.code ?? 0, said }),
    );
  });

test(
  '[I8] wrong settings are told first, alone, with exit code 1',
  { timeout: 30_000 },
  async () => {
    expect(await run({ EVENHAND_MODE: 'production' })).toEqual({
      code: 1,
      said: "✗ settings: BOT_APP_ID is missing: set it to the app id of the bot's registration.\n",
    });
  },
);

test('[I8] a server that can run is told so with exit code 0', { timeout: 30_000 }, async () => {
  const ready = await answering(200, { keys: [{}] });
  const { code, said } = await run({
    EVENHAND_MODE: 'local',
    DATA_FOLDER: mkdtempSync(join(tmpdir(), 'doctor-')),
    PUBLIC_URL: ready.url,
    TOKEN_JWKS_URL: ready.url,
  });
  ready.close();
  expect(said.split('\n').map((line) => line.split(':')[0])).toEqual([
    '✓ settings',
    '✓ database',
    '• relay',
    '• bot credentials',
    '• Microsoft Graph',
    '✓ sign-in',
    '✓ public address',
    '',
  ]);
  expect(code).toBe(0);
});
