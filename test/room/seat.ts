/** A seat in a room, as a panel has it: for tests and measurements without a browser. */
import { AzureClient } from '@fluidframework/azure-client';
import { isInternalFluidContainer } from '@fluidframework/fluid-static/internal';
import { ConnectionState, SharedTree, type ContainerSchema } from 'fluid-framework';
import type { Checkpoint } from '../../shared/room/contract.ts';
import { readRoom, roomConfig, type Room } from '../../shared/room/room-schema.ts';
import { signRoomToken, type RelayKey } from '../../bot/room/room-token.ts';

const schema = { initialObjects: { tree: SharedTree } } satisfies ContainerSchema;

export interface Seat {
  readonly room: Room;
  /** Resolves when the relay has taken every edit of this seat. */
  saved(): Promise<void>;
  checkpoint(): Checkpoint;
  leave(): void;
}

export function takeSeat(
  relay: { readonly endpoint: string; readonly key: RelayKey },
  roomId: string,
  name: string,
): Promise<Seat> {
  const user = { id: name, name };
  return takeSeatAt(relay.endpoint, roomId, () =>
    signRoomToken(relay.key, { roomId, user, now: Date.now() }),
  );
}

/** `tokenFor` answers a token for that room. */
export async function takeSeatAt(
  endpoint: string,
  roomId: string,
  tokenFor: () => Promise<string>,
): Promise<Seat> {
  const token = async () => ({ jwt: await tokenFor() });
  const client = new AzureClient({
    logger: { send: () => {} },
    connection: {
      type: 'local',
      endpoint,
      tokenProvider: { fetchOrdererToken: token, fetchStorageToken: token },
    },
  });
  const { container } = await client.getContainer(roomId, schema, '2.100.0');
  if (container.connectionState !== ConnectionState.Connected) {
    await new Promise<void>((resolve) => container.once('connected', () => resolve()));
  }
  if (!isInternalFluidContainer(container)) throw new Error('Not a container of azure-client.');
  const { deltaManager } = container.container;
  const room = container.initialObjects.tree.viewWith(roomConfig).root;
  return {
    room,
    saved: () =>
      container.isDirty
        ? new Promise<void>((resolve) => container.once('saved', () => resolve()))
        : Promise.resolve(),
    checkpoint: () => ({
      roomId,
      sequence: deltaManager.lastSequenceNumber,
      state: readRoom(room),
    }),
    leave: () => container.dispose(),
  };
}
