/** Lets go of what was kept long enough, and of 1:1s whose deletion is due: looked at a few times a day. */
import type { Kysely } from 'kysely';
import { keptSince } from '../../shared/series/retention.ts';
import { seriesOfAll } from '../record/retention-record.ts';
import type { Tables } from '../record/tables.ts';
import { whyInLog } from '../why-in-log.ts';
import type { World } from '../world.ts';
import { deleteIfDue } from './delete-series.ts';

/** One series that fails does not keep the others from theirs. */
export async function keepNoLonger(world: World, db: Kysely<Tables>): Promise<void> {
  for (const { tenantId, seriesId } of await seriesOfAll(db)) {
    try {
      await keepSeriesNoLonger(world, tenantId, seriesId);
    } catch (error) {
      world.log.error({ series: seriesId, ...whyInLog(error) }, 'what is old could not be let go');
    }
  }
}

async function keepSeriesNoLonger(world: World, tenantId: string, seriesId: string): Promise<void> {
  const record = world.record(tenantId);
  const series = await record.series(seriesId);
  if (series?.pair === undefined) return;
  const deleted = await deleteIfDue(world, tenantId, { ...series, pair: series.pair });
  if (deleted === 'deleted') return;
  const since = keptSince(await record.retention(seriesId), world.now());
  await record.forgetOlder(seriesId, since);
  const isGone = await record.forgetEmpty(seriesId, since.outcomes);
  if (isGone) world.log.info({ series: seriesId }, 'a series in which nothing was left was let go');
}
