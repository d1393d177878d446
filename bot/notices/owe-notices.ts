/** Looks which digests and reminders are due, and owes each once. */
import type { Kysely } from 'kysely';
import { bothOwn, type Day } from '../../shared/outcomes/outcome.ts';
import { atLocalHour, dayBefore, daysBetween, localDay } from '../../shared/series/local-time.ts';
import { seriesOfAll } from '../record/notice-record.ts';
import type { Tables } from '../record/tables.ts';
import { nextMeetingOf, zoneOf } from '../series/next-meeting.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { World } from '../world.ts';

/** The digest comes when tomorrow is in mind; the reminder when there is a day left to act. */
const digestHour = 15;
const reminderHour = 9;
/** Later than this on the day itself a reminder is no help any more. */
const reminderEndsHour = 17;
/** A meeting that moves by a day does not get a second digest. */
const digestsApartDays = 3;
const hourMs = 3_600_000;

export interface Notice {
  readonly tenantId: string;
  readonly seriesId: string;
  /** `digest/DAY` or `reminder/OWNER/DAY`. */
  readonly id: string;
}

/** Answers how many were owed anew. One series that fails does not keep the others from theirs. */
export async function oweNotices(world: World, db: Kysely<Tables>): Promise<number> {
  let owed = 0;
  for (const { tenantId, seriesId } of await seriesOfAll(db)) {
    try {
      const series = await world.record(tenantId).series(seriesId);
      if (series?.pair === undefined) continue;
      const own = { ...series, pair: series.pair };
      const ids = [
        ...(await digestDue(world, tenantId, own)),
        ...(await remindersDue(world, tenantId, own)),
      ];
      for (const id of ids) {
        const isNew = await world.record(tenantId).together(async (record, within) => {
          const isNew = await record.oweNotice(seriesId, id);
          const job = { tenantId, seriesId, id };
          if (isNew) await world.jobs.owe('notice', job, { within, afterSeconds: 0 });
          return isNew;
        });
        if (isNew) owed += 1;
      }
    } catch (error) {
      world.log.error({ series: seriesId, error: String(error) }, 'notices could not be owed');
    }
  }
  return owed;
}

async function digestDue(world: World, tenantId: string, series: OwnSeries): Promise<string[]> {
  const record = world.record(tenantId);
  const now = world.now();
  const next = await nextMeetingOf(world, tenantId, series);
  if (next === undefined || next - now < hourMs) return [];
  const zone = await zoneOf(
    world,
    tenantId,
    series.pair.map(({ id }) => id),
  );
  const day = localDay(next, zone);
  if (now < atLocalHour(dayBefore(day), digestHour, zone)) return [];
  const earlier = await record.noticesLike(series.id, 'digest/');
  const isNear = (id: string) =>
    Math.abs(daysBetween(id.slice('digest/'.length), day)) < digestsApartDays;
  return earlier.some(isNear) ? [] : [`digest/${day}`];
}

async function remindersDue(world: World, tenantId: string, series: OwnSeries): Promise<string[]> {
  const open = [...(await world.record(tenantId).outcomes(series.id)).values()];
  const ids = new Set<string>();
  for (const { outcome } of open) {
    if (outcome.by === null) continue;
    const owners = outcome.owner === bothOwn ? series.pair.map(({ id }) => id) : [outcome.owner];
    const zone = await zoneOf(world, tenantId, owners);
    if (isTimeToRemind(outcome.by, zone, world.now())) {
      ids.add(`reminder/${outcome.owner}/${outcome.by}`);
    }
  }
  return [...ids];
}

function isTimeToRemind(by: Day, zone: string, now: number): boolean {
  const from = atLocalHour(dayBefore(by), reminderHour, zone);
  return now >= from && now < atLocalHour(by, reminderEndsHour, zone);
}
