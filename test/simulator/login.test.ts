import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BotFrameworkAuthenticationFactory,
  PasswordServiceClientCredentialFactory,
} from 'botframework-connector';
import type { Activity } from 'botbuilder';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { TokenAnswer } from './contract.ts';
import { people, tenantId } from './people.ts';
import { runSimulator } from './running-simulator.ts';

test("a person's token is signed by the tenant and carries Entra's claims", async () => {
  await using running = await runSimulator({ now: () => Date.now() });
  const { issuer, audience, jwksUrl } = running.simulator.settings;
  const { token } = TokenAnswer.parse(await running.ask('login/token', { person: 'ana' }));

  const { payload, protectedHeader } = await jwtVerify(
    token,
    createRemoteJWKSet(new URL(jwksUrl)),
    { issuer, audience, algorithms: ['RS256'] },
  );

  expect(protectedHeader.typ).toBe('JWT');
  expect(payload).toMatchObject({
    tid: tenantId,
    oid: people.ana.oid,
    name: 'Ana Ferreira',
    preferred_username: 'ana.ferreira@simulator.example',
    scp: 'access_as_user',
    ver: '2.0',
  });
  expect(payload.exp! - payload.iat!).toBe(3600);
});

test('the signing key survives a restart and is readable by its owner only', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'simulator-'));
  const first = await runSimulator({ dataFolder });
  const before = await first.ask('login/any/discovery/v2.0/keys');
  await first[Symbol.asyncDispose]();
  await using second = await runSimulator({ dataFolder });

  expect(await second.ask('login/any/discovery/v2.0/keys')).toEqual(before);
  expect(JSON.stringify(before)).not.toContain('"d"');
  expect((await stat(join(dataFolder, 'simulator-key.json'))).mode & 0o077).toBe(0);
});

test("botbuilder's own authentication accepts the header that activities come with", async () => {
  await using running = await runSimulator({ now: () => Date.now() });
  const { appId, botTokenIssuer, botOpenIdMetadataUrl, serviceUrl } = running.simulator.settings;
  const header = await running.simulator.login.botAuthorization(serviceUrl);
  const authentication = authenticationFor(appId, botTokenIssuer, botOpenIdMetadataUrl);
  const activity = { type: 'message', channelId: 'msteams', serviceUrl } as Activity;

  const { claimsIdentity } = await authentication.authenticateRequest(activity, header);
  expect(claimsIdentity?.getClaimValue('aud')).toBe(appId);

  const another = authenticationFor(tenantId, botTokenIssuer, botOpenIdMetadataUrl);
  await expect(another.authenticateRequest(activity, header)).rejects.toThrow('Invalid AppId');
  await expect(authentication.authenticateRequest(activity, '')).rejects.toThrow('Unauthorized');
});

test('an unknown person gets no token', async () => {
  await using running = await runSimulator();
  expect(await running.ask('login/token', { person: 'eve' })).toMatchObject({
    error: { code: 'BadArgument' },
  });
});

test('each of the three is somebody else', async () => {
  await using running = await runSimulator();
  const { login } = running.simulator;
  const oids = await Promise.all(
    (['ana', 'ben', 'cleo'] as const).map(
      async (person) => decodeJwt((await login.tokenFor(person)).token)['oid'],
    ),
  );
  expect(new Set(oids).size).toBe(3);
});

function authenticationFor(appId: string, issuer: string, openIdMetadataUrl: string) {
  return BotFrameworkAuthenticationFactory.create(
    '',
    true,
    'https://login.microsoftonline.com/botframework.com',
    'https://api.botframework.com',
    issuer,
    'https://token.botframework.com',
    openIdMetadataUrl,
    openIdMetadataUrl,
    '',
    new PasswordServiceClientCredentialFactory(appId, ''),
    { requiredEndorsements: [], validTokenIssuers: [] },
  );
}
