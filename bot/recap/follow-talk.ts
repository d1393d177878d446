/** Keeps a recap's line on the talk balance true when its figures change, or go. */
import { isDeepStrictEqual } from 'node:util';
import { recapTalk } from '../../shared/recap/recap.ts';
import type { Jobs } from '../jobs.ts';
import type { TenantRecord } from '../record/record.ts';
import type { Tenant } from '../record/tenant.ts';
import type { OwnSeries } from '../series/own-series.ts';

/** To be called inside `together`, with its record. */
export async function followTalk(
  jobs: Jobs,
  record: TenantRecord,
  about: {
    readonly tenantId: string;
    readonly meetingId: string;
    readonly series: Pick<OwnSeries, 'id' | 'pair'>;
    readonly within: Tenant['db'];
  },
): Promise<void> {
  const { tenantId, meetingId, series, within } = about;
  // One that is not composed yet will be, from the figures as they are then.
  const recap = (await record.recap(meetingId))?.recap;
  if (recap === undefined || recap === null) return;
  const { inRecap } = await record.talkSettings(series.id);
  const totals = inRecap ? (await record.talk(meetingId))?.totals : undefined;
  const { talk: before, ...rest } = recap;
  const talk = totals && recapTalk(totals, series.pair);
  if (isDeepStrictEqual(talk, before)) return;
  await record.keepRecap(meetingId, talk === undefined ? rest : { ...rest, talk });
  await jobs.owe('follow-recap', { tenantId, meetingId }, { within, afterSeconds: 0 });
}
