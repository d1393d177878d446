/** What the relay has written down of a room's edits, read without entering the room. */
import type { ITokenProvider } from '@fluidframework/azure-client';
import { RouterliciousDocumentServiceFactory } from '@fluidframework/routerlicious-driver/internal';
import type { Relay } from './relay.ts';

/** People come and go in a room, and the relay keeps its own books there: only these are edits. */
const edit = 'op';

/** Whether there is an edit after `sequence`. Rejects when the relay refuses, or `lapsed` comes first. */
export async function editsAfter(
  relay: Relay,
  tokens: ITokenProvider,
  asked: { readonly roomId: string; readonly sequence: number; readonly lapsed: AbortSignal },
): Promise<boolean> {
  const { roomId, sequence, lapsed } = asked;
  const endpoint = relay.endpoint().replace(/\/$/, '');
  const { tenantId } = relay.key;
  // As azure-client names a room, and as it asks a service where the room is.
  const factory = new RouterliciousDocumentServiceFactory(tokens, {
    enableDiscovery: relay.address.kind === 'remote',
  });
  const room = await factory.createDocumentService({
    type: 'fluid',
    id: roomId,
    url: `${endpoint}/${tenantId}/${roomId}`,
    tokens: {},
    endpoints: {
      ordererUrl: endpoint,
      storageUrl: `${endpoint}/repos/${tenantId}`,
      deltaStorageUrl: `${endpoint}/deltas/${tenantId}/${roomId}`,
    },
  });
  try {
    const written = await room.connectToDeltaStorage();
    const messages = written.fetchMessages(sequence + 1, undefined, lapsed);
    for (;;) {
      const page = await messages.read();
      if (page.done) return false;
      if (page.value.some(({ type }) => type === edit)) return true;
    }
  } finally {
    room.dispose();
  }
}
