/** Looks which digests and reminders are due, and owes each once. */
import type { Kysely } from 'kysely';
import { bothOwn, type Day } from '../../shared/outcomes/outcome.ts';
import { atLocalHour, dayBefore, daysBetween, localDay } from '../../shared/series/local-time.ts';
import { nextMeetingAt } from '../../shared/series/next-meeting.ts';
import { seriesAhead, type SeriesAhead } from '../record/look-ahead-record.ts';
import type { Tables } from '../record/tables.ts';
import { askPlan } from '../series/next-meeting.ts';
import type { World } from '../world.ts';
import { askPlans } from './ask-plans.ts';
import { whyInLog } from '../why-in-log.ts';

/** The digest comes when tomorrow is in mind; the reminder when there is a day left to act. */
const digestHour = 15;
const reminderHour = 9;
/** Later than this on the day itself a reminder is no help any more. */
const reminderEndsHour = 17;
/** A meeting that moves by a day does not get a second digest. */
const digestsApartDays = 3;
/** What Teams has said of a plan within this time is as good as new. */
const newsMs = 10 * 60_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface Notice {
  readonly tenantId: string;
  readonly seriesId: string;
  /** `digest/DAY` or `reminder/OWNER/DAY`. */
  readonly id: string;
}

/** Answers how many were owed anew. One series that fails does not keep the others from theirs. */
export async function oweNotices(world: World, db: Kysely<Tables>): Promise<number> {
  await askPlans(world, db);
  const now = world.now();
  // Wherever somebody lives, it is at most a day earlier or later there; a reminder is for tomorrow.
  const days = { from: localDay(now - dayMs, 'UTC'), to: localDay(now + 2 * dayMs, 'UTC') };
  let owed = 0;
  for await (const series of seriesAhead(db, days)) {
    try {
      const ids = [...(await digestDue(world, series)), ...(await remindersDue(world, series))];
      for (const id of ids) if (await oweOnce(world, series, id)) owed += 1;
    } catch (error) {
      world.log.error({ series: series.seriesId, ...whyInLog(error) }, 'notices could not be owed');
    }
  }
  return owed;
}

function oweOnce(world: World, { tenantId, seriesId }: SeriesAhead, id: string): Promise<boolean> {
  return world.record(tenantId).together(async (record, within) => {
    const isNew = await record.oweNotice(seriesId, id);
    const job = { tenantId, seriesId, id };
    if (isNew) await world.jobs.owe('notice', job, { within, afterSeconds: 0 });
    return isNew;
  });
}

async function digestDue(world: World, series: SeriesAhead): Promise<string[]> {
  const day = digestDay(series, world.now());
  if (day === undefined) return [];
  const earlier = await world.record(series.tenantId).noticesLike(series.seriesId, 'digest/');
  const isNew = (next: Day) =>
    earlier.every(
      (id) => Math.abs(daysBetween(id.slice('digest/'.length), next)) >= digestsApartDays,
    );
  if (!isNew(day)) return [];
  // What Teams said hours ago may have been moved since.
  if (world.now() - series.planAskedAt < newsMs) return [`digest/${day}`];
  const confirmed = digestDay({ ...series, ...(await askPlan(world, series)) }, world.now());
  return confirmed === undefined || !isNew(confirmed) ? [] : [`digest/${confirmed}`];
}

/** The day of the next 1:1, where it is time to tell of it. */
function digestDay({ startedAt, plannedStart, people }: SeriesAhead, now: number): Day | undefined {
  const next = nextMeetingAt({ startedAt, scheduledAt: plannedStart, now });
  if (next === undefined || next - now < hourMs) return undefined;
  const zone = zoneOf(people);
  const day = localDay(next, zone);
  return now < atLocalHour(dayBefore(day), digestHour, zone) ? undefined : day;
}

async function remindersDue(
  world: World,
  { tenantId, seriesId, people, due }: SeriesAhead,
): Promise<string[]> {
  const timely = due.filter(({ owner, by }) => {
    const owners = owner === bothOwn ? people : people.filter(({ id }) => id === owner);
    return isTimeToRemind(by, zoneOf(owners), world.now());
  });
  if (timely.length === 0) return [];
  const earlier = new Set(await world.record(tenantId).noticesLike(seriesId, 'reminder/'));
  return timely.map(({ owner, by }) => `reminder/${owner}/${by}`).filter((id) => !earlier.has(id));
}

function isTimeToRemind(by: Day, zone: string, now: number): boolean {
  const from = atLocalHour(dayBefore(by), reminderHour, zone);
  return now >= from && now < atLocalHour(by, reminderEndsHour, zone);
}

/** The zone of the first whose zone is known. */
function zoneOf(people: SeriesAhead['people']): string {
  return people.find(({ timeZone }) => timeZone !== null)?.timeZone ?? 'UTC';
}
