/** The relay that carries rooms: an embedded one, or any service that speaks Routerlicious. */
import type { RelayAddress } from '../../shared/room/contract.ts';
import type { RelayKey } from './room-token.ts';

export interface Relay {
  /** Where panels find it. */
  readonly address: RelayAddress;
  /** Where this server finds it; it may move when the relay is restarted. */
  endpoint(): string;
  readonly key: RelayKey;
  /**
   * Which life of the relay this is. The embedded relay forgets its rooms when it dies, so a room
   * of another life is lost; a service keeps them, so its life never changes.
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
    life: () => `${setting.endpoint} ${setting.tenantId}`,
    stop: async () => {},
  };
}
