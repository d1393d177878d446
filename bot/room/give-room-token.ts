/** Gives a panel the key to its own room: for that room alone, for that person, for an hour. */
import { RoomTokenRequest, type RoomToken } from '../../shared/room/contract.ts';
import type { Answer } from '../api.ts';
import type { Caller } from '../people/caller.ts';
import { Refused } from '../refused.ts';
import { ownMeeting } from '../series/own-series.ts';
import type { World } from '../world.ts';
import { roomThere } from './room-there.ts';
import { roomTokenLifetimeMs, signRoomToken } from './room-token.ts';

/** How long after its end a room may still be opened: to read what was not seen yet. */
export const graceMs = 15 * 60 * 1000;

export const roomToken: Answer = async (world, asked): Promise<RoomToken> => {
  const { roomId } = RoomTokenRequest.parse(asked.body);
  const { meeting } = await ownMeeting(world, asked);
  const now = world.now();
  if (meeting.endedAt !== null && now > meeting.endedAt + graceMs) {
    throw new Refused('meeting-over', (say) => say('This 1:1 is over. Its recap is in the chat.'));
  }
  const room = await world.record(asked.caller.tenantId).room(meeting.id);
  if (roomThere(world.relay, room) !== roomId) {
    throw new Refused('room-replaced', (say) =>
      say('This room has been replaced. Ask for the session again.'),
    );
  }
  return tokenFor(world, asked.caller, roomId);
};

/** For one who may be in that room: whoever asks for it has made sure. */
export async function tokenFor(world: World, caller: Caller, roomId: string): Promise<RoomToken> {
  const now = world.now();
  const user = { id: caller.userId, name: caller.name };
  return {
    token: await signRoomToken(world.relay.key, { roomId, user, now }),
    expiresAt: now + roomTokenLifetimeMs,
  };
}
