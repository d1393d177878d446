/** One writer of a series at a time. */
import type { Tenant } from './tenant.ts';

/**
 * Whoever else would write to the series waits until this transaction has ended; to be called inside
 * one. Rejects when the tenant has no such series.
 */
export async function lockSeries({ db, tenantId }: Tenant, seriesId: string): Promise<void> {
  await db
    .selectFrom('series')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', seriesId)
    .forUpdate()
    .select('id')
    .executeTakeFirstOrThrow();
}
