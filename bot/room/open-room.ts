/** Finds the room of a meeting, or opens one from the freshest state that anybody still holds. */
import { setTimeout as pause } from 'node:timers/promises';
import { outcomesToday } from '../../shared/outcomes/room-ledger.ts';
import type { Checkpoint } from '../../shared/room/contract.ts';
import type { HeldMeeting } from '../record/meeting-record.ts';
import { notShown } from '../../shared/room/show-outcome.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import type { Presence } from '../../shared/talk/talk-schema.ts';
import type { World } from '../world.ts';
import { roomThere } from './room-there.ts';
import { relayAnswersWithinMs, tellLater, tellRoom } from './tell-room.ts';

/**
 * How long the server listens for panels that still hold a lost room, before it opens the next one:
 * panels ask again at least every second.
 */
const gatherMs = 1500;

/** One opening a meeting at a time, in this process; between processes the record decides. */
const openings = new Map<string, Promise<string>>();

export async function openRoom(
  world: World,
  tenantId: string,
  meeting: HeldMeeting,
  held?: Checkpoint,
): Promise<string> {
  const record = world.record(tenantId);
  if (held !== undefined) await record.keepCheckpoint(meeting.id, held, world.now());

  const kept = await record.room(meeting.id);
  if (kept === undefined) throw new Error('A meeting without a room on record.');
  const there = roomThere(world.relay, kept);
  if (there !== undefined) return there;

  const opening = openings.get(meeting.id) ?? replaceRoom(world, tenantId, meeting, kept.roomId);
  openings.set(meeting.id, opening);
  try {
    return await opening;
  } finally {
    openings.delete(meeting.id);
  }
}

async function replaceRoom(
  world: World,
  tenantId: string,
  meeting: HeldMeeting,
  lost: string | null,
): Promise<string> {
  const record = world.record(tenantId);
  if (lost !== null) await pause(gatherMs);
  const freshest = await record.room(meeting.id);
  if (freshest === undefined) throw new Error('A meeting without a room on record.');
  // What was changed on a card since that state was kept is in the ledger alone.
  const known = await record.outcomes(meeting.seriesId, freshest.state.outcomes);
  const state = {
    ...freshest.state,
    outcomes: [...outcomesToday(freshest.state.outcomes, known)],
  };
  const relayLife = world.relay.life();
  const mark = meeting.startedAt === null ? {} : { startedAt: meeting.startedAt };
  const presence = await record.presence(meeting.id);
  const roomId = await world.rooms.open(state, mark, {
    consents: await record.talkConsents(meeting.seriesId),
    presence,
  });
  const current = await record.moveToRoom(meeting.id, lost, { roomId, relayLife });
  world.log.info({ meeting: meeting.id, room: current, lost }, 'a room was opened');
  if (current === roomId)
    await catchUp(world, tenantId, meeting, { outcomes: state.outcomes, presence });
  return current ?? roomId;
}

const keyOf = ({ user, at, on }: Presence) => `${user} ${at} ${on}`;

/** What was told while the room was being opened found no room to be told to. */
async function catchUp(
  world: World,
  tenantId: string,
  meeting: HeldMeeting,
  opened: { readonly outcomes: readonly Outcome[]; readonly presence: readonly Presence[] },
): Promise<void> {
  const record = world.record(tenantId);
  const known = await record.outcomes(meeting.seriesId, opened.outcomes);
  const { outcomes, removed } = notShown(opened.outcomes, known);
  const told = new Set(opened.presence.map(keyOf));
  const moves = (await record.presence(meeting.id)).filter((move) => !told.has(keyOf(move)));
  if (outcomes.length + removed.length + moves.length === 0) return;
  try {
    await tellRoom(world, tenantId, meeting.id, relayAnswersWithinMs);
  } catch (error) {
    await tellLater(world, tenantId, meeting.id, error);
  }
}
