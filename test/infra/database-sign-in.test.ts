import { once } from 'node:events';
import { createServer } from 'node:net';
import { Pool } from 'pg';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig, WrongSetting } from '../../bot/config.ts';
import { signInTo } from '../../bot/record/database-sign-in.ts';

/** Just enough of PostgreSQL to ask for a password, hear it, and let the client in. */
async function listenForPasswords() {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      const kind = String.fromCharCode(data[0] ?? 0);
      if (kind === 'p') {
        heard.push(data.toString('utf8', 5, data.length - 1));
        socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]));
        socket.write(Buffer.from([0x5a, 0, 0, 0, 5, 0x49]));
      } else if (kind === 'X') socket.end();
      else {
        heard.push(...(/user\0([^\0]+)\0database\0([^\0]+)/.exec(data.toString()) ?? []).slice(1));
        socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return { heard, port, close: () => server.close() };
}

test('[I7] with Entra every connection signs in with a fresh token, and no password', async () => {
  const postgres = await listenForPasswords();
  const tokens = ['token one', 'token two'];
  const url = `postgresql://evenhand-identity@127.0.0.1:${postgres.port}/evenhand?sslmode=disable`;
  const signIn = signInTo({ url, auth: 'entra' }, async () => tokens.shift() ?? 'none left');
  const pool = new Pool({ ...signIn, max: 2 });
  const first = await pool.connect();
  const second = await pool.connect();
  first.release(true);
  second.release(true);
  await pool.end();
  postgres.close();
  const whoAndWhere = ['evenhand-identity', 'evenhand'];
  expect(postgres.heard).toEqual([...whoAndWhere, 'token one', ...whoAndWhere, 'token two']);
});

test('[I7] a token goes only over TLS, to a server that proves its name', () => {
  const url = 'postgresql://evenhand-identity@record.postgres.database.azure.com/evenhand';
  const token = async () => 'token';
  expect(signInTo({ url, auth: 'entra' }, token)).toEqual({
    host: 'record.postgres.database.azure.com',
    port: 5432,
    user: 'evenhand-identity',
    database: 'evenhand',
    password: token,
    ssl: { rejectUnauthorized: true },
  });
});

test('[I7] without Entra the address says it all', () => {
  const url = 'postgresql://ana:secret@localhost/evenhand';
  expect(signInTo({ url })).toEqual({ connectionString: url });
});

const database = (settings: Readonly<Record<string, string>>) =>
  readConfig({ EVENHAND_MODE: 'local', ...settings }).database;

test('[I7] DATABASE_AUTH says which of the two', () => {
  const url = 'postgresql://evenhand-identity@host/evenhand';
  expect(database({ DATABASE_URL: url, DATABASE_AUTH: 'entra' })).toEqual({
    kind: 'server',
    url,
    auth: 'entra',
  });
  expect(database({ DATABASE_URL: url })).toEqual({ kind: 'server', url, auth: 'password' });
});

test.each([
  'postgresql://host/evenhand',
  'postgresql://ana:secret@host/evenhand',
  'not an address',
])('[I7] %s is refused with Entra, in words that do not quote it', (url) => {
  const refused = () => database({ DATABASE_URL: url, DATABASE_AUTH: 'entra' });
  expect(refused).toThrow(WrongSetting);
  expect(refused).toThrow(/DATABASE_URL must be postgresql:\/\/IDENTITY@HOST/);
  expect(refused).not.toThrow(/secret/);
});
