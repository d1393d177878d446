/** Where a meeting's room is, as long as the relay that holds it lives. */
import type { KeptRoom } from '../record/room-record.ts';
import type { Relay } from './relay.ts';

/** Undefined when there is none yet, or it was lost with its relay. */
export function roomThere(relay: Relay, room: KeptRoom | undefined): string | undefined {
  return room !== undefined && room.relayLife === relay.life()
    ? (room.roomId ?? undefined)
    : undefined;
}
