/** Changes an outcome from outside the room: the ledger has it first, then everybody is shown it. */
import { placeOf, type LedgerEntry, type OutcomeChange } from '../../shared/outcomes/ledger.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import type { UserId } from '../../shared/people/person.ts';
import { followLater } from '../recap/follow-later.ts';
import type { World } from '../world.ts';
import { roomThere } from '../room/room-there.ts';
import { relayAnswersWithinMs, tellLater } from '../room/tell-room.ts';

export interface OutsideChange {
  readonly seriesId: string;
  readonly outcomeId: string;
  /** What becomes of the outcome as it stands; several changes are made as one. */
  changes(before: Outcome): readonly OutcomeChange[];
  readonly by: UserId;
  readonly via: Exclude<LedgerEntry['via'], 'panel'>;
  /** What asked for it: the same asked twice is entered once. */
  readonly source: string;
}

/** Answers false where there is no such outcome. */
export async function changeOutcome(
  world: World,
  tenantId: string,
  { seriesId, outcomeId, changes, by, via, source }: OutsideChange,
): Promise<boolean> {
  const made = await world.record(tenantId).together(async (record, within) => {
    const known = (await record.outcomes(seriesId, [{ id: outcomeId }])).get(outcomeId);
    if (known === undefined) return undefined;
    const wanted = changes(known.outcome);
    const entries = wanted.map((change) => ({
      id: `${outcomeId}/${placeOf(change)}/${via}/${source}`,
      outcomeId,
      at: world.now(),
      by,
      via,
      change,
    }));
    const entered = await record.enter(seriesId, entries);
    if (entered) await followLater(world.jobs, record, { tenantId, seriesId, within });
    return entered ? wanted : [];
  });
  if (made === undefined) return false;
  if (made.length > 0) await tellRoom(world, tenantId, seriesId, { outcomeId, changes: made });
  return true;
}

/** A panel that is open shows it at once. Without a relay the ledger still has it: the next room does. */
async function tellRoom(
  world: World,
  tenantId: string,
  seriesId: string,
  {
    outcomeId,
    changes,
  }: { readonly outcomeId: string; readonly changes: readonly OutcomeChange[] },
): Promise<void> {
  const record = world.record(tenantId);
  const meeting = await record.openMeeting(seriesId);
  const roomId = meeting && roomThere(world.relay, await record.room(meeting.id));
  if (meeting === undefined || roomId === undefined) return;
  const today = (await record.outcomes(seriesId, [{ id: outcomeId }])).get(outcomeId);
  if (today === undefined) return;
  try {
    const mark = today.isRemoved
      ? { removed: [outcomeId] }
      : { outcomes: changes.map((change) => ({ outcome: today.outcome, change })) };
    const checkpoint = await world.rooms.mark(roomId, mark, relayAnswersWithinMs);
    await record.keepCheckpoint(meeting.id, checkpoint, world.now());
  } catch (error) {
    await tellLater(world, tenantId, meeting.id, error);
  }
}
