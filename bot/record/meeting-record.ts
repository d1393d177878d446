/** The meetings on record: planned, running, ended, each counted once. */
import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import { carryOver } from '../../shared/agenda/carry-over.ts';
import { isAlive } from '../../shared/outcomes/outcome.ts';
import { outcomesToday } from '../../shared/outcomes/room-ledger.ts';
import type { Meeting } from '../../shared/room/contract.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { ledgerRecord } from './ledger-record.ts';
import { keptJson } from './kept-text.ts';
import { lockSeries } from './series-lock.ts';
import type { MeetingTable } from './tables.ts';
import type { Tenant } from './tenant.ts';

export interface HeldMeeting extends Meeting {
  readonly seriesId: string;
  readonly teamsMeetingId: string | null;
  /** When it is to end by the calendar, in milliseconds. */
  readonly scheduledEnd: number | null;
}

export type MeetingRecord = ReturnType<typeof meetingRecord>;

export function meetingRecord({ db, tenantId }: Tenant) {
  const mine = { tenant_id: tenantId };
  const meetings = () => db.selectFrom('meeting').where('meeting.tenant_id', '=', tenantId);
  const leftIn = (seriesId: string) =>
    meetings()
      .innerJoin('room', (join) =>
        join
          .onRef('room.tenant_id', '=', 'meeting.tenant_id')
          .onRef('room.meeting_id', '=', 'meeting.id'),
      )
      .where('series_id', '=', seriesId)
      .orderBy('number', 'desc')
      .select('room.state');

  return {
    async meeting(id: string): Promise<HeldMeeting | undefined> {
      const row = await meetings().where('id', '=', id).selectAll().executeTakeFirst();
      return row && heldMeeting(row);
    },

    async meetingStartedAt(seriesId: string, startedAt: number): Promise<HeldMeeting | undefined> {
      const row = await meetings()
        .where('series_id', '=', seriesId)
        .where('started_at', '=', new Date(startedAt))
        .selectAll()
        .executeTakeFirst();
      return row && heldMeeting(row);
    },

    /** The meeting that is running or planned, if any. */
    async openMeeting(seriesId: string): Promise<HeldMeeting | undefined> {
      const row = await meetings()
        .where('series_id', '=', seriesId)
        .where('stage', '!=', 'ended')
        .selectAll()
        .executeTakeFirst();
      return row && heldMeeting(row);
    },

    /** The state that the last meeting, or the one before number `before`, was left in. */
    async stateBefore(seriesId: string, before?: number): Promise<RoomState | undefined> {
      const row = await leftIn(seriesId)
        .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
        .limit(1)
        .executeTakeFirst();
      return row?.state;
    },

    /** When the last meetings of a series began, the newest first. */
    async startsOf(seriesId: string): Promise<readonly number[]> {
      const rows = await meetings()
        .where('series_id', '=', seriesId)
        .where('started_at', 'is not', null)
        .orderBy('number', 'desc')
        .limit(12)
        .select('started_at')
        .execute();
      return rows.flatMap(({ started_at }) => (started_at === null ? [] : [started_at.getTime()]));
    },

    /** Teams' own name for the meeting of the series. */
    async lastTeamsMeeting(seriesId: string): Promise<string | undefined> {
      const row = await meetings()
        .where('series_id', '=', seriesId)
        .where('teams_meeting_id', 'is not', null)
        .orderBy('number', 'desc')
        .limit(1)
        .select('teams_meeting_id')
        .executeTakeFirst();
      return row?.teams_meeting_id ?? undefined;
    },

    /** Every meeting of a series with all that is kept of it, the newest first. */
    async heldMeetings(seriesId: string) {
      const rows = await leftIn(seriesId)
        .leftJoin('recap', (join) =>
          join
            .onRef('recap.tenant_id', '=', 'meeting.tenant_id')
            .onRef('recap.meeting_id', '=', 'meeting.id'),
        )
        .selectAll('meeting')
        .select('recap.recap')
        .execute();
      return rows.map(({ state, recap, ...row }) => ({ ...heldMeeting(row), state, recap }));
    },

    /**
     * Plans the next meeting, with what the last one left. To be called inside `together`: whoever
     * plans it first, it is one.
     */
    async planMeeting(seriesId: string, now: number): Promise<HeldMeeting> {
      await lockSeries({ db, tenantId }, seriesId);
      const open = await this.openMeeting(seriesId);
      if (open !== undefined) return open;
      const { last } = await meetings()
        .where('series_id', '=', seriesId)
        .select(({ fn }) => fn.max('number').as('last'))
        .executeTakeFirstOrThrow();
      const number = (last ?? 0) + 1;
      const row: Insertable<MeetingTable> = {
        ...mine,
        id: randomUUID(),
        series_id: seriesId,
        number,
        stage: 'planned',
        teams_meeting_id: null,
      };
      const carried = carryOver({
        record: await this.stateBefore(seriesId, number),
        nextNumber: number,
      });
      // Since the meeting ended, outcomes may have been reached, moved or dropped on its recap.
      const known = await ledgerRecord({ db, tenantId }).outcomes(seriesId, carried.outcomes);
      const state = {
        ...carried,
        outcomes: outcomesToday(carried.outcomes, known).filter(isAlive),
      };
      const meeting = await db
        .insertInto('meeting')
        .values(row)
        .returningAll()
        .executeTakeFirstOrThrow();
      await db
        .insertInto('room')
        .values({
          ...mine,
          meeting_id: row.id,
          room_id: null,
          relay_life: null,
          sequence: 0,
          state: keptJson(state),
          saved_at: new Date(now),
        })
        .execute();
      return heldMeeting(meeting);
    },

    /** Planned becomes running; answers false when it no longer was planned. */
    async startMeeting(id: string, teamsMeetingId: string, startedAt: number): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('meeting')
        .set({
          stage: 'running',
          started_at: new Date(startedAt),
          teams_meeting_id: teamsMeetingId,
        })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('stage', '=', 'planned')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async scheduleEnd(id: string, scheduledEnd: number): Promise<void> {
      await db
        .updateTable('meeting')
        .set({ scheduled_end: new Date(scheduledEnd) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
    },

    /** Running becomes ended, and a recap is owed; answers false when it no longer was running. */
    async endMeeting(id: string, endedAt: number, now: number): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('meeting')
        .set({ stage: 'ended', ended_at: new Date(endedAt) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('stage', '=', 'running')
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await db
        .insertInto('recap')
        .values({ ...mine, meeting_id: id, recap: null, owed_at: new Date(now), activity_id: null })
        .execute();
      return true;
    },
  };
}

function heldMeeting(row: Selectable<MeetingTable>): HeldMeeting {
  return {
    id: row.id,
    seriesId: row.series_id,
    number: row.number,
    stage: row.stage,
    teamsMeetingId: row.teams_meeting_id,
    startedAt: row.started_at?.getTime() ?? null,
    endedAt: row.ended_at?.getTime() ?? null,
    scheduledEnd: row.scheduled_end?.getTime() ?? null,
  };
}
