/** Who calls the API: what the sign-in token proves, and nothing the caller says of themselves. */
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { UserId } from '../../shared/people/person.ts';
import type { TokenTrust } from '../config.ts';

export interface Caller {
  readonly tenantId: string;
  readonly userId: UserId;
  readonly name: string;
}

const Claims = z.object({
  iss: z.string(),
  tid: z.string().min(1).max(128),
  oid: UserId,
  name: z.string().max(256).default(''),
});

/** Undefined when the token is not one of ours: forged, expired, for another app, or no token. */
export type VerifyCaller = (token: string) => Promise<Caller | undefined>;

export function verifyCallersBy(
  trust: TokenTrust,
  keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(trust.jwksUrl)),
): VerifyCaller {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        audience: [...trust.audience],
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'iss', 'aud', 'tid', 'oid'],
      });
      const claims = Claims.parse(payload);
      if (claims.iss !== trust.issuer.replace('{tid}', claims.tid)) return undefined;
      return { tenantId: claims.tid, userId: claims.oid, name: claims.name };
    } catch (error) {
      if (isTheTokensFault(error)) return undefined;
      throw error;
    }
  };
}

/** Keys that can't be fetched are our trouble: the caller may be who they say. */
function isTheTokensFault(error: unknown): boolean {
  if (error instanceof z.ZodError) return true;
  const code = z.object({ code: z.string() }).safeParse(error).data?.code ?? '';
  return code.startsWith('ERR_J') && code !== 'ERR_JWKS_TIMEOUT' && code !== 'ERR_JOSE_GENERIC';
}
