/** The sign-in of very many people: tokens as Entra's, and the key that proves them. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';
import { tenantId } from './connector.ts';

const audience = 'bench';

export interface SignIn extends AsyncDisposable {
  /** What a server must be told to trust these tokens. */
  readonly settings: Readonly<Record<string, string>>;
  tokenFor(userId: string): Promise<string>;
}

export async function startSignIn(): Promise<SignIn> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256' }] };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(keys));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const issuer = `http://127.0.0.1:${port}/${tenantId}/v2.0`;
  return {
    settings: {
      TOKEN_ISSUER: issuer,
      TOKEN_JWKS_URL: `http://127.0.0.1:${port}/keys`,
      TOKEN_AUDIENCE: audience,
    },
    tokenFor: (userId) =>
      new SignJWT({ tid: tenantId, oid: userId, name: userId })
        .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
