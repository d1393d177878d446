/** The recaps on record: owed, in hand, posted. */
import type { Recap } from '../../shared/recap/recap.ts';
import { keptJson } from './kept-text.ts';
import type { Tenant } from './tenant.ts';

export interface OwedRecap {
  readonly recap: Recap | null;
  readonly postedAt: number | null;
  readonly activityId: string | null;
}

export type RecapRecord = ReturnType<typeof recapRecord>;

export function recapRecord({ db, tenantId }: Tenant) {
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
          ]),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async releaseRecap(meetingId: string): Promise<void> {
      await db
        .updateTable('recap')
        .set({ claimed_until: null })
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .execute();
    },

    async keepRecap(meetingId: string, recap: Recap): Promise<void> {
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
