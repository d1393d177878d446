import { generateKeyPairSync } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { GraphCaller } from '../../bot/graph/graph.ts';
import { entraKeys, type GraphApp } from '../../bot/graph/graph-keys.ts';
import { recordedGraph, type Recorded } from './recorded-graph.ts';

afterEach(() => void vi.restoreAllMocks());

const app: GraphApp = {
  appId: 'sign-in-app',
  tenantId: '5d1f8a36-0c4e-4b7a-9f43-6a7c5e2b9d10',
  proof: { kind: 'secret', secret: 'a secret' },
};
const signIn = `${btoa('{"alg":"none"}')}.${btoa('{"exp":9999999999,"oid":"ben"}')}.none`;
const ben = { kind: 'user', signIn } as const;

const Sent = z.looseObject({
  method: z.string(),
  hostname: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Microsoft's credentials know one address: the way there leads to recorded answers of Entra. */
async function askedOfEntra(as: GraphCaller, recorded: Recorded, by: GraphApp = app) {
  await using entra = await recordedGraph(() => ({
    ...recorded,
    headers: { 'content-type': 'application/json' },
  }));
  const { hostname, port } = new URL(entra.url);
  const hosts: string[] = [];
  vi.spyOn(https, 'request').mockImplementation((sent: unknown) => {
    const { method, hostname: host, path, headers } = Sent.parse(sent);
    hosts.push(host);
    return http.request({ method, path, headers, hostname, port });
  });
  const answer = await (await entraKeys(by))(as);
  return { answer, asked: entra.asked, hosts };
}

const token = {
  body: JSON.stringify({ token_type: 'Bearer', expires_in: 3599, access_token: 'for graph' }),
};
const no = (error: string, number: string, more = {}): Recorded => ({
  status: 400,
  body: JSON.stringify({
    error,
    error_description: `AADSTS${number}: Words about somebody. Trace ID: 1 Correlation ID: 2 Timestamp: 2026-11-23`,
    error_codes: [Number(number)],
    ...more,
  }),
});

test('[K5] the app asks in its own name, and on behalf of the person with their sign-in', async () => {
  const own = await askedOfEntra({ kind: 'app' }, token);
  expect(own.answer).toEqual({ kind: 'answered', value: 'for graph' });
  expect(own.hosts).toEqual(['login.microsoftonline.com']);
  expect(Object.fromEntries(new URLSearchParams(own.asked[0]!.body))).toMatchObject({
    client_id: 'sign-in-app',
    client_secret: 'a secret',
    grant_type: 'client_credentials',
    scope: expect.stringContaining('https://graph.microsoft.com/.default'),
  });
  const behalf = await askedOfEntra(ben, token);
  expect(behalf.answer).toEqual({ kind: 'answered', value: 'for graph' });
  expect(Object.fromEntries(new URLSearchParams(behalf.asked[0]!.body))).toMatchObject({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: signIn,
    requested_token_use: 'on_behalf_of',
    scope: expect.stringContaining('https://graph.microsoft.com/Tasks.ReadWrite'),
  });
});

test('[K5] what Entra says no to is told apart, by number and not by its words', async () => {
  const told = async (as: GraphCaller, recorded: Recorded) =>
    (await askedOfEntra(as, recorded)).answer;
  expect(await told(ben, no('invalid_grant', '65001', { suberror: 'consent_required' }))).toEqual({
    kind: 'no-consent',
    code: 'AADSTS65001',
  });
  expect(await told(ben, no('invalid_grant', '50013'))).toEqual({
    kind: 'sign-in',
    code: 'AADSTS50013',
  });
  expect(await told({ kind: 'app' }, no('invalid_client', '7000222'))).toEqual({
    kind: 'not-allowed',
    code: 'AADSTS7000222',
  });
  expect(await told({ kind: 'app' }, { status: 503, body: '{}' })).toEqual({
    kind: 'unavailable',
    code: 'ServiceError',
  });
  expect(await told({ kind: 'user', signIn: 'no token' }, token)).toMatchObject({
    kind: 'sign-in',
  });
});

test('[K5] a certificate takes the secret’s place', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = `${privateKey.export({ type: 'pkcs8', format: 'pem' })}-----BEGIN CERTIFICATE-----\n${btoa('any certificate')}\n-----END CERTIFICATE-----\n`;
  const proof = { kind: 'certificate', pem } as const;
  const { answer, asked } = await askedOfEntra({ kind: 'app' }, token, { ...app, proof });
  expect(answer).toEqual({ kind: 'answered', value: 'for graph' });
  const sent = Object.fromEntries(new URLSearchParams(asked[0]!.body));
  expect(sent['client_secret']).toBeUndefined();
  expect(sent['client_assertion']?.split('.')).toHaveLength(3);
});
