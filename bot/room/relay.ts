/** The relay that carries rooms: an embedded one, or any service that speaks Routerlicious. */
import type { RelayAddress } from '../../shared/room/contract.ts';
import { roomVersion } from '../../shared/room/room-schema.ts';
import type { RelayKey } from './room-token.ts';

/** The relay did not answer in time, or refused to. */
export class RelayAway extends Error {}

export interface Relay {
  /** Where panels find it. */
  readonly address: RelayAddress;
  /** Where this server finds it; it may move when the relay is restarted. */
  endpoint(): string;
  readonly key: RelayKey;
  /**
   * Which life of the relay this is. The embedded relay forgets its rooms when it dies, so a room
   * of another life is lost; a service keeps them, so its life changes only with what rooms are made of.
   */
  life(): string;
  stop(): Promise<void>;
}

export function remoteRelay(setting: {
  readonly endpoint: string;
  readonly tenantId: string;
  readonly key: string;
}): Relay {
  return {
    address: { kind: 'remote', endpoint: setting.endpoint, tenantId: setting.tenantId },
    endpoint: () => setting.endpoint,
    key: { key: setting.key, tenantId: setting.tenantId },
    life: () => `${setting.endpoint} ${setting.tenantId} ${roomVersion}`,
    stop: async () => {},
  };
}
