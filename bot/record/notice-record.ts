/** Digests and reminders on record: each is owed once, in hand, and sent. */
import { longestClaimMs } from './claim.ts';
import type { Tenant } from './tenant.ts';

export type NoticeRecord = ReturnType<typeof noticeRecord>;

export function noticeRecord({ db, tenantId }: Tenant) {
  const notice = (seriesId: string, id: string) =>
    db
      .updateTable('notice')
      .where('tenant_id', '=', tenantId)
      .where('series_id', '=', seriesId)
      .where('id', '=', id);

  return {
    /** Owes a notice; false when it was owed before. */
    async oweNotice(seriesId: string, id: string): Promise<boolean> {
      const rows = await db
        .insertInto('notice')
        .values({ tenant_id: tenantId, series_id: seriesId, id })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'series_id', 'id']).doNothing())
        .returning('id')
        .execute();
      return rows.length > 0;
    },

    /** The notices that were ever owed whose name begins like this. */
    async noticesLike(seriesId: string, beginning: string): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('notice')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('id', 'like', `${beginning}%`)
        .select('id')
        .execute();
      return rows.map(({ id }) => id);
    },

    /** Takes the sending in hand until `until`; 'sent' when it is done, 'busy' in other hands. */
    async claimNotice(
      seriesId: string,
      id: string,
      { now, until }: { readonly now: number; readonly until: number },
    ): Promise<'mine' | 'sent' | 'busy'> {
      const { numUpdatedRows } = await notice(seriesId, id)
        .set({ claimed_until: new Date(until) })
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
      if (numUpdatedRows > 0n) return 'mine';
      const row = await db
        .selectFrom('notice')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('id', '=', id)
        .where('posted_at', 'is', null)
        .select('id')
        .executeTakeFirst();
      return row === undefined ? 'sent' : 'busy';
    },

    async releaseNotice(seriesId: string, id: string): Promise<void> {
      await notice(seriesId, id).set({ claimed_until: null }).execute();
    },

    async noticeSent(seriesId: string, id: string, now: number): Promise<void> {
      await notice(seriesId, id)
        .set({ posted_at: new Date(now), claimed_until: null })
        .execute();
    },
  };
}
