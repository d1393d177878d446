/** Owes the newest recap of a series an update: what it shows has changed. */
import type { Jobs } from '../jobs.ts';
import type { TenantRecord } from '../record/record.ts';
import type { Tenant } from '../record/tenant.ts';

/** Somebody who types changes an outcome every second; the card follows when they have paused. */
const settledAfterSeconds = 10;

/** To be called inside `together`, with its record: the change and what it owes are kept as one. */
export async function followLater(
  jobs: Jobs,
  record: TenantRecord,
  {
    tenantId,
    seriesId,
    within,
  }: { readonly tenantId: string; readonly seriesId: string; readonly within: Tenant['db'] },
): Promise<void> {
  const meetingId = await record.newestRecap(seriesId);
  if (meetingId === undefined) return;
  const job = { tenantId, meetingId };
  await jobs.owe('follow-recap', job, { within, afterSeconds: settledAfterSeconds });
}
