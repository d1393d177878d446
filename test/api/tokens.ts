/** Signs people in as Entra does, with a key of the test's own. */
import { exportJWK, generateKeyPair, SignJWT, createLocalJWKSet, type JWTVerifyGetKey } from 'jose';

export interface Tokens {
  readonly keys: JWTVerifyGetKey;
  /** The claims and times of a good token, but for what is said. */
  tokenOf(oid: string, over?: TokenChange): Promise<string>;
}

export interface TokenChange {
  readonly tid?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly notBefore?: number;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly without?: string;
  readonly forged?: boolean;
}

export const issuer = 'https://login.example.com/{tid}/v2.0';
export const audience = 'app-id';

/** `tid` names the tenant of everybody who is not said to be of another. */
export async function issueTokens(tid: string): Promise<Tokens> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const other = await generateKeyPair('RS256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] });
  return {
    keys,
    tokenOf(oid, change = {}) {
      const seconds = Math.floor(Date.now() / 1000);
      const tenant = change.tid ?? tid;
      const claims: Record<string, unknown> = {
        oid,
        tid: tenant,
        name: oid,
        iss: change.issuer ?? issuer.replace('{tid}', tenant),
        aud: change.audience ?? audience,
        exp: seconds + (change.expiresIn ?? 3600),
        nbf: seconds + (change.notBefore ?? -60),
        ...change.claims,
      };
      if (change.without !== undefined) delete claims[change.without];
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(change.forged === true ? other.privateKey : privateKey);
    },
  };
}
