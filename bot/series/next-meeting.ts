/** When the two meet next, asked of Teams first, and where it has no answer, of their rhythm. */
import { nextMeetingAt } from '../../shared/series/next-meeting.ts';
import { whyInLog } from '../why-in-log.ts';
import type { World } from '../world.ts';
import type { ChatReference } from './chat.ts';
import type { OwnSeries } from './own-series.ts';

/** In milliseconds since 1970; undefined where nothing tells. */
export async function nextMeetingOf(
  world: World,
  tenantId: string,
  series: Pick<OwnSeries, 'id' | 'reference'>,
): Promise<number | undefined> {
  const plan = await askPlan(world, { tenantId, seriesId: series.id, reference: series.reference });
  return nextMeetingAt({
    startedAt: await world.record(tenantId).startsOf(series.id),
    scheduledAt: plan?.plannedStart,
    now: world.now(),
  });
}

/**
 * What Teams has planned now, and the record knows from here on; undefined where Teams does not say,
 * and what it said last still stands.
 */
export async function askPlan(
  world: World,
  {
    tenantId,
    seriesId,
    reference,
  }: { readonly tenantId: string; readonly seriesId: string; readonly reference: ChatReference },
): Promise<{ readonly plannedStart: number | undefined } | undefined> {
  const record = world.record(tenantId);
  const teamsMeetingId = await record.lastTeamsMeeting(seriesId);
  if (teamsMeetingId === undefined) return undefined;
  const plan = await planIn(world, seriesId, { reference, teamsMeetingId });
  await record.keepPlan(seriesId, plan, world.now());
  return plan;
}

async function planIn(
  world: World,
  seriesId: string,
  asked: { readonly reference: ChatReference; readonly teamsMeetingId: string },
) {
  try {
    const { plannedStart } = await world.chat.aboutMeeting(asked.reference, asked.teamsMeetingId);
    return { plannedStart };
  } catch (error) {
    world.log.info({ series: seriesId, ...whyInLog(error) }, 'Teams does not tell the schedule');
    return undefined;
  }
}

/** The zone of the first whose zone is known. */
export async function zoneOf(
  world: World,
  tenantId: string,
  people: readonly string[],
): Promise<string> {
  for (const id of people) {
    const { timeZone } = await world.record(tenantId).person(id);
    if (timeZone !== undefined) return timeZone;
  }
  return 'UTC';
}
