/** A chat whose two are not named yet: what its members say, and the call they are in. */
import type { Naming } from '../../shared/people/naming.ts';
import type { UserId } from '../../shared/people/person.ts';
import { lockSeries } from './series-lock.ts';
import type { Tenant } from './tenant.ts';

export interface UnnamedCall {
  readonly teamsMeetingId: string;
  readonly startedAt: number;
}

export type NamingRecord = ReturnType<typeof namingRecord>;

export function namingRecord({ db, tenantId }: Tenant) {
  return {
    async namings(seriesId: string): Promise<readonly Naming[]> {
      const rows = await db
        .selectFrom('naming')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .orderBy('said_at')
        .orderBy('by_user')
        .select(['by_user as by', 'manager', 'report'])
        .execute();
      return rows;
    },

    /**
     * Keeps somebody's word in the place of what they said before. To be called inside `together`:
     * of two who speak at once, the second waits here and sees what the first has said.
     */
    async keepNaming(seriesId: string, { by, ...pair }: Naming, now: number): Promise<void> {
      await lockSeries({ db, tenantId }, seriesId);
      const kept = { ...pair, said_at: new Date(now) };
      await db
        .insertInto('naming')
        .values({ tenant_id: tenantId, series_id: seriesId, by_user: by, ...kept })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'series_id', 'by_user']).doUpdateSet(kept),
        )
        .execute();
    },

    /** Takes back what one person said, or all that was said. */
    async forgetNamings(seriesId: string, by?: UserId): Promise<void> {
      await db
        .deleteFrom('naming')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .$if(by !== undefined, (query) => query.where('by_user', '=', by ?? ''))
        .execute();
    },

    /** The call that may become the pair's meeting when they name themselves in it. */
    async unnamedCall(seriesId: string): Promise<UnnamedCall | undefined> {
      const row = await db
        .selectFrom('unnamed_call')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .select(['teams_meeting_id', 'started_at'])
        .executeTakeFirst();
      return row && { teamsMeetingId: row.teams_meeting_id, startedAt: row.started_at.getTime() };
    },

    async keepUnnamedCall(seriesId: string, call: UnnamedCall): Promise<void> {
      const kept = {
        teams_meeting_id: call.teamsMeetingId,
        started_at: new Date(call.startedAt),
      };
      await db
        .insertInto('unnamed_call')
        .values({ tenant_id: tenantId, series_id: seriesId, ...kept })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'series_id']).doUpdateSet(kept))
        .execute();
    },

    async forgetUnnamedCall(seriesId: string): Promise<void> {
      await db
        .deleteFrom('unnamed_call')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .execute();
    },
  };
}
