/** The recaps on record: owed, in hand, posted. */
import type { Recap } from '../../shared/recap/recap.ts';
import { agendaRecord } from './agenda-record.ts';
import { longestClaimMs } from './claim.ts';
import { keptJson } from './kept-text.ts';
import type { Tenant } from './tenant.ts';

export interface OwedRecap {
  readonly recap: Recap | null;
  readonly postedAt: number | null;
  readonly activityId: string | null;
}

export type RecapRecord = ReturnType<typeof recapRecord>;

export function recapRecord({ db, tenantId }: Tenant) {
  const recapsOf = (seriesId: string) =>
    db
      .selectFrom('recap')
      .innerJoin('meeting', (join) =>
        join
          .onRef('recap.tenant_id', '=', 'meeting.tenant_id')
          .onRef('recap.meeting_id', '=', 'meeting.id'),
      )
      .where('recap.tenant_id', '=', tenantId)
      .where('series_id', '=', seriesId);

  return {
    async recap(meetingId: string): Promise<OwedRecap | undefined> {
      const row = await db
        .selectFrom('recap')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .selectAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        recap: row.recap,
        postedAt: row.posted_at?.getTime() ?? null,
        activityId: row.activity_id,
      };
    },

    /** Takes the posting of a recap in hand until `until`; false when it is posted or in other hands. */
    async claimRecap(meetingId: string, now: number, until: number): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('recap')
        .set({ claimed_until: new Date(until) })
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .where('posted_at', 'is', null)
        .where((where) =>
          where.or([
            where('claimed_until', 'is', null),
            where('claimed_until', '<=', new Date(now)),
            // By a clock that was wrong: nobody holds anything for so long.
            where('claimed_until', '>', new Date(now + longestClaimMs)),
          ]),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    /** Keeps it in hand for longer. */
    async holdRecap(meetingId: string, until: number): Promise<void> {
      await db
        .updateTable('recap')
        .set({ claimed_until: new Date(until) })
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .where('posted_at', 'is', null)
        .execute();
    },

    /** The meeting of the newest recap that is posted. */
    async newestRecap(seriesId: string): Promise<string | undefined> {
      const row = await recapsOf(seriesId)
        .where('posted_at', 'is not', null)
        .orderBy('number', 'desc')
        .limit(1)
        .select('meeting.id')
        .executeTakeFirst();
      return row?.id;
    },

    /** The messages of all recaps of a series that are posted. */
    async postedRecaps(seriesId: string): Promise<readonly string[]> {
      const rows = await recapsOf(seriesId).select('activity_id').execute();
      return rows.flatMap(({ activity_id }) => (activity_id === null ? [] : [activity_id]));
    },

    /** Says of a recap that it looks right; saying so twice changes nothing. */
    async confirmRecap(meetingId: string, userId: string, now: number): Promise<void> {
      await db
        .insertInto('recap_confirmation')
        .values({
          tenant_id: tenantId,
          meeting_id: meetingId,
          user_id: userId,
          confirmed_at: new Date(now),
        })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'meeting_id', 'user_id']).doNothing(),
        )
        .execute();
    },

    async confirmedBy(meetingId: string): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('recap_confirmation')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .orderBy('confirmed_at')
        .select('user_id')
        .execute();
      return rows.map((row) => row.user_id);
    },

    async releaseRecap(meetingId: string): Promise<void> {
      await db
        .updateTable('recap')
        .set({ claimed_until: null })
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .execute();
    },

    /** Keeps what the recap tells, and settles what later meetings go by. */
    async keepRecap(meetingId: string, recap: Recap): Promise<void> {
      // First: whoever dies in between comes here again, as there is no recap yet.
      await agendaRecord({ db, tenantId }).keepGist(meetingId);
      await db
        .updateTable('recap')
        .set({ recap: keptJson(recap) })
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .execute();
    },

    async recapPosted(meetingId: string, activityId: string, now: number): Promise<void> {
      await db
        .updateTable('recap')
        .set({ posted_at: new Date(now), activity_id: activityId, claimed_until: null })
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .execute();
    },
  };
}
