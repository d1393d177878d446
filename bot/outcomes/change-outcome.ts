/** Changes an outcome from outside the room: the ledger has it first, then everybody is shown it. */
import type { LedgerEntry, OutcomeChange } from '../../shared/outcomes/ledger.ts';
import type { UserId } from '../../shared/people/person.ts';
import { followLater } from '../recap/follow-later.ts';
import type { World } from '../world.ts';

const relayAnswersWithinMs = 2_000;

export interface OutsideChange {
  readonly seriesId: string;
  readonly outcomeId: string;
  readonly change: OutcomeChange;
  readonly by: UserId;
  readonly via: Exclude<LedgerEntry['via'], 'panel'>;
  /** What asked for it: the same asked twice is entered once. */
  readonly source: string;
}

/** Answers false where there is no such outcome. */
export async function changeOutcome(
  world: World,
  tenantId: string,
  { seriesId, outcomeId, change, by, via, source }: OutsideChange,
): Promise<boolean> {
  const isNew = await world.record(tenantId).together(async (record, within) => {
    const known = (await record.outcomes(seriesId, [{ id: outcomeId }])).get(outcomeId);
    if (known === undefined) return undefined;
    const entry = {
      id: `${outcomeId}/${change.what}/${via}/${source}`,
      outcomeId,
      at: world.now(),
      by,
      via,
      change,
    };
    const entered = await record.enter(seriesId, [entry]);
    if (entered) await followLater(world.jobs, record, { tenantId, seriesId, within });
    return entered;
  });
  if (isNew === undefined) return false;
  if (isNew) await tellRoom(world, tenantId, seriesId, { outcomeId, what: change.what });
  return true;
}

/** A panel that is open shows it at once. Without a relay the ledger still has it: the next room does. */
async function tellRoom(
  world: World,
  tenantId: string,
  seriesId: string,
  { outcomeId, what }: { readonly outcomeId: string; readonly what: OutcomeChange['what'] },
): Promise<void> {
  const record = world.record(tenantId);
  const meeting = await record.openMeeting(seriesId);
  const room = meeting && (await record.room(meeting.id));
  if (meeting === undefined || room === undefined || room.roomId === null) return;
  if (room.relayLife !== world.relay.life()) return;
  const today = (await record.outcomes(seriesId, [{ id: outcomeId }])).get(outcomeId);
  if (today === undefined) return;
  try {
    const mark = today.isRemoved
      ? { removed: [outcomeId] }
      : { outcomes: [{ outcome: today.outcome, what }] };
    const checkpoint = await world.rooms.mark(room.roomId, mark, relayAnswersWithinMs);
    await record.keepCheckpoint(meeting.id, checkpoint, world.now());
  } catch (error) {
    world.log.warn(
      { meeting: meeting.id, error: String(error) },
      'the room is not told of a change of an outcome',
    );
  }
}
