/** Brings a meeting's room up to the record: with what came while it was being opened, or could not be told at once. */
import type { Presence } from '../../shared/talk/talk-schema.ts';
import { notShown } from '../../shared/room/show-outcome.ts';
import { whyInLog } from '../why-in-log.ts';
import type { World } from '../world.ts';
import type { MeetingMark } from './rooms.ts';
import { roomThere } from './room-there.ts';

/** How long somebody who waits for an answer waits for the relay, too. */
export const relayAnswersWithinMs = 2_000;
/** Nobody waits for a visit that is owed, so a slow relay is waited for. */
const slowRelayAnswersWithinMs = 30_000;
const tellAgainAfterSeconds = 3;

/** Whatever is told twice stands there once. Does nothing where there is no room, or it is closed. */
export async function tellRoom(
  world: World,
  tenantId: string,
  meetingId: string,
  withinMs = slowRelayAnswersWithinMs,
): Promise<void> {
  const record = world.record(tenantId);
  const meeting = await record.meeting(meetingId);
  const roomId = roomThere(world.relay, await record.room(meetingId));
  if (meeting === undefined || meeting.stage === 'ended' || roomId === undefined) return;
  const held = await world.rooms.read(roomId, withinMs);
  // What was edited in the room is entered first, so that the ledger has all of both.
  await record.keepCheckpoint(meetingId, held, world.now());
  const known = await record.outcomes(meeting.seriesId, held.state.outcomes);
  const mark: MeetingMark = {
    ...(meeting.startedAt === null ? {} : { startedAt: meeting.startedAt }),
    ...notShown(held.state.outcomes, known),
  };
  const checkpoint = await world.rooms.mark(roomId, mark, withinMs);
  await record.keepCheckpoint(meetingId, checkpoint, world.now());
  const presence: readonly Presence[] = await record.presence(meetingId);
  if (presence.length > 0) await world.rooms.tellPresence(roomId, presence, withinMs);
}

/** To be called where a room could not be told of something that is on record: it is told later. */
export async function tellLater(
  world: World,
  tenantId: string,
  meetingId: string,
  error: unknown,
): Promise<void> {
  world.log.warn({ meeting: meetingId, ...whyInLog(error) }, 'a room is told later');
  await world.record(tenantId).together(async (_record, within) => {
    const when = { within, afterSeconds: tellAgainAfterSeconds };
    await world.jobs.owe('tell-room', { tenantId, meetingId }, when);
  });
}
