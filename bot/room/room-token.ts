/** A room token: what lets one user into one room of the relay, for at most an hour. */
import { randomUUID } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';

/** Azure Fluid Relay and Routerlicious refuse tokens that live longer than an hour. */
export const roomTokenLifetimeMs = 60 * 60 * 1000;

export interface RelayKey {
  readonly key: string;
  readonly tenantId: string;
}

export interface RoomPass {
  /** Empty for a room that is about to be created. */
  readonly roomId: string;
  readonly user: { readonly id: string; readonly name: string };
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Signs the token that the Routerlicious protocol asks for (HS256, version 1.0). */
export async function signRoomToken(relay: RelayKey, pass: RoomPass): Promise<string> {
  const issuedAt = Math.floor(pass.now / 1000);
  return new SignJWT({
    documentId: pass.roomId,
    scopes: ['doc:read', 'doc:write', 'summary:write'],
    tenantId: relay.tenantId,
    user: pass.user,
    ver: '1.0',
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + roomTokenLifetimeMs / 1000)
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(relay.key));
}

/**
 * The room that a token opens. Rejects when it is not ours, not for this tenant, or has expired
 * `now`, in milliseconds since 1970.
 */
export async function verifyRoomToken(
  relay: RelayKey,
  token: string,
  now = Date.now(),
): Promise<string> {
  const { payload } = await jwtVerify(token, new TextEncoder().encode(relay.key), {
    algorithms: ['HS256'],
    currentDate: new Date(now),
  });
  if (payload['tenantId'] !== relay.tenantId) throw new Error('A token of another tenant.');
  const room = payload['documentId'];
  if (typeof room !== 'string') throw new Error('A token without a room.');
  return room;
}
