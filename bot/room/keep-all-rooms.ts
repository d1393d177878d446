/** Before the server stops: what live rooms hold goes on record, for the embedded relay forgets it. */
import type { Kysely } from 'kysely';
import { roomsOfLife } from '../record/room-record.ts';
import type { Tables } from '../record/tables.ts';
import type { World } from '../world.ts';
import { whyInLog } from '../why-in-log.ts';

const eachWithinMs = 1_500;
const atOnce = 8;

export async function keepAllRooms(world: World, db: Kysely<Tables>): Promise<void> {
  if (world.relay.address.kind !== 'own-origin') return;
  const rooms = await roomsOfLife(db, world.relay.life());
  for (let from = 0; from < rooms.length; from += atOnce) {
    await Promise.all(
      rooms.slice(from, from + atOnce).map(async ({ tenantId, meetingId, roomId }) => {
        if (roomId === null) return;
        try {
          const checkpoint = await world.rooms.read(roomId, eachWithinMs);
          await world.record(tenantId).keepCheckpoint(meetingId, checkpoint, world.now());
        } catch (error) {
          world.log.warn({ meeting: meetingId, ...whyInLog(error) }, 'a room could not be kept');
        }
      }),
    );
  }
}
