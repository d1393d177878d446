import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { panelFiles } from '../../bot/panel-files.ts';
import { securityHeaders } from '../../bot/security-headers.ts';

const production = readConfig({
  PUBLIC_URL: 'https://evenhand.example.com',
  TEAMS_APP_ID: 'teams-app-id',
  BOT_APP_ID: 'app-id',
  BOT_APP_TENANT_ID: 'tenant-id',
  RELAY: 'remote',
  RELAY_ENDPOINT: 'https://relay.example.com/path',
  RELAY_TENANT_ID: 'relay-tenant',
  RELAY_KEY: '0123456789abcdef',
});
const local = readConfig({ EVENHAND_MODE: 'local' });

async function pageOf(config: typeof production) {
  const folder = await mkdtemp(join(tmpdir(), 'panel-'));
  await writeFile(join(folder, 'index.html'), '<script nonce="NONCE_OF_THIS_PAGE" src="./a.js">');
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders(config));
  app.use('/tab', panelFiles(folder));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    const port = typeof address === 'object' ? address?.port : 0;
    const answer = await fetch(`http://127.0.0.1:${port}/tab/`);
    return { headers: answer.headers, body: await answer.text() };
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true });
  }
}

const directives = (headers: Headers) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(' ');
      return [name, values];
    }),
  );

test('[S13] the panel is framed by Teams alone, and runs and loads nothing but its own', async () => {
  const { headers, body } = await pageOf(production);
  const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? '';
  expect(Buffer.from(nonce, 'base64').length).toBe(16);
  expect(directives(headers)).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", 'https://relay.example.com', 'wss://relay.example.com'],
    'form-action': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': [
      "'self'",
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
      'https://*.cloud.microsoft',
      'https://*.microsoft365.com',
      'https://*.office.com',
      'https://outlook.office.com',
      'https://outlook.office365.com',
    ],
  });
  const told = (name: string) => headers.get(name);
  expect([
    told('x-frame-options'),
    told('x-powered-by'),
    told('x-content-type-options'),
    told('referrer-policy'),
    told('cross-origin-resource-policy'),
    told('strict-transport-security'),
    told('cache-control'),
  ]).toEqual([
    null,
    null,
    'nosniff',
    'no-referrer',
    'same-origin',
    'max-age=31536000; includeSubDomains',
    'no-store',
  ]);
});

test('[S13] with the embedded relay the panel asks its own server alone, and each page has its own word', async () => {
  const [one, two] = [await pageOf(local), await pageOf(local)];
  expect(directives(one.headers)['connect-src']).toEqual(["'self'"]);
  expect(one.body).not.toBe(two.body);
});
