/** Tokens of the bot's own identity, as Microsoft's cloud gives them. */
import { ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';
import type { BotIdentity } from '../config.ts';

/** Rejects when the identity is not given one. */
export type CloudTokens = (scope: string) => Promise<string>;

export function cloudTokensOf({ appId, type, tenantId, password }: BotIdentity): CloudTokens {
  const credential =
    type === 'SingleTenant'
      ? new ClientSecretCredential(tenantId, appId, password)
      : new ManagedIdentityCredential({ clientId: appId });
  return async (scope) => (await credential.getToken(scope)).token;
}
