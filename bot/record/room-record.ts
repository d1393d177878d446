/** The rooms on record: where each meeting is held, and the newest state that reached us. */
import type { Kysely } from 'kysely';
import type { UserId } from '../../shared/people/person.ts';
import type { Checkpoint } from '../../shared/room/contract.ts';
import { RoomState } from '../../shared/room/room-state.ts';
import { ledgerRecord } from './ledger-record.ts';
import { keptJson } from './kept-text.ts';
import type { Tables } from './tables.ts';
import { inOneGo, type Tenant } from './tenant.ts';

const Outcomes = RoomState.shape.outcomes;

/** The newest state that reached the record, and the room it came from. */
export interface KeptRoom {
  readonly roomId: string | null;
  readonly relayLife: string | null;
  readonly sequence: number;
  readonly state: RoomState;
}

export type RoomRecord = ReturnType<typeof roomRecord>;

export function roomRecord({ db, tenantId }: Tenant) {
  return {
    async room(meetingId: string): Promise<KeptRoom | undefined> {
      const row = await db
        .selectFrom('room')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .selectAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        roomId: row.room_id,
        relayLife: row.relay_life,
        sequence: row.sequence,
        state: row.state,
      };
    },

    /**
     * Puts the meeting into a new room, unless somebody did so since `instead` was its room.
     * Answers the room it is in now.
     */
    async moveToRoom(
      meetingId: string,
      instead: string | null,
      room: { readonly roomId: string; readonly relayLife: string },
    ): Promise<string | null> {
      await db
        .updateTable('room')
        .set({ room_id: room.roomId, relay_life: room.relayLife, sequence: 0 })
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .where('room_id', 'is not distinct from', instead)
        .execute();
      return (await this.room(meetingId))?.roomId ?? null;
    },

    /**
     * Keeps a state of the meeting's room unless the record already holds a later one, and enters in
     * the ledger what was changed of its outcomes. `by` is whose panel told of it.
     */
    async keepCheckpoint(
      meetingId: string,
      checkpoint: Checkpoint,
      now: number,
      by: UserId | null = null,
    ): Promise<boolean> {
      return inOneGo(db, async (inside) => {
        const series = await seriesOfMeeting({ db: inside, tenantId }, meetingId);
        if (series === undefined) return false;
        const before = await roomRecord({ db: inside, tenantId }).room(meetingId);
        const { numUpdatedRows } = await inside
          .updateTable('room')
          .set({
            sequence: checkpoint.sequence,
            state: keptJson(checkpoint.state),
            saved_at: new Date(now),
          })
          .where('tenant_id', '=', tenantId)
          .where('meeting_id', '=', meetingId)
          .where('room_id', '=', checkpoint.roomId)
          .where('sequence', '<=', checkpoint.sequence)
          .executeTakeFirst();
        if (numUpdatedRows === 0n || before === undefined) return false;
        const { roomId, sequence } = checkpoint;
        // As the record can keep them: what it had to mark as unreadable is no edit.
        const after = Outcomes.parse(JSON.parse(keptJson(checkpoint.state.outcomes)));
        await ledgerRecord({ db: inside, tenantId }).enterRoom(
          series,
          { before: before.state.outcomes, after },
          { roomId, sequence, at: now, by },
        );
        return true;
      });
    },
  };
}

/** The meeting's series, held until the transaction ends: its ledger is written by one at a time. */
async function seriesOfMeeting(
  { db, tenantId }: Tenant,
  meetingId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('series')
    .innerJoin('meeting', (join) =>
      join
        .onRef('meeting.tenant_id', '=', 'series.tenant_id')
        .onRef('meeting.series_id', '=', 'series.id'),
    )
    .where('meeting.tenant_id', '=', tenantId)
    .where('meeting.id', '=', meetingId)
    .select('series.id')
    .forUpdate('series')
    .executeTakeFirst();
  return row?.id;
}

/** Meetings whose rooms live on a relay of this life: what a stopping server still has to read. */
export function roomsOfLife(db: Kysely<Tables>, relayLife: string) {
  return db
    .selectFrom('room')
    .innerJoin('meeting', (join) =>
      join
        .onRef('room.tenant_id', '=', 'meeting.tenant_id')
        .onRef('room.meeting_id', '=', 'meeting.id'),
    )
    .where('relay_life', '=', relayLife)
    .where('stage', '!=', 'ended')
    .where('room_id', 'is not', null)
    .select([
      'room.tenant_id as tenantId',
      'room.meeting_id as meetingId',
      'room.room_id as roomId',
    ])
    .execute();
}
