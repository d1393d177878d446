/** The simulated tenant's sign-in: tokens like Entra's and the Bot Connector's, with a key that outlives a restart. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import {
  calculateJwkThumbprint,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { z } from 'zod';
import { TokenRequest } from './contract.ts';
import type { TokenAnswer } from './contract.ts';
import { appId, people, personByOid, tenantId } from './people.ts';
import type { PersonKey, SimulatedPerson } from './people.ts';

/** As long as Entra's tokens live, about. */
const tokenLifeMs = 3_600_000;

/** The Teams web client: who asks for the token in the person's name. */
const teamsClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export interface LoginSettings {
  /** `iss` of the people's tokens. */
  readonly issuer: string;
  /** `aud` of the people's tokens: the app's id, as in Entra's version 2 tokens. */
  readonly audience: string;
  readonly jwksUrl: string;
  /** `iss` of the tokens with which activities reach the bot. */
  readonly botTokenIssuer: string;
  readonly botOpenIdMetadataUrl: string;
}

export interface Login {
  readonly router: Router;
  readonly settings: LoginSettings;
  /** A token as `authentication.getAuthToken` gives it to the person's panel. */
  tokenFor(person: PersonKey): Promise<TokenAnswer>;
  /** Whose token it is; undefined where it is none of this sign-in's. */
  personOf(token: string): Promise<SimulatedPerson | undefined>;
  /** The `Authorization` header of an activity for the bot. */
  botAuthorization(serviceUrl: string): Promise<string>;
}

export async function openLogin(options: {
  readonly origin: string;
  readonly dataFolder: string;
  now(): number;
}): Promise<Login> {
  const base = `${options.origin}/simulator/login`;
  const settings: LoginSettings = {
    issuer: `${base}/${tenantId}/v2.0`,
    audience: appId,
    jwksUrl: `${base}/${tenantId}/discovery/v2.0/keys`,
    botTokenIssuer: `${base}/botframework`,
    botOpenIdMetadataUrl: `${base}/botframework/.well-known/openidconfiguration`,
  };
  const { privateKey, publicJwk } = await openKey(options.dataFolder);
  const keys = { keys: [publicJwk] };

  function sign(claims: Record<string, unknown>, issuer: string): Promise<string> {
    const issuedAt = Math.floor(options.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: z.string().parse(publicJwk.kid) })
      .setIssuer(issuer)
      .setAudience(appId)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(issuedAt + tokenLifeMs / 1000)
      .sign(privateKey);
  }

  async function tokenFor(key: PersonKey): Promise<TokenAnswer> {
    const person = people[key];
    const token = await sign(
      {
        azp: teamsClientId,
        azpacr: '0',
        tid: tenantId,
        oid: person.oid,
        sub: `sub-${person.key}`,
        name: person.name,
        preferred_username: person.email,
        scp: 'access_as_user',
        uti: randomUUID(),
        ver: '2.0',
      },
      settings.issuer,
    );
    return { token, expiresAt: options.now() + tokenLifeMs };
  }

  const publicKey = await importJWK(publicJwk, 'RS256');
  async function personOf(token: string): Promise<SimulatedPerson | undefined> {
    try {
      const { payload } = await jwtVerify(token, publicKey, {
        issuer: settings.issuer,
        audience: appId,
        currentDate: new Date(options.now()),
      });
      return personByOid(z.string().parse(payload['oid']));
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  const router = Router();
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (_request, response) => {
    response.json({
      issuer: settings.issuer,
      jwks_uri: settings.jwksUrl,
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });
  router.get('/:tenant/discovery/v2.0/keys', (_request, response) => {
    response.json(keys);
  });
  router.get('/botframework/.well-known/openidconfiguration', (_request, response) => {
    response.json({
      issuer: settings.botTokenIssuer,
      jwks_uri: `${base}/botframework/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });
  router.get('/botframework/.well-known/keys', (_request, response) => {
    response.json({ keys: [{ ...publicJwk, endorsements: ['msteams'] }] });
  });
  router.post('/token', async (request, response) => {
    response.json(await tokenFor(TokenRequest.parse(request.body).person));
  });

  return {
    router,
    settings,
    tokenFor,
    personOf,
    botAuthorization: async (serviceUrl) =>
      `Bearer ${await sign({ serviceurl: serviceUrl }, settings.botTokenIssuer)}`,
  };
}

const KeptKey = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
});

async function openKey(
  dataFolder: string,
): Promise<{ readonly privateKey: CryptoKey | Uint8Array; readonly publicJwk: JWK }> {
  const path = join(dataFolder, 'simulator-key.json');
  const kept = (await readKey(path)) ?? (await makeKey(dataFolder, path));
  return {
    privateKey: await importJWK(kept, 'RS256'),
    publicJwk: { kty: 'RSA', kid: kept.kid, n: kept.n, e: kept.e, alg: 'RS256', use: 'sig' },
  };
}

async function readKey(path: string): Promise<z.infer<typeof KeptKey> | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : KeptKey.parse(JSON.parse(text));
}

async function makeKey(dataFolder: string, path: string): Promise<z.infer<typeof KeptKey>> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kept = KeptKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
  await mkdir(dataFolder, { recursive: true });
  await writeFile(path, JSON.stringify(kept), { mode: 0o600 });
  return kept;
}
